using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Coverage;
using SkillDistill.Web.Tests.Interviews;
using static SkillDistill.Web.Tests.Interviews.Sittings;

namespace SkillDistill.Web.Tests.Agents;

/// <summary>What the tests of trying versions do again and again.</summary>
internal static class Accepting
{
    public const string Question = "When do you roll back and when do you look for the cause first?";
    public const string AsIWould = "button[value=AsIWould]";

    private const string Holdout = "boundary-holdout";

    /// <summary>An owner who has answered one question beforehand and said that their agent answers it as they would.</summary>
    public static async Task<Visitor> AcceptedAsync(this House house, string key)
    {
        var visitor = await house.InterviewedAsync(key);
        await visitor.AtAsync("boundaries", Holdout);
        await visitor.PressAsync("button[value=next]", ("Form.Rows[0].Parts[question]", Question), ("Form.Rows[0].Parts[answer]", "If something was released in the last hour, I roll back first."));
        await visitor.OpenAsync("/interview/comparison");
        await visitor.PressAsync(AsIWould);
        return visitor;
    }

    /// <summary>Writes another answer of one's own to the question.</summary>
    public static async Task RewordAsync(this Visitor visitor)
    {
        await visitor.AtAsync("boundaries", Holdout);
        await visitor.PressAsync("button[value=next]", ("Form.Rows[0].Parts[answer]", "I look for the cause first, always."));
    }

    /// <summary>Distils a version that lacks the cards the accepted answer rested on: they are private now.</summary>
    public static async Task<int> DistilWorseAsync(this House house, Visitor visitor)
    {
        var accepted = (await house.CaseAsync()).AcceptedCards.ConvertAll(key => new Id<Card>(key));
        Assert.NotEmpty(accepted);
        await house.InStoreAsync(async db =>
        {
            foreach (var card in await db.Cards.Where(card => accepted.Contains(card.Id)).ToListAsync())
            {
                card.ShareWith(Audience.Private());
            }

            return await db.SaveChangesAsync();
        });
        await visitor.OpenAsync("/agent");
        await visitor.PressAsync("[data-distil]");
        return int.Parse(visitor.Location.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public static Task<ReplayCase> CaseAsync(this House house) => house.InStoreAsync(db => db.ReplayCases.AsNoTracking().SingleAsync());

    /// <summary>The number of the version that colleagues are answered by; 0 where none is.</summary>
    public static async Task<int> PublishedAsync(this House house, string key)
    {
        var owner = (await house.PersonAsync(key)).Id;
        return await house.InStoreAsync(db => db.AgentVersions.Where(version => db.Agents.Any(agent => agent.OwnerId == owner && agent.PublishedVersionId == version.Id)).Select(version => version.Number).FirstOrDefaultAsync());
    }
}
