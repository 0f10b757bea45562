using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>A card as it is typed.</summary>
internal sealed class CardForm
{
    public CardKind Kind { get; set; }

    public string? Title { get; set; }

    public string? Situation { get; set; }

    public string? Action { get; set; }

    public string? Reason { get; set; }

    public string? Threshold { get; set; }

    public string? Exception { get; set; }

    public string? Falsifier { get; set; }

    public string? Case { get; set; }

    public DateOnly? CaseDate { get; set; }

    public string? AskInstead { get; set; }

    public List<Guid> Skills { get; set; } = [];

    public string? SkillQuery { get; set; }

    public AudienceForm Audience { get; set; } = new();

    /// <summary>Null for what is usual of the kind.</summary>
    public ReviewPeriod? ReviewAfter { get; set; }

    /// <summary>In the owner's own words.</summary>
    public string? HoldsUntil { get; set; }

    /// <summary>The event of the organisation's that it holds until, instead of own words.</summary>
    public Guid? Event { get; set; }

    /// <summary>The revision that was on the screen when the writing began.</summary>
    public int Seen { get; set; }

    /// <summary>The same of the drafts that it takes in, in their order.</summary>
    public List<int> SeenTakenIn { get; set; } = [];

    public static CardForm Of(Card card, CardText words) => new()
    {
        Kind = words.Kind,
        Title = words.Title,
        Situation = words.Situation,
        Action = words.Action,
        Reason = words.Reason,
        Threshold = words.Threshold,
        Exception = words.Exception,
        Falsifier = words.Falsifier,
        Case = words.Case,
        CaseDate = words.CaseDate,
        AskInstead = words.AskInstead,
        Skills = [.. card.Skills.Select(tag => tag.SkillId.Value)],
        Audience = AudienceForm.Of(card.Audience),
        ReviewAfter = card.ReviewAfter,
        HoldsUntil = UntilOf(card).Own,
        Event = UntilOf(card).Event,
        Seen = card.RevisionNumber,
    };

    /// <summary>Until what the card holds; what has come about is not asked for again.</summary>
    public static (string? Own, Guid? Event) UntilOf(Card card) => card switch
    {
        { CameAboutAt: not null } => (null, null),
        { EventId: { } id } => (null, id.Value),
        _ => (card.HoldsUntil, null),
    };

    public CardText Words() => new CardText
    {
        Kind = Kind,
        Title = Title ?? "",
        Situation = Situation ?? "",
        Action = Action ?? "",
        Reason = Reason ?? "",
        Threshold = Threshold ?? "",
        Exception = Exception ?? "",
        Falsifier = Falsifier ?? "",
        Case = Case ?? "",
        CaseDate = CaseDate,
        AskInstead = AskInstead ?? "",
    }.Tidied();

    public IEnumerable<Id<Skill>> Tags() => Skills.Distinct().Select(id => new Id<Skill>(id));
}

/// <summary>The form with everything around it: what was found, what may be chosen, and the words that somebody else saved meanwhile.</summary>
/// <param name="Events">What the organisation expects, to choose one from.</param>
/// <param name="Newest">The words now kept, when they are not those the writer began from.</param>
internal sealed record CardDesk(CardForm Form, CardStatus? Status, Picker Skills, AudienceOffer Audience, IReadOnlyList<Pick> Events, CardRevision? Newest);
