using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Tests;

/// <summary>
/// Whose credit a history of answers comes to, reckoned in another way than the product does: for each asker and card by itself, the first answer that rests on it, and then always the
/// next that comes a day or more after the last one that counted.
/// </summary>
internal static class ExpectedCredit
{
    /// <param name="helped">Each answer of somebody else's that told something, whenever it was.</param>
    public static HashSet<(Id<Turn> Turn, Id<Person> Author)> Of(IEnumerable<Helped> helped)
    {
        var counted = new HashSet<(Id<Turn>, Id<Person>)>();
        foreach (var answers in helped.SelectMany(answer => answer.Cards.Select(card => (answer, card))).GroupBy(pair => (pair.answer.Asker, pair.card.Card)))
        {
            DateTimeOffset? last = null;
            foreach (var (answer, card) in answers.Where(pair => pair.card.Author != pair.answer.Asker).OrderBy(pair => pair.answer.At))
            {
                if (last is null || answer.At - last >= TimeSpan.FromDays(1))
                {
                    last = answer.At;
                    counted.Add((answer.Turn, card.Author));
                }
            }
        }

        return counted;
    }
}

/// <summary>An answer that told its asker something, with the cards it cites and whose they are.</summary>
internal sealed record Helped(Id<Turn> Turn, Id<Person> Asker, DateTimeOffset At, IReadOnlyList<(Id<Card> Card, Id<Person> Author)> Cards);
