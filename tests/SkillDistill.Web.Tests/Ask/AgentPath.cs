using Microsoft.EntityFrameworkCore;

namespace SkillDistill.Web.Tests.Ask;

internal static class AgentPath
{
    /// <summary>The address of a demo person's agent, as somebody who had seen it once would know it.</summary>
    public static Task<string> AgentPathAsync(this House house, string key) => house.InStoreAsync(async db =>
    {
        var owner = await db.People.FirstAsync(person => person.Email == $"{key}@lindenau.example");
        var agent = await db.Agents.FirstAsync(agent => agent.OwnerId == owner.Id);
        return $"/ask/{agent.Id}";
    });
}
