using System.Globalization;
using SkillDistill.Domain.Handovers;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Handovers;

/// <summary>The way of somebody who leaves.</summary>
internal static class LeavingPath
{
    /// <summary>Says when, that the first cards of the list stay as given, one after the other, and asks somebody.</summary>
    public static async Task LeavingAsync(this Visitor leaver, string successor, House house, int days, params HandedAs[] stays)
    {
        await leaver.OpenAsync("/leaving");
        await leaver.PressAsync("[data-last-day]", ("LastDay", house.Day(days)));
        await leaver.OpenAsync("/leaving/cards");
        var names = leaver.Page.QuerySelectorAll("[data-card]").Select(row => row.QuerySelector("input")!.GetAttribute("name")!).Take(stays.Length).ToList();
        await leaver.PressAsync("[data-choose]", [.. names.Select((name, at) => (name, stays[at].ToString()))]);
        await leaver.OpenAsync("/leaving");
        await leaver.PressAsync("[data-offer]", ("Successor", (await house.PersonAsync(successor)).Id.Value.ToString("N")));
    }

    /// <summary>So many days from today, as a browser sends it.</summary>
    public static string Day(this House house, int days) => DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
