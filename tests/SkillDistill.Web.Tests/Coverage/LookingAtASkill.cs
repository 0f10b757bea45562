using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Coverage;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>From a skill to people and days, and no further.</summary>
public sealed class LookingAtASkill : IDisposable
{
    private readonly House _house = new();

    private DateTimeOffset Now => _house.Clock.GetUtcNow();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_stranger_signs_in_whoever_manages_nobody_is_told_so_and_what_is_not_there_or_not_theirs_is_not_found()
    {
        var (skill, other) = (await _house.SkillAsync("pricing"), await _house.InStoreAsync(db => db.Teams.Where(team => team.ParentId == null).Select(team => team.Id).FirstAsync()));

        Assert.StartsWith("/sign-in", new Uri(new Uri("http://localhost"), (await _house.Stranger().OpenAsync($"/coverage/skill?skill={skill}")).Location).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _house.SignedInAsync("tunde")).OpenAsync($"/coverage/skill?skill={skill}")).Status);
        var dafydd = await _house.SignedInAsync("dafydd");
        foreach (var path in new[] { "", $"?skill={Guid.NewGuid():N}", "?skill=nonsense", $"?team={other}&skill={skill}", $"?team=nonsense&skill={skill}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync($"/coverage/skill{path}")).Status);
        }
    }

    [Fact]
    public async Task It_says_how_the_skill_stands_and_who_of_those_named_holds_it_since_when()
    {
        var skill = await HeldByAsync(4, "anneke", "rohan");
        await _house.WritesAsync("anneke", Audience.Organisation(), Now.AddDays(-10), skill);
        await _house.WritesAsync("rohan", Audience.Organisation(), Now.AddDays(-300), skill);

        var dafydd = await OpenAsync(skill);

        var rows = dafydd.Page.QuerySelectorAll("[data-people] tbody tr").Select(row => string.Join(' ', row.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains(rows, row => row.StartsWith("Anneke", StringComparison.Ordinal) && row.Contains("4 advises others 2 Nov 2026 23 Oct 2026 fresh", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("Rohan", StringComparison.Ordinal) && row.Contains("past review", StringComparison.Ordinal));
        Assert.Contains("nothing is said", dafydd.Shown("[data-unnamed]"), StringComparison.Ordinal);
        Assert.Empty(dafydd.Page.QuerySelectorAll("main a[href^='/cards'], main a[href^='/disagreements']"));
    }

    [Fact]
    public async Task Depth_goes_from_nothing_over_steps_and_one_author_to_two()
    {
        var skill = await HeldByAsync(4, "anneke", "rohan");
        Assert.Equal("NothingKnown", await DepthAsync(skill));

        await _house.WritesAsync("anneke", Audience.Organisation(), Now, skill);
        Assert.Equal("Process", await DepthAsync(skill));

        var card = await WarnsAsync("anneke", Now, skill);
        Assert.Equal("Judgement", await DepthAsync(skill));

        await WarnsAsync("rohan", Now.AddDays(-400), skill);
        Assert.Equal("Judgement", await DepthAsync(skill));

        await WarnsAsync("rohan", Now, skill);
        Assert.Equal("TwoAuthors", await DepthAsync(skill));

        await _house.InStoreAsync(async db =>
        {
            (await db.Cards.SingleAsync(known => known.Id == card)).ShareWith(Audience.Private());
            return await db.SaveChangesAsync();
        });
        await _house.WithdrawsAsync("rohan", Purpose.ShowNamedCoverage);
        Assert.Equal("Process", await DepthAsync(skill));
    }

    [Fact]
    public async Task Whoever_stands_there_learns_who_looked_and_whoever_does_not_hold_it_was_not_looked_at()
    {
        var skill = await HeldByAsync(2, "anneke");

        await OpenAsync(skill);

        var (anneke, mei) = ((await _house.PersonAsync("anneke")).Id, (await _house.PersonAsync("mei")).Id);
        var looks = await _house.InStoreAsync(db => db.CoverageLooks.Select(look => look.PersonId).ToListAsync());
        Assert.Contains(anneke, looks);
        Assert.DoesNotContain(mei, looks);
    }

    [Fact]
    public async Task A_skill_that_only_hidden_people_know_is_as_one_that_nobody_knows()
    {
        var skill = await _house.SkillAsync("pricing");
        await _house.InStoreAsync(db => db.Proficiencies.Where(level => level.SkillId == skill).ExecuteDeleteAsync());
        var before = await BytesAsync(skill);

        await HeldByAsync(5, "sam", "marek");
        await WarnsAsync("sam", Now, skill);

        Assert.Equal(before, await BytesAsync(skill));
    }

    [Fact]
    public async Task More_people_than_a_page_holds_stand_on_the_next_and_whoever_turns_no_page_has_not_looked_at_them()
    {
        var skill = await HeldByAsync(4);
        await HeldByManyAsync(skill, ReadSkillOfTeam.PageSize + 1);

        var dafydd = await OpenAsync(skill);
        Assert.Equal(ReadSkillOfTeam.PageSize, dafydd.Page.QuerySelectorAll("[data-people] tbody tr").Length);
        Assert.Equal("Page 1 of 2", dafydd.Shown("nav[aria-label=Pages] span").Trim());
        Assert.Equal("Of 101 named at the level wanted, 0 share a fresh card on it and 0 only cards past review.", dafydd.Shown("[data-fresh-of]"));
        Assert.Equal(ReadSkillOfTeam.PageSize, await LooksAsync());

        await dafydd.OpenAsync("/coverage/skill" + dafydd.Page.QuerySelector("[rel=next]")!.GetAttribute("href")![dafydd.Page.QuerySelector("[rel=next]")!.GetAttribute("href")!.IndexOf('?', StringComparison.Ordinal)..]);
        Assert.Equal("Many 101", Assert.Single(dafydd.Page.QuerySelectorAll("[data-people] tbody th")).TextContent.Trim());
        Assert.Equal(ReadSkillOfTeam.PageSize + 1, await LooksAsync());

        foreach (var page in new[] { "-3", "0", "77" })
        {
            Assert.Equal(HttpStatusCode.OK, (await dafydd.OpenAsync($"/coverage/skill?skill={skill}&p={page}")).Status);
        }

        Task<int> LooksAsync() => _house.InStoreAsync(db => db.CoverageLooks.CountAsync());
    }

    [Fact]
    public async Task A_skill_that_is_out_of_use_says_so_and_not_that_nobody_declared_it()
    {
        var skill = await HeldByAsync(4, "anneke");
        await _house.InStoreAsync(async db =>
        {
            (await db.Skills.SingleAsync(known => known.Id == skill)).Retire(Now);
            return await db.SaveChangesAsync();
        });

        var dafydd = await OpenAsync(skill);

        Assert.Contains("out of use since 2 Nov 2026", dafydd.Shown("[data-out-of-use]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody named", dafydd.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(dafydd.Page.QuerySelectorAll("#people, .coverage-next"));
    }

    private Task<int> HeldByManyAsync(Id<Skill> skill, int people) => _house.InStoreAsync(async db =>
    {
        var team = await db.Teams.Where(known => known.Name == "Platform & Operations").Select(known => known.Id).SingleAsync();
        var terms = new ConsentTerms(Audience.Private(), Now.AddMonths(1), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en");
        for (var number = 1; number <= people; number++)
        {
            var person = Person.Join($"Many {number:D3}", $"many-{number}@lindenau.example", "", team, Now).Value;
            var stream = ConsentStream.Of(person.Id);
            stream.Give(person.Id, Purpose.HoldProfile, terms, Now);
            stream.Give(person.Id, Purpose.ShowNamedCoverage, terms, Now);
            db.People.Add(person);
            db.ConsentStreams.Add(stream);
            db.Proficiencies.Add(Proficiency.Declare(person.Id, skill, 4, Now).Value);
        }

        return await db.SaveChangesAsync();
    });

    private async Task<Visitor> OpenAsync(Id<Skill> skill) => await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/skill?skill={skill}");

    private async Task<string?> DepthAsync(Id<Skill> skill) => (await OpenAsync(skill)).Page.QuerySelector("[data-depth]")!.GetAttribute("data-depth");

    private async Task<string> BytesAsync(Id<Skill> skill) => (await OpenAsync(skill)).Page.QuerySelector("main")!.OuterHtml;

    /// <summary>They alone, of everybody, declare it.</summary>
    private Task<Id<Skill>> HeldByAsync(int level, params string[] keys) => _house.InStoreAsync(async db =>
    {
        var skill = await db.Skills.Where(known => known.Key == "pricing").Select(known => known.Id).SingleAsync();
        await db.Proficiencies.Where(declared => declared.SkillId == skill).ExecuteDeleteAsync();
        foreach (var key in keys)
        {
            var person = await db.People.Where(known => known.Email == $"{key}@lindenau.example").Select(known => known.Id).SingleAsync();
            db.Proficiencies.Add(Proficiency.Declare(person, skill, level, Now).Value);
        }

        await db.SaveChangesAsync();
        return skill;
    });

    /// <summary>A shared accepted card that says when to stop.</summary>
    private Task<Id<Card>> WarnsAsync(string key, DateTimeOffset confirmed, Id<Skill> skill) => _house.InStoreAsync(async db =>
    {
        var owner = await db.People.SingleAsync(person => person.Email == $"{key}@lindenau.example");
        var card = Card.Draft(owner.Id, new CardText { Kind = CardKind.RedFlag, Title = "When to stop", Situation = "It smells.", Action = "Stop." }, null, confirmed).Value;
        card.Tag([skill]);
        card.ShareWith(Audience.Organisation());
        Assert.Null(card.Accept(card.Revisions[0].Text, confirmed).Refusal);
        db.Cards.Add(card);
        await db.SaveChangesAsync();
        return card.Id;
    });
}
