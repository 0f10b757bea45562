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

    /// <summary>A demo person, after Mei's agent has answered them in a new conversation.</summary>
    /// <param name="more">Further fields of the form.</param>
    public static async Task<Visitor> AskMeiAsync(this House house, string asker, string question, params (string Field, string Value)[] more)
    {
        var visitor = await house.SignedInAsync(asker);
        await visitor.OpenAsync(await house.AgentPathAsync("mei"));
        return await visitor.PressAsync("form[data-ask] button", [("Question", question), .. more]);
    }
}
