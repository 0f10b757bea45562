using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Conversations;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>
/// The signed-in person decides for themselves; there is no way in for anybody else. A decision and its event are saved together, and hold at the
/// very next request, because every reader asks the store.
/// </summary>
internal sealed class DecideConsent(SkillDistillDb db, ConsentLedger ledger, NoticeBoard notices, AudienceChoice audiences, ModelRecipient recipient, TimeProvider clock)
{
    /// <summary>Says yes to what was on the screen. Sent twice, it is one decision.</summary>
    public async Task<Outcome<ConsentStream>> GiveAsync(Asker subject, Purpose purpose, DecideForm form, CancellationToken cancellationToken)
    {
        if (await NotShownAsync(purpose, form, cancellationToken) is { } changed)
        {
            return changed;
        }

        var chosen = purpose.HasAudience() && form.Since is null ? await audiences.MakeAsync(form.Scope, form.Team, form.People, subject, cancellationToken) : Audience.Private();
        if (chosen.Refused(out var refusal))
        {
            return refusal;
        }

        if (form.EndsOn is not { } lastDay || lastDay == DateOnly.MaxValue)
        {
            return new ConsentEndOutOfRange(purpose.LongestMonths());
        }

        var endsAt = new DateTimeOffset(lastDay.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        return await DecideAsync(
            subject.PersonId,
            (stream, now) =>
            {
                var before = stream.For(purpose);
                var terms = Terms(purpose, form, form.Since is null ? chosen.Value : before?.Audience ?? Audience.Private(), endsAt);
                return before?.RestsOn(terms, now) == true ? null
                    : form.Since is not null && before?.DecidedAt != form.Since ? new ConsentChangedMeanwhile()
                    : stream.Give(subject.PersonId, purpose, terms, now).Refusal;
            },
            cancellationToken);
    }

    /// <summary>Says no, or not now, to what was on the screen. Nothing follows from either.</summary>
    /// <param name="answer"><see cref="ConsentState.Refused"/> or <see cref="ConsentState.Deferred"/>.</param>
    public async Task<Outcome<ConsentStream>> DeclineAsync(Id<Person> subject, Purpose purpose, ConsentState answer, DecideForm form, CancellationToken cancellationToken)
    {
        if (await NotShownAsync(purpose, form, cancellationToken) is { } changed)
        {
            return changed;
        }

        return await DecideAsync(
            subject,
            (stream, now) =>
            {
                var before = stream.For(purpose);
                var terms = Terms(purpose, form, before?.Audience ?? Audience.Private(), now);
                return before?.State == answer && before.NoticeDigest == terms.NoticeDigest ? null
                    : answer == ConsentState.Deferred ? stream.Defer(subject, purpose, terms, now).Refusal
                    : stream.Refuse(subject, purpose, terms, now).Refusal;
            },
            cancellationToken);
    }

    public async Task<Outcome<ConsentStream>> WithdrawAsync(Id<Person> subject, Purpose purpose, CancellationToken cancellationToken)
    {
        var answering = await IsAnsweringAsync(subject, cancellationToken);
        return await DecideAsync(subject, (stream, now) => Withdraw(stream, subject, purpose, answering, now), cancellationToken);
    }

    /// <summary>Takes back everything in force but <see cref="Purpose.HoldProfile"/>, so that nothing written is lost.</summary>
    public async Task<Outcome<ConsentStream>> PauseAsync(Id<Person> subject, CancellationToken cancellationToken)
    {
        var answering = await IsAnsweringAsync(subject, cancellationToken);
        return await DecideAsync(
            subject,
            (stream, now) =>
            {
                var given = stream.Consents.Where(consent => consent.Purpose != Purpose.HoldProfile && consent.IsInForce(now)).Select(consent => consent.Purpose).ToList();
                return given.Select(purpose => Withdraw(stream, subject, purpose, answering, now)).FirstOrDefault(refusal => refusal is not null);
            },
            cancellationToken);
    }

    /// <summary>Takes back <see cref="Purpose.ContinueAfterLeaving"/>; of somebody who has left, everything that went on because of it ends with it.</summary>
    public async Task<Outcome<ConsentStream>> EndAfterLeavingAsync(Id<Person> subject, CancellationToken cancellationToken)
    {
        var left = await db.People.AnyAsync(person => person.Id == subject && person.DeactivatedAt != null, cancellationToken);
        return await DecideAsync(
            subject,
            (stream, now) =>
            {
                var refusal = Withdraw(stream, subject, Purpose.ContinueAfterLeaving, answering: false, now);
                if (refusal is null && left)
                {
                    stream.Leave(now);
                }

                return refusal;
            },
            cancellationToken);
    }

    private Task<bool> IsAnsweringAsync(Id<Person> owner, CancellationToken cancellationToken) => db.TurnsOf(owner).AnyAsync(turn => turn.State == TurnState.Pending, cancellationToken);

    private Refusal? Withdraw(ConsentStream stream, Id<Person> subject, Purpose purpose, bool answering, DateTimeOffset now)
    {
        var refusal = stream.Withdraw(subject, purpose, now).Refusal;
        db.Stops.AddRange(refusal is null ? Stop.After(subject, purpose, answering, now) : []);
        return refusal;
    }

    /// <summary>Nobody decides on words, or about a recipient, that they have not seen.</summary>
    private async Task<Refusal?> NotShownAsync(Purpose purpose, DecideForm form, CancellationToken cancellationToken)
    {
        var notice = (await notices.CurrentAsync(cancellationToken)).In(form.Language ?? "");
        return (form.Notice, form.Digest, form.Language) != (notice.Version, notice.Digest, notice.Language) ? new NoticeChangedMeanwhile()
            : purpose != Purpose.UseExternalModel || (recipient.Name is not null && recipient.Name == form.Recipient) ? null
            : recipient.Name is null ? new RecipientNotNamed()
            : new NoticeChangedMeanwhile();
    }

    private static ConsentTerms Terms(Purpose purpose, DecideForm form, Audience audience, DateTimeOffset endsAt) =>
        new(audience, endsAt, form.Notice!, form.Digest!, form.Language!, Recipient: purpose == Purpose.UseExternalModel ? form.Recipient : null);

    private Task<Outcome<ConsentStream>> DecideAsync(Id<Person> subject, Func<ConsentStream, DateTimeOffset, Refusal?> decide, CancellationToken cancellationToken) =>
        ledger.DecideAsync(subject, stream => decide(stream, clock.GetUtcNow()), cancellationToken);
}

/// <summary>No external model is configured, so there is nobody to agree to.</summary>
internal sealed record RecipientNotNamed : Refusal;

/// <summary>The decision that was to be kept to is not the newest any more.</summary>
internal sealed record ConsentChangedMeanwhile : Refusal;
