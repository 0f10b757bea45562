using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Answering.AboutPeople;

namespace SkillDistill.Web.Pages.People;

/// <summary>How the people of this house are called, so that a question about one of them is known to be about a person. Everybody's name counts, whatever they agreed to: that somebody is here is no secret.</summary>
internal static class KnownNames
{
    /// <summary>The names of which these texts hold a part.</summary>
    public static async Task<IReadOnlyList<string>> NamesInAsync(this SkillDistillDb db, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var people = await db.People.AsNoTracking().Select(person => new { person.Name, person.Email }).ToListAsync(cancellationToken);
        return JudgingPeople.NamesIn(people.SelectMany(person => Called(person.Name, person.Email)).Distinct(), texts);
    }

    /// <summary>A name in other letters is written in Latin ones as its e-mail address has it.</summary>
    private static IEnumerable<string> Called(string name, string email) =>
        name.Any(letter => letter > '\u024f') ? [name, email.Split('@')[0].Replace('.', ' ').Replace('_', ' ')] : [name];
}
