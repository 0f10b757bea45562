using System.Security.Cryptography;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Consent;

/// <summary>
/// All decisions of one person, in order, and the head of their chain. The only way to change a <see cref="Consent"/>: each verb appends to the
/// ledger. Nobody but the subject gives; there is no verb by which another person could.
/// </summary>
public sealed class ConsentStream
{
    private readonly List<Consent> _consents = [];
    private readonly List<LedgerEntry> _entries = [];

    private ConsentStream()
    {
    }

    /// <summary>The subject's pseudonym: random, and all that the ledger knows of them.</summary>
    public Id<ConsentStream> Id { get; private set; }

    /// <summary>Whose stream it is; null once the person has had everything erased, so that nothing leads back to them.</summary>
    public Id<Person>? SubjectId { get; private set; }

    /// <summary>The number of the newest entry, 0 for none.</summary>
    public int LastSequence { get; private set; }

    public string LastHash { get; private set; } = LedgerHash.Origin;

    public DateTimeOffset LastAt { get; private set; }

    /// <summary>The key that signed the head, and its signature; empty until sealed.</summary>
    public string SealKeyId { get; private set; } = "";

    public string Seal { get; private set; } = "";

    /// <summary>The newest entry that a checkpoint of the whole store holds.</summary>
    public int CheckpointedSequence { get; private set; }

    public IReadOnlyList<Consent> Consents => _consents;

    /// <summary>Those entries that were loaded or appended; not necessarily all.</summary>
    public IReadOnlyList<LedgerEntry> Entries => _entries;

    // Not time-ordered like other ids: a pseudonym must not tell when its person came.
    public static ConsentStream Of(Id<Person> subject) => new() { Id = new Id<ConsentStream>(Guid.NewGuid()), SubjectId = subject };

    public Consent? For(Purpose purpose) => _consents.Find(consent => consent.Purpose == purpose);

    /// <summary>The organisation asks, or asks again after the notice changed.</summary>
    public Outcome<Consent> Request(Purpose purpose, ConsentTerms terms, DateTimeOffset now) =>
        Append(purpose, ConsentState.Requested, LedgerActor.Organisation, terms, null, now);

    /// <summary>The subject says yes, or says yes again with other terms.</summary>
    /// <param name="subject">The signed-in person, who must be the subject.</param>
    public Outcome<Consent> Give(Id<Person> subject, Purpose purpose, ConsentTerms terms, DateTimeOffset now)
    {
        if (subject != SubjectId)
        {
            return new OnlyTheSubjectDecides();
        }

        if (terms.EndsAt <= now || terms.EndsAt > now.AddMonths(purpose.LongestMonths()).AddDays(1))
        {
            return new ConsentEndOutOfRange(purpose.LongestMonths());
        }

        if (purpose.HasAudience() && terms.Audience.Scope == AudienceScope.Private)
        {
            return new ConsentWithoutAudience();
        }

        if (For(purpose)?.IsInForce(now) == true)
        {
            return Append(purpose, ConsentState.Renewed, LedgerActor.Subject, terms, terms.EndsAt, now);
        }

        Ask(purpose, terms, now);
        return Append(purpose, ConsentState.Given, LedgerActor.Subject, terms, terms.EndsAt, now);
    }

    /// <summary>The subject says no. Nothing follows from it, and nobody else can see it.</summary>
    public Outcome<Consent> Refuse(Id<Person> subject, Purpose purpose, ConsentTerms terms, DateTimeOffset now) =>
        Decline(subject, purpose, ConsentState.Refused, terms, now);

    /// <summary>The subject will decide later. Nothing follows from it either.</summary>
    public Outcome<Consent> Defer(Id<Person> subject, Purpose purpose, ConsentTerms terms, DateTimeOffset now) =>
        Decline(subject, purpose, ConsentState.Deferred, terms, now);

    /// <summary>The subject takes it back. From this moment on nothing rests on it.</summary>
    public Outcome<Consent> Withdraw(Id<Person> subject, Purpose purpose, DateTimeOffset now)
    {
        if (subject != SubjectId)
        {
            return new OnlyTheSubjectDecides();
        }

        return For(purpose) is { State: ConsentState.Given or ConsentState.Renewed } consent
            ? Append(purpose, ConsentState.Withdrawn, LedgerActor.Subject, consent.Terms with { Method = ConsentMethod.Page }, null, now)
            : new ConsentNotInForce();
    }

    /// <summary>The end date was reached.</summary>
    public Outcome<Consent> Expire(Purpose purpose, DateTimeOffset now) =>
        For(purpose) is { EndsAt: { } end } && end <= now
            ? End(purpose, ConsentState.Expired, LedgerActor.Clock, now)
            : new ConsentCannotBecome(For(purpose)?.State, ConsentState.Expired);

    /// <summary>What was agreed to is not what would happen any more: the notice or the recipient changed.</summary>
    public Outcome<Consent> Invalidate(Purpose purpose, DateTimeOffset now) => End(purpose, ConsentState.Invalidated, LedgerActor.Organisation, now);

    /// <summary>
    /// What was agreed to is not what would happen any more: it ends, and the subject is asked again on the notice as it is now, with the audience they
    /// had chosen.
    /// </summary>
    /// <param name="recipient">Who would receive data now; null where that did not change.</param>
    public Outcome<Consent> AskAgain(Purpose purpose, Notice notice, string? recipient, DateTimeOffset now)
    {
        if (For(purpose) is not { } consent || !consent.IsInForce(now))
        {
            return new ConsentNotInForce();
        }

        var terms = consent.Terms with { NoticeVersion = notice.Version, NoticeDigest = notice.Digest, Language = notice.Language, Method = ConsentMethod.Automatic, Recipient = recipient ?? consent.Recipient };
        Invalidate(purpose, now);
        return Request(purpose, terms, now);
    }

    /// <summary>
    /// The person left: everything in force ends, unless they agreed to their agent going on for a while; then the agent does, until that ends.
    /// </summary>
    public void Leave(DateTimeOffset now)
    {
        var goesOn = For(Purpose.ContinueAfterLeaving)?.IsInForce(now) == true;
        foreach (var consent in _consents.Where(consent => consent.State is ConsentState.Given or ConsentState.Renewed && !(goesOn && consent.Purpose.OutlastsLeaving())).ToList())
        {
            Terminate(consent.Purpose, now);
        }
    }

    /// <summary>The organisation ends it, because what it was given for ends.</summary>
    public Outcome<Consent> Terminate(Purpose purpose, DateTimeOffset now) => End(purpose, ConsentState.Terminated, LedgerActor.Organisation, now);

    /// <summary>
    /// The subject has everything erased: what is in force is withdrawn, the erasure is recorded, and nothing leads from the stream to the person any
    /// more. Whoever stores this takes the payloads away in the same transaction.
    /// </summary>
    public Outcome<ConsentStream> Erase(Id<Person> subject, DateTimeOffset now)
    {
        if (subject != SubjectId)
        {
            return new OnlyTheSubjectDecides();
        }

        foreach (var consent in _consents.Where(consent => consent.State is ConsentState.Given or ConsentState.Renewed).ToList())
        {
            Withdraw(subject, consent.Purpose, now);
        }

        Chain(LedgerTypes.Erased, LedgerActor.Subject, "{}", now);
        _consents.Clear();
        SubjectId = null;
        return this;
    }

    /// <summary>Signs the head, so that nobody without the key can append to, cut or rewrite the stream unseen.</summary>
    public void SealWith(ECDsa key, string keyId) => (SealKeyId, Seal) = (keyId, LedgerHead.Of(this).Sign(key));

    /// <summary>A checkpoint of the whole store holds the head as it is now.</summary>
    public void MarkCheckpointed() => CheckpointedSequence = LastSequence;

    /// <summary>Where each purpose stands after these decisions: what <see cref="Consents"/> must equal.</summary>
    /// <param name="decisions">All of the stream, in order.</param>
    public static IReadOnlyList<Consent> Replay(ConsentStream stream, Id<Person> subject, IEnumerable<LedgerDecision> decisions)
    {
        var consents = new Dictionary<Purpose, Consent>();
        foreach (var decision in decisions)
        {
            var consent = consents.TryGetValue(decision.Purpose, out var known) ? known : consents[decision.Purpose] = Consent.Begin(stream, subject, decision.Purpose);
            consent.Become(decision.State, decision.Terms, decision.EndsAt, decision.At);
        }

        return [.. consents.Values];
    }

    private Outcome<Consent> Decline(Id<Person> subject, Purpose purpose, ConsentState state, ConsentTerms terms, DateTimeOffset now)
    {
        if (subject != SubjectId)
        {
            return new OnlyTheSubjectDecides();
        }

        if (For(purpose)?.IsInForce(now) != true)
        {
            Ask(purpose, terms, now);
        }

        return Append(purpose, state, LedgerActor.Subject, terms, null, now);
    }

    /// <summary>Opening the page and being shown the notice is being asked; what ran out unnoticed is recorded as such first.</summary>
    private void Ask(Purpose purpose, ConsentTerms terms, DateTimeOffset now)
    {
        if (For(purpose) is { State: ConsentState.Given or ConsentState.Renewed })
        {
            Expire(purpose, now);
        }

        if (For(purpose)?.State != ConsentState.Requested)
        {
            Request(purpose, terms, now);
        }
    }

    private Outcome<Consent> End(Purpose purpose, ConsentState state, LedgerActor actor, DateTimeOffset now) => For(purpose) is { } consent
        ? Append(purpose, state, actor, consent.Terms with { Method = ConsentMethod.Automatic }, null, now)
        : new ConsentCannotBecome(null, state);

    private Outcome<Consent> Append(Purpose purpose, ConsentState state, LedgerActor actor, ConsentTerms terms, DateTimeOffset? endsAt, DateTimeOffset now)
    {
        var consent = For(purpose);
        var from = consent?.State;
        if (SubjectId is not { } subject || !from.MayBecome(state))
        {
            return new ConsentCannotBecome(from, state);
        }

        if (consent is null)
        {
            consent = Consent.Begin(this, subject, purpose);
            _consents.Add(consent);
        }

        consent.Become(state, terms, endsAt is { } end ? LedgerEntry.ToMillisecond(end) : null, LedgerEntry.ToMillisecond(now));
        Chain(state.ToString(), actor, LedgerDecision.Write(consent), now);
        return consent;
    }

    private void Chain(string type, LedgerActor actor, string payload, DateTimeOffset now)
    {
        var entry = LedgerEntry.After(this, type, actor, payload, now);
        _entries.Add(entry);
        (LastSequence, LastHash, LastAt) = (entry.Sequence, entry.Hash, entry.At);
        (SealKeyId, Seal) = ("", "");
    }
}

public sealed record OnlyTheSubjectDecides : Refusal;

public sealed record ConsentNotInForce : Refusal;

public sealed record ConsentEndOutOfRange(int Months) : Refusal
{
    public override string? Field => "EndsOn";

    public override IReadOnlyList<object> Arguments => [Months];
}

public sealed record ConsentWithoutAudience : Refusal
{
    public override string? Field => "Audience";
}
