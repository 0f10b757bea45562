using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.People;

/// <summary>Finds the person behind the cookie. Whoever was deactivated, or is not in the store any more, is signed out.</summary>
internal sealed class PersonMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, SkillDistillDb db, CurrentPerson me, UserManager<Data.People.Account> accounts, Data.People.Actor actor)
    {
        if (context.User.Identity?.IsAuthenticated == true && Guid.TryParse(accounts.GetUserId(context.User), out var key))
        {
            var id = new Id<Person>(key);
            var person = await db.People.AsNoTracking().FirstOrDefaultAsync(known => known.Id == id && known.DeactivatedAt == null, context.RequestAborted);
            if (person is null)
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new System.Security.Claims.ClaimsPrincipal();
            }
            else
            {
                actor.Id = person.Id;
                me.Become(person, new TeamTree(await TeamsOfAsync(db, person, context.RequestAborted)));
            }
        }

        await next(context);
    }

    /// <summary>The teams above theirs, and those they manage with all below: a company of thousands would be read with every request otherwise.</summary>
    private static Task<List<Team>> TeamsOfAsync(SkillDistillDb db, Person person, CancellationToken cancellationToken)
    {
        var (me, mine) = (person.Id.Value, person.TeamId?.Value ?? Guid.Empty);
        return db.Teams.FromSql($"""
            WITH RECURSIVE above(id, parent_id) AS (SELECT id, parent_id FROM teams WHERE id = {mine} UNION SELECT t.id, t.parent_id FROM teams t JOIN above ON t.id = above.parent_id),
            managed(id) AS (SELECT id FROM teams WHERE manager_id = {me} UNION SELECT t.id FROM teams t JOIN managed ON t.parent_id = managed.id)
            SELECT * FROM teams WHERE id IN (SELECT id FROM above UNION SELECT id FROM managed) ORDER BY id
            """).AsNoTracking().ToListAsync(cancellationToken);
    }
}
