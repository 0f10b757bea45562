using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Skills;

public sealed class DeclaringSkills(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_stranger_is_sent_to_sign_in()
    {
        var stranger = await house.Stranger().OpenAsync("/me/skills");

        Assert.StartsWith("/sign-in", new Uri(new Uri("http://localhost"), stranger.Location).AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("war room", "Incident command")]
    [InlineData("PAYROLL", "Payroll processing")]
    [InlineData("来料", "Incoming inspection")]
    public async Task A_skill_is_found_by_any_of_its_names_in_either_language(string words, string skill)
    {
        var noor = await house.SignedInAsync("noor");

        await noor.OpenAsync($"/me/skills?q={Uri.EscapeDataString(words)}");

        Assert.Contains(skill, noor.Page.QuerySelector("section[aria-labelledby=found]")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>As a page that was cut off would send it: what somebody can do is not taken for nothing.</summary>
    [Fact]
    public async Task Without_a_level_nothing_is_declared()
    {
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/me/skills");
        var id = (await house.PersonAsync("mei")).Id;
        var before = await house.InStoreAsync(db => db.Proficiencies.OrderBy(level => level.Id).Select(level => new { level.Id, level.Level, level.DeclaredAt }).ToListAsync());
        var skill = await house.InStoreAsync(db => db.Proficiencies.Where(level => level.PersonId == id && level.Level > 0).Select(level => level.SkillId).FirstAsync());
        using var posted = await mei.PostAsync("/me/skills", ("skill", skill.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.Equal(before, await house.InStoreAsync(db => db.Proficiencies.OrderBy(level => level.Id).Select(level => new { level.Id, level.Level, level.DeclaredAt }).ToListAsync()));
    }

    /// <summary>As after a published taxonomy was brought in.</summary>
    [Fact]
    public async Task The_closest_come_first_and_it_is_said_that_there_are_more()
    {
        await house.InStoreAsync(db =>
        {
            db.Skills.AddRange(Enumerable.Range(1, 30).Select(number => Skill.Define($"x-{number}", null, [new SkillLabel("en", $"ox incense {number}", true)])));
            db.Skills.Add(Skill.Define("inc-1", null, [new SkillLabel("en", "bid", true), new SkillLabel("en", "inc", false)]));
            db.Skills.Add(Skill.Define("inc-2", null, [new SkillLabel("en", "principles", true)]));
            db.Skills.Add(Skill.Define("inc-3", null, [new SkillLabel("en", "a", true), new SkillLabel("en", "inca", false)]));
            return db.SaveChangesAsync();
        });
        var noor = await house.SignedInAsync("noor");

        await noor.OpenAsync("/me/skills?q=INC");

        var found = noor.Page.QuerySelectorAll("section[aria-labelledby=found] .skillrow .fw-semibold").Select(skill => skill.TextContent).ToList();
        Assert.Equal("bid", found[0]);
        Assert.Subset(found[1..5].ToHashSet(), new HashSet<string> { "Incident command", "Incoming inspection", "Incident communication" });
        Assert.Equal("a", found[4]);
        Assert.Equal(20, found.Count);
        Assert.DoesNotContain("principles", found);
        Assert.Contains("The 20 closest are here", noor.Shown("[data-more]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wildcards_of_the_store_are_letters_like_others()
    {
        var noor = await house.SignedInAsync("noor");

        await noor.OpenAsync("/me/skills?q=%25");

        Assert.Contains("No skill has this", noor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_press_says_a_level_another_changes_it_and_a_third_takes_it_back()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync("/me/skills?q=tender");

        await tunde.PressAsync("section[aria-labelledby=found] button[value='2']");
        await tunde.PressAsync("section[aria-labelledby=found] button[value='4']");
        var after = await LevelAsync("tunde", "tender-writing");
        await tunde.PressAsync("section[aria-labelledby=found] button[formaction]");

        Assert.Equal(4, after);
        Assert.Null(await LevelAsync("tunde", "tender-writing"));
        Assert.Contains("Removed", tunde.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_that_does_not_exist_is_refused_in_words()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync("/me/skills?q=pricing");

        using var answer = await tunde.PostAsync("/me/skills", ("skill", await KeyAsync("pricing")), ("level", "9"));

        Assert.Contains("level from 0 to 5", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await LevelAsync("tunde", "pricing"));
    }

    [Fact]
    public async Task Without_the_consent_to_keep_a_profile_a_forged_level_is_refused_in_words()
    {
        var noor = await house.SignedInAsync("noor");
        await noor.OpenAsync("/me/skills");

        using var answer = await noor.PostAsync("/me/skills", ("skill", await KeyAsync("pricing")), ("level", "3"));

        Assert.Contains("You have not agreed that we keep your profile", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await LevelAsync("noor", "pricing"));
    }

    [Fact]
    public async Task A_skill_that_is_not_there_cannot_be_declared_or_removed()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync("/me/skills");

        using var declared = await tunde.PostAsync("/me/skills", ("skill", Guid.NewGuid().ToString("N")), ("level", "3"));
        using var removed = await tunde.PostAsync("/me/skills?handler=Remove", ("skill", await KeyAsync("pension-enrolment")));

        Assert.Equal(HttpStatusCode.NotFound, declared.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
    }

    [Fact]
    public async Task Removing_takes_back_only_what_one_said_oneself()
    {
        var skill = await house.InStoreAsync(db => db.Proficiencies.Where(level => db.People.Any(person => person.Id == level.PersonId && person.Email == "mei@lindenau.example")).Select(level => level.SkillId).FirstAsync());
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync("/me/skills");

        using var declared = await tunde.PostAsync("/me/skills", ("skill", skill.ToString()), ("level", "1"));
        using var removed = await tunde.PostAsync("/me/skills?handler=Remove", ("skill", skill.ToString()));

        var mei = (await house.PersonAsync("mei")).Id;
        Assert.True(await house.InStoreAsync(db => db.Proficiencies.AnyAsync(level => level.PersonId == mei && level.SkillId == skill)));
    }

    [Fact]
    public async Task The_page_says_who_can_see_it()
    {
        var sam = await house.SignedInAsync("sam");
        await sam.OpenAsync("/me/skills");
        var before = sam.Text;

        await house.GivesAsync("sam", Purpose.HoldProfile);
        await house.GivesAsync("sam", Purpose.CountInCoverage);
        await sam.OpenAsync("/me/skills");
        var counted = sam.Text;
        await house.GivesAsync("sam", Purpose.ShowNamedCoverage);
        await sam.OpenAsync("/me/skills");

        Assert.Contains("Only you see this", before, StringComparison.Ordinal);
        Assert.Contains("counted without your name", counted, StringComparison.Ordinal);
        Assert.Contains("Managers of your team see your name", sam.Text, StringComparison.Ordinal);
        Assert.NotNull(sam.Page.QuerySelector("main a[href='/consent']"));
    }

    private async Task<int?> LevelAsync(string person, string skill)
    {
        var id = (await house.PersonAsync(person)).Id;
        return await house.InStoreAsync(db => db.Proficiencies
            .Where(level => level.PersonId == id && db.Skills.Any(known => known.Id == level.SkillId && known.Key == skill))
            .Select(level => (int?)level.Level).FirstOrDefaultAsync());
    }

    private async Task<string> KeyAsync(string skill) => (await house.InStoreAsync(db => db.Skills.Where(known => known.Key == skill).Select(known => known.Id).SingleAsync())).ToString();
}
