using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Profiles;

/// <summary>
/// One unit of know-how in its owner's words. Words never change in place: each edit appends a <see cref="CardRevision"/>.
/// Audience, skills, review date and until when it holds belong to the card, so that narrowing them also narrows what was published before.
/// </summary>
public sealed partial class Card
{
    public const int SkillLimit = 5;

    private readonly List<CardRevision> _revisions = [];
    private readonly List<CardSkill> _skills = [];
    private readonly List<CardPassage> _passages = [];

    private Card()
    {
    }

    public Id<Card> Id { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    public CardStatus Status { get; private set; }

    public Audience Audience { get; private set; } = Audience.Private();

    public Id<CardRevision> CurrentRevisionId { get; private set; }

    /// <summary>The number of the newest revision; also what a form hands back so that nobody overwrites what they have not seen.</summary>
    public int RevisionNumber { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the owner last said that this holds: by writing, accepting or confirming.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    public DateTimeOffset ReviewBy { get; private set; }

    /// <summary>How long the owner wants to be left in peace with it; null for what is usual of its kind.</summary>
    public ReviewPeriod? ReviewAfter { get; private set; }

    /// <summary>Until what it holds, in words; empty where nothing but time ends it.</summary>
    public string HoldsUntil { get; private set; } = "";

    /// <summary>The event of the organisation's that the words are those of; null where they are the owner's own.</summary>
    public Id<ExpectedEvent>? EventId { get; private set; }

    /// <summary>Since when that has come about; null before. From then on <see cref="ReviewBy"/> is past, until the owner says that the card holds all the same.</summary>
    public DateTimeOffset? CameAboutAt { get; private set; }

    /// <summary>Since when it is among the notes of a role that its owner took over; null where they wrote it themselves or brought it in.</summary>
    public DateTimeOffset? FromRoleSince { get; private set; }

    /// <summary>Who wrote its first words, where it came with the role and they left their name on it.</summary>
    public Id<Person>? FirstAuthorId { get; private set; }

    /// <summary>Those revisions that were loaded; a new one is always among them.</summary>
    public IReadOnlyList<CardRevision> Revisions => _revisions;

    public IReadOnlyList<CardSkill> Skills => _skills;

    /// <summary>The passages of brought-in documents that it came from, as far as they were loaded; most cards have one or none.</summary>
    public IReadOnlyList<CardPassage> Passages => _passages;

    public static Outcome<Card> Draft(Id<Person> owner, CardText text, Provenance? from, DateTimeOffset now)
    {
        text = text.Tidied();
        if ((text.SavingProblems().FirstOrDefault() ?? text.CaseProblem(now)) is { } problem)
        {
            return problem;
        }

        var card = new Card { Id = Id<Card>.New(), OwnerId = owner, CreatedAt = now };
        card.ComesFrom(from is null ? [] : [from]);
        card.Append(text, now);
        return card;
    }

    /// <summary>A card as its owner took it along from another installation. One that is not fit for being accepted comes as a draft.</summary>
    /// <param name="revisions">At least one, the eldest first.</param>
    public static Outcome<Card> Restore(Id<Card> id, Id<Person> owner, CardStatus status, Audience audience, CardDates dates, IReadOnlyList<KeptRevision> revisions, IEnumerable<Provenance> passages)
    {
        ArgumentOutOfRangeException.ThrowIfZero(revisions.Count);
        if (revisions.SelectMany(revision => revision.Text.SavingProblems()).FirstOrDefault() is { } problem)
        {
            return problem;
        }

        var newest = revisions[^1];
        var isFit = !newest.Text.AcceptingProblems().Concat(newest.Text.SecretProblems()).Concat(dates.Until.Problems()).Any();
        var card = new Card
        {
            Id = id,
            OwnerId = owner,
            Status = status == CardStatus.Accepted && !isFit ? CardStatus.Draft : status,
            Audience = audience,
            CurrentRevisionId = newest.Id,
            RevisionNumber = revisions.Count,
            CreatedAt = dates.CreatedAt,
            ConfirmedAt = dates.ConfirmedAt,
            ReviewBy = dates.CameAboutAt is { } since ? UntilCondition.Cut(dates.ReviewBy, since) : dates.ReviewBy,
            ReviewAfter = dates.ReviewAfter,
            HoldsUntil = dates.Until.Words,
            EventId = dates.Until.EventId,
            CameAboutAt = dates.CameAboutAt,
            FromRoleSince = dates.FromRoleSince,
        };
        card._revisions.AddRange(revisions.Select((revision, at) => CardRevision.Restore(revision.Id, id, at + 1, revision.Text, revision.WrittenAt)));
        card.ComesFrom(passages);
        return card;
    }

    /// <summary>Appends new words. An accepted card must stay fit to be accepted.</summary>
    /// <param name="seen">The revision number the writer had before them.</param>
    public Outcome<Card> Revise(CardText text, int seen, DateTimeOffset now)
    {
        text = text.Tidied();
        if (seen != RevisionNumber)
        {
            return new CardChangedMeanwhile(RevisionNumber);
        }

        var problems = Status == CardStatus.Accepted ? text.SavingProblems().Concat(text.AcceptingProblems()) : text.SavingProblems();
        if ((problems.Concat(text.SecretProblems()).FirstOrDefault() ?? text.CaseProblem(now)) is { } problem)
        {
            return problem;
        }

        if (Status is CardStatus.Discarded or CardStatus.Retired)
        {
            Status = CardStatus.Draft;
        }

        Append(text, now);
        return this;
    }

    /// <param name="words">The newest words, which must be those of <see cref="CurrentRevisionId"/>.</param>
    public Outcome<Card> Accept(CardText words, DateTimeOffset now)
    {
        if (Status != CardStatus.Draft)
        {
            return new OnlyDraftsAreAccepted();
        }

        if (words.AcceptingProblems().Concat(words.SecretProblems()).Concat(CameAboutAt is null ? Until().Problems() : []).FirstOrDefault() is { } problem)
        {
            return problem;
        }

        Status = CardStatus.Accepted;
        Confirm(words.Kind, now);
        return this;
    }

    public void ShareWith(Audience audience) => Audience = audience;

    /// <summary>The owner says: still true. What has come about by then ends it no more.</summary>
    /// <param name="kind">That of its newest words.</param>
    public void Confirm(CardKind kind, DateTimeOffset now)
    {
        (ConfirmedAt, ReviewBy) = (now, now + Period(kind));
        if (CameAboutAt is not null)
        {
            Await(UntilCondition.None);
        }
    }

    /// <summary>Chooses how long each word of the owner's counts, the last one included.</summary>
    /// <param name="period">Null for what is usual of the kind.</param>
    public void HoldFor(ReviewPeriod? period, CardKind kind)
    {
        if (period == ReviewAfter)
        {
            return;
        }

        ReviewAfter = period;
        if (CameAboutAt is null)
        {
            ReviewBy = ConfirmedAt + Period(kind);
        }
    }

    /// <summary>Says anew until what it holds. Where the last such thing has come about, naming another one confirms the card, and naming none or the same says nothing.</summary>
    public Outcome<Card> HoldUntil(UntilCondition until, CardKind kind, DateTimeOffset now)
    {
        if (until.Problems().FirstOrDefault() is { } problem)
        {
            return problem;
        }

        if (CameAboutAt is null)
        {
            Await(until);
        }
        else if (until.Words.Length > 0 && until.Words != HoldsUntil)
        {
            Confirm(kind, now);
            Await(until);
        }

        return this;
    }

    /// <summary>What it held until has happened: from this moment it counts as past its review date.</summary>
    public Outcome<Card> ComeAbout(DateTimeOffset now)
    {
        if (HoldsUntil.Length == 0 || CameAboutAt is not null)
        {
            return new NothingToComeAbout();
        }

        (CameAboutAt, ReviewBy) = (now, UntilCondition.Cut(ReviewBy, now));
        return this;
    }

    /// <summary>Takes the card out of use: a draft is discarded, an accepted card retired. Bring it back by revising it.</summary>
    public void SetAside() => Status = Status is CardStatus.Accepted or CardStatus.Retired ? CardStatus.Retired : CardStatus.Discarded;

    public Outcome<Card> Tag(IEnumerable<Id<Skill>> skills)
    {
        var wanted = skills.Distinct().ToList();
        if (wanted.Count > SkillLimit)
        {
            return new TooManySkills(SkillLimit);
        }

        _skills.RemoveAll(tag => !wanted.Contains(tag.SkillId));
        _skills.AddRange(wanted.Where(skill => _skills.TrueForAll(tag => tag.SkillId != skill)).Select(skill => new CardSkill(Id, skill)));
        return this;
    }

    public bool IsStale(DateTimeOffset now) => ReviewBy < now;

    private UntilCondition Until() => new(HoldsUntil, EventId);

    private void Await(UntilCondition until) => (HoldsUntil, EventId, CameAboutAt) = (until.Words, until.EventId, null);

    private TimeSpan Period(CardKind kind) => TimeSpan.FromDays((ReviewAfter ?? kind.UsualPeriod()).Days());

    private void ComesFrom(IEnumerable<Provenance> passages) =>
        _passages.AddRange(passages.Except(_passages.Select(known => known.From)).Select((passage, at) => CardPassage.Of(Id, _passages.Count + at + 1, passage with { })).ToList());

    private void Append(CardText text, DateTimeOffset now)
    {
        var revision = CardRevision.Write(Id, RevisionNumber + 1, text, now);
        _revisions.Add(revision);
        (CurrentRevisionId, RevisionNumber) = (revision.Id, revision.Number);
        Confirm(text.Kind, now);
    }
}
