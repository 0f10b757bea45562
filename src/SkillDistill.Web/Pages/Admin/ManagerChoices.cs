using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>People offered while the manager's address is typed. Anybody else's address can be typed too.</summary>
internal static class ManagerChoices
{
    private const int Offered = 300;

    public static async Task<IReadOnlyList<ManagerChoice>> ManagerChoicesAsync(this SkillDistillDb db, CancellationToken cancellationToken) =>
        await db.People.AsNoTracking().Where(person => person.DeactivatedAt == null).OrderBy(person => person.Name).ThenBy(person => person.Id).Take(Offered)
            .Select(person => new ManagerChoice(person.Email, person.Name)).ToListAsync(cancellationToken);
}

internal sealed record ManagerChoice(string Email, string Name);
