using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Demo;

/// <summary>Somebody to be, with one click, on the sign-in page: one for each way of using the product.</summary>
/// <param name="Key">The person's key in the demo organisation, also that of the sentence beside them.</param>
internal sealed record DemoPerson(string Key, Id<Person> Id, string Name, string JobTitle)
{
    private static readonly string[] Keys = ["sam", "mei", "tunde", "xiaoyun", "dafydd", "ada", "noor"];

    public static string Email(string key) => $"{key}@lindenau.example";

    public static async Task<IReadOnlyList<DemoPerson>> ListAsync(SkillDistillDb db, CancellationToken cancellationToken)
    {
        var emails = Keys.Select(Email).ToList();
        var people = await db.People.AsNoTracking().Where(person => emails.Contains(person.Email)).ToListAsync(cancellationToken);
        return [.. from key in Keys
                   join person in people on Email(key) equals person.Email
                   select new DemoPerson(key, person.Id, person.Name, person.JobTitle)];
    }
}
