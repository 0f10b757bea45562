using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.People;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.People;

/// <summary>Finds the person behind the cookie. Whoever was deactivated, or is not in the store any more, is signed out.</summary>
internal sealed class PersonMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, SkillDistillDb db, CurrentPerson me, UserManager<Account> accounts, Actor actor, TeamTrees teams)
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
                me.Become(person, await teams.ReadAsync(db, context.RequestAborted));
            }
        }

        await next(context);
    }
}
