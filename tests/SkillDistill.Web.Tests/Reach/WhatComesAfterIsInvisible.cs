using Microsoft.EntityFrameworkCore;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Handovers;

namespace SkillDistill.Web.Tests.Reach;

/// <summary>That somebody's agent was asked, could not tell, was disagreed with, and how they settled, declined or replied, is nothing that their manager, an admin or an auditor sees.</summary>
public sealed class WhatComesAfterIsInvisible : IDisposable
{
    private static readonly string[] Upward = ["dafydd", "ada"];

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Questions_gaps_disagreements_and_credit_change_no_byte_of_what_managers_and_admins_see()
    {
        var mei = await _house.InStoreAsync(async db => (await db.People.SingleAsync(person => person.Email == "mei@lindenau.example")).Id);
        var seen = new SeenUpward(_house, [mei.ToString(), await _house.InStoreAsync(async db => (await db.Agents.SingleAsync(agent => agent.OwnerId == mei)).Id.ToString())]);
        var before = await seen.ReadAsync(Upward);

        var tunde = await _house.AskMeiAsync("tunde", "When do you roll back and when do you look for the cause first?");
        SeenUpward.AssertSame(before, await seen.ReadAsync(Upward), "was asked and got credit");

        await tunde.PressAsync("[data-disagree-send]", ("wouldDo", "I look first."), ("why", "Rolling back hid it twice."));
        tunde = await _house.AskMeiAsync("tunde", "Which restaurant near the harbour serves vegan ramen?");
        await tunde.PressAsync("[data-send]", ("question", "Where do you eat?"), ("named", "true"));
        SeenUpward.AssertSame(before, await seen.ReadAsync(Upward), "was disagreed with and sent a question");

        var owner = await (await _house.SignedInAsync("mei")).OpenAsync("/disagreements");
        await owner.OpenAsync(owner.Page.QuerySelector("[data-open] a")!.GetAttribute("href")!);
        await owner.PressAsync("[data-settle-stand-by]", ("reply", "It holds."));
        await owner.OpenAsync("/interview/inbox");
        await owner.PressAsync("[data-gap] [data-reply]", ("words", "At the corner."));
        SeenUpward.AssertSame(before, await seen.ReadAsync(Upward), "settled and replied");

        await owner.LeavingAsync("xiaoyun", _house, 3, Domain.Handovers.HandedAs.Stays);
        SeenUpward.AssertSame(before, await seen.ReadAsync(Upward), "prepared to leave");
        await (await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/handovers")).PressAsync("[data-take]");
        SeenUpward.AssertSame(before, await seen.ReadAsync(Upward), "has somebody to take the notes over");
    }
}
