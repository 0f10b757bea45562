using System.Text;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>What is thin, since when, and how it was before: on the page, on a skill's page and in the sheet.</summary>
public sealed class LookingAtMonths : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_sentence_the_line_the_skill_and_the_sheet_say_since_when()
    {
        var skill = await WasAsync("Incident command", (8, CoverageState.Covered), (9, CoverageState.SinglePointOfFailure), (10, CoverageState.Gap), (11, CoverageState.SinglePointOfFailure));
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");

        Assert.Matches("; thinnest is .+, no better since [A-Z][a-z]+ 2026( or before)?\\.$", dafydd.Shown("#sentence"));
        var row = dafydd.Page.QuerySelectorAll(".coverage-lines tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == "Incident command");
        Assert.Equal("no better since August 2026", row.QuerySelector("[data-since]")!.TextContent);
        Assert.All(dafydd.Page.QuerySelectorAll(".coverage-lines tbody tr").Where(row => row.TextContent.Contains("Covered", StringComparison.Ordinal)), row => Assert.Null(row.QuerySelector("[data-since]")));
        var sheet = Encoding.UTF8.GetString(await dafydd.Http.GetByteArrayAsync(new Uri("/coverage?handler=Sheet", UriKind.Relative))).Split('\n');
        Assert.EndsWith(",No better since,On", sheet[0].TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith(",2026-08,2026-11-02", sheet.Single(line => line.Contains("Incident command", StringComparison.Ordinal)).TrimEnd(), StringComparison.Ordinal);
        await dafydd.OpenAsync($"/coverage/skill?skill={skill.Id}");
        Assert.Equal("It has stood no better since August 2026.", dafydd.Shown("[data-since]"));
    }

    [Fact]
    public async Task Another_day_says_nothing_of_months()
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage?horizon=6");

        Assert.Null(dafydd.Page.QuerySelector("[data-kept-months]"));
        Assert.Null(dafydd.Page.QuerySelector("[data-since]"));
    }

    [Fact]
    public async Task The_numbers_of_the_picture_are_those_that_are_kept_and_filters_pick_among_them()
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        var team = await _house.InStoreAsync(db => db.Teams.SingleAsync(team => team.Name == "Platform & Operations"));
        var kept = await _house.InStoreAsync(db => db.CoverageMonths.AsNoTracking().Where(month => month.TeamId == team.Id).ToListAsync());

        Assert.NotNull(dafydd.Page.QuerySelector("script[src^='/assets/months']"));
        var rows = dafydd.Page.QuerySelectorAll("[data-kept-months] tbody tr").ToList();
        Assert.Equal(kept.GroupBy(month => month.Month).OrderBy(month => month.Key).Select(month => string.Join(' ', Standing.States.Select(state => month.Count(line => line.State == state)))), rows[..^1].Select(Numbers));
        Assert.Equal("Now", rows[^1].QuerySelector("th")!.TextContent);
        Assert.Equal(dafydd.Page.QuerySelectorAll(".coverage-lines tbody .tag").Count(tag => tag.TextContent.EndsWith("Gap", StringComparison.Ordinal)), int.Parse(Numbers(rows[^1]).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));

        await dafydd.OpenAsync("/coverage?q=incident+command");
        Assert.All(dafydd.Page.QuerySelectorAll("[data-kept-months] tbody tr"), row => Assert.Equal(1, Numbers(row).Split(' ').Sum(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(0, "None is kept")]
    [InlineData(1, "One is kept")]
    public async Task Fewer_than_two_months_are_a_sentence_and_no_picture(int months, string sentence)
    {
        await _house.InStoreAsync(db => db.CoverageMonths.Where(month => months == 0 || month.Month != new DateOnly(2026, 11, 1)).ExecuteDeleteAsync());

        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");

        Assert.Contains(sentence, dafydd.Shown("[data-too-few-months]"), StringComparison.Ordinal);
        Assert.Null(dafydd.Page.QuerySelector("canvas"));
        Assert.Null(dafydd.Page.QuerySelector("script[src^='/assets/months']"));
    }

    [Fact]
    public async Task A_skill_out_of_use_is_in_no_month()
    {
        var skill = await WasAsync("Incident command", (10, CoverageState.Gap), (11, CoverageState.Gap));
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        var before = dafydd.Page.QuerySelectorAll("[data-kept-months] tbody tr").Select(Targets).ToList();

        await _house.InStoreAsync(async db =>
        {
            (await db.Skills.SingleAsync(known => known.Id == skill.Id)).Retire(_house.Clock.GetUtcNow());
            await db.Targets.Where(target => target.SkillId == skill.Id).ExecuteDeleteAsync();
            return await db.SaveChangesAsync();
        });

        await dafydd.OpenAsync("/coverage");
        Assert.Equal(before[^1] - 1, Targets(dafydd.Page.QuerySelectorAll("[data-kept-months] tbody tr")[^1]));
        Assert.Equal(before[^2] - 1, Targets(dafydd.Page.QuerySelectorAll("[data-kept-months] tbody tr")[^2]));
    }

    private static string Numbers(AngleSharp.Dom.IElement row) => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));

    private static int Targets(AngleSharp.Dom.IElement row) => Numbers(row).Split(' ').Sum(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Of the platform team and this skill these months of 2026 are kept, and no others.</summary>
    private Task<Skill> WasAsync(string label, params (int Month, CoverageState State)[] months) => _house.InStoreAsync(async db =>
    {
        var skill = await db.Skills.SingleAsync(skill => skill.Labels.Any(known => known.Text == label));
        var team = await db.Teams.SingleAsync(team => team.Name == "Platform & Operations");
        await db.CoverageMonths.Where(month => month.SkillId == skill.Id && month.TeamId == team.Id).ExecuteDeleteAsync();
        foreach (var (month, state) in months)
        {
            var holders = Enumerable.Range(0, state switch { CoverageState.Gap => 0, CoverageState.SinglePointOfFailure => 1, CoverageState.Thin => 2, _ => 3 });
            var named = holders.Select(_ => Member.Named(Domain.Id<Domain.People.Person>.New(), team.Id, "", new Dictionary<Domain.Id<Skill>, int> { [skill.Id] = 5 }));
            db.CoverageMonths.AddRange(CoverageMonth.Keep([new CoverageLine(team.Id, skill.Id, 3, 3, [.. named], 0, 0)], new DateOnly(2026, month, 1)));
        }

        await db.SaveChangesAsync();
        return skill;
    });
}
