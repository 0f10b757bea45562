using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Disagreements;

/// <summary>A card as its owner had it before them: which, and the number of its revision. In a form both stand in one field, so that one choice carries both.</summary>
internal readonly record struct SeenCard(Id<Card> Id, int Revision) : IParsable<SeenCard>
{
    private const char Between = '.';

    public static SeenCard Of(Card card) => new(card.Id, card.RevisionNumber);

    public static SeenCard Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var card) ? card : throw new FormatException("Not a card and the number of a revision.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SeenCard result)
    {
        result = default;
        if (s?.Split(Between) is not [var id, var number] || !Id<Card>.TryParse(id, provider, out var card) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            return false;
        }

        result = new SeenCard(card, revision);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}{Between}{Revision}");
}
