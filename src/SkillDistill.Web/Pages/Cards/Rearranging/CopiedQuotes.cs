using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards.Rearranging;

/// <summary>A card whose words went into another was made of the same answers.</summary>
internal static class CopiedQuotes
{
    /// <summary>Adds the quotes of some cards to those of another, behind what it has; saving is the caller's.</summary>
    /// <param name="which">Only those of these fields.</param>
    public static async Task CopyQuotesAsync(this SkillDistillDb db, IReadOnlyCollection<Id<Card>> from, Id<Card> to, Func<CardField, bool>? which, CancellationToken cancellationToken)
    {
        var quotes = await db.FieldQuotes.AsNoTracking().Where(quote => from.Contains(quote.CardId)).OrderBy(quote => quote.CardId).ThenBy(quote => quote.Ordinal).ToListAsync(cancellationToken);
        var last = await db.LastOrdinalsAsync(to, cancellationToken);
        foreach (var quote in quotes.Where(quote => which is null || which(quote.Field)))
        {
            last[quote.Field] = last.GetValueOrDefault(quote.Field) + 1;
            db.FieldQuotes.Add(quote.For(to, last[quote.Field]));
        }
    }

    /// <summary>Of the quotes that each field of a card has; none for a field without.</summary>
    public static Task<Dictionary<CardField, int>> LastOrdinalsAsync(this SkillDistillDb db, Id<Card> card, CancellationToken cancellationToken) =>
        db.FieldQuotes.Where(quote => quote.CardId == card).GroupBy(quote => quote.Field).Select(field => new { field.Key, Last = field.Max(quote => quote.Ordinal) })
            .ToDictionaryAsync(field => field.Key, field => field.Last, cancellationToken);
}
