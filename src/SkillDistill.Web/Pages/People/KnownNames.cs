using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SkillDistill.Data;
using SkillDistill.Distillation.Answering.AboutPeople;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.People;

/// <summary>
/// How the people of this house are called, so that a question about one of them is known to be about a person, and somebody is found by name or job. Everybody's name counts, whatever they agreed to: that somebody
/// is here is no secret; whether they may be asked is asked anew each time. In a large house a node reads them once a minute.
/// </summary>
internal sealed class KnownNames(SkillDistillDb db, IMemoryCache cache)
{
    private const int Large = 2000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <summary>The names of which these texts hold a part.</summary>
    public async Task<IReadOnlyList<string>> InAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        JudgingPeople.NamesIn((await ReadAsync(cancellationToken)).Names, texts);

    /// <summary>Who has these words in their name or job title, in the order of the names.</summary>
    public async Task<IReadOnlyList<Id<Person>>> WithAsync(string words, CancellationToken cancellationToken)
    {
        var known = await ReadAsync(cancellationToken);
        // The rules of a language are for hundreds of names; over a hundred thousand they take a tenth of a second.
        var comparison = known.People.Count > Large ? StringComparison.OrdinalIgnoreCase : StringComparison.CurrentCultureIgnoreCase;
        return [.. known.People.Where(person => person.Name.Contains(words, comparison) || person.JobTitle.Contains(words, comparison)).Select(person => person.Id)];
    }

    private async Task<Known> ReadAsync(CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(nameof(KnownNames), out Known? known) && known is not null)
        {
            return known;
        }

        var people = await db.People.AsNoTracking().OrderBy(person => person.Name).ThenBy(person => person.Id).Select(person => new Named(person.Id, person.Name, person.JobTitle, person.Email)).ToListAsync(cancellationToken);
        known = new Known(people, new KnownAs(people.SelectMany(Called).Distinct()));
        if (people.Count > Large)
        {
            using var entry = cache.CreateEntry(nameof(KnownNames));
            (entry.AbsoluteExpirationRelativeToNow, entry.Value) = (Kept, known);
        }

        return known;
    }

    /// <summary>A name in other letters is written in Latin ones as its e-mail address has it.</summary>
    private static IEnumerable<string> Called(Named person) =>
        person.Name.Any(letter => letter > '\u024f') ? [person.Name, person.Email.Split('@')[0].Replace('.', ' ').Replace('_', ' ')] : [person.Name];

    private sealed record Known(IReadOnlyList<Named> People, KnownAs Names);

    private sealed record Named(Id<Person> Id, string Name, string JobTitle, string Email);
}
