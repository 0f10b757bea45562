using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>A house in which more than three people are very many.</summary>
public sealed class HouseOfMany : House
{
    /// <summary>The whole organisation, which Dafydd manages from now on.</summary>
    public Task<Id<Team>> OrganisationOfDafyddAsync() => InStoreAsync(async db =>
    {
        var root = await db.Teams.SingleAsync(team => team.ParentId == null);
        root.Appoint((await db.People.SingleAsync(person => person.Email == "dafydd@lindenau.example")).Id);
        await db.SaveChangesAsync();
        return root.Id;
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Coverage:LargeTeam", "3");
    }
}
