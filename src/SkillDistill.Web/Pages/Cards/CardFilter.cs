using System.Globalization;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Cards;

internal enum CardState
{
    Draft,
    Accepted,
    SetAside,
}

/// <summary>Which of one's cards the list shows, as the address says it. Without a state: all but those set aside.</summary>
internal sealed class CardFilter
{
    public const int PageSize = 20;

    public string? Q { get; set; }

    public CardKind? Kind { get; set; }

    public CardState? State { get; set; }

    public AudienceScope? Scope { get; set; }

    public Guid? Skill { get; set; }

    public bool Stale { get; set; }

    public bool IsEmpty => Kind is null && State is null && Scope is null && Skill is null && !Stale && string.IsNullOrWhiteSpace(Q);

    public IQueryable<OwnCard> Of(IQueryable<OwnCard> cards, DateTimeOffset now)
    {
        cards = State switch
        {
            CardState.Draft => cards.Where(row => row.Card.Status == CardStatus.Draft),
            CardState.Accepted => cards.Where(row => row.Card.Status == CardStatus.Accepted),
            CardState.SetAside => cards.Where(row => row.Card.Status == CardStatus.Discarded || row.Card.Status == CardStatus.Retired),
            _ => cards.Where(row => row.Card.Status == CardStatus.Draft || row.Card.Status == CardStatus.Accepted),
        };
        cards = Kind is { } kind ? cards.Where(row => row.Revision.Text.Kind == kind) : cards;
        cards = Scope is { } scope ? cards.Where(row => row.Card.Audience.Scope == scope) : cards;
        cards = Skill is { } skill ? cards.Where(row => row.Card.Skills.Any(tag => tag.SkillId == new Id<Skill>(skill))) : cards;
        cards = Stale ? cards.Where(row => row.Card.Status == CardStatus.Accepted && row.Card.ReviewBy < now) : cards;
        return cards.Holding(
            row => row.Revision.Text.Title + "\n" + row.Revision.Text.Situation + "\n" + row.Revision.Text.Action + "\n" + row.Revision.Text.Reason + "\n"
                + row.Revision.Text.Threshold + "\n" + row.Revision.Text.Exception + "\n" + row.Revision.Text.Falsifier + "\n" + row.Revision.Text.Case + "\n"
                + row.Revision.Text.AskInstead + "\n" + row.Card.HoldsUntil,
            Q);
    }

    /// <summary>The filter as route values, so that every link and button keeps it.</summary>
    public Dictionary<string, string> Route(int page)
    {
        var route = new Dictionary<string, string?>
        {
            ["q"] = string.IsNullOrWhiteSpace(Q) ? null : Q,
            ["kind"] = Kind?.ToString(),
            ["state"] = State?.ToString(),
            ["scope"] = Scope?.ToString(),
            ["skill"] = Skill?.ToString("N"),
            ["stale"] = Stale ? "true" : null,
            ["nr"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return route.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);
    }
}
