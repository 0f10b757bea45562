using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>A card as one answer cites it: once, with all the quotes taken from it marked.</summary>
internal sealed record CitedCard(int TurnOrdinal, IReadOnlyList<CitationView> Quotes)
{
    public CitationView First => Quotes[0];

    public CardText Text => First.Text;

    public CardFields Fields => new(Text) { Quotes = [.. Quotes.Select(quote => (quote.Field, quote.Quote))] };
}
