using System.Text;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>A name by which two skills go names neither; and no list makes one so without a word.</summary>
public sealed class NamesOfSeveralSkills : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_list_of_ones_own_means_the_skill_that_goes_by_the_name_too()
    {
        var ada = await LookAsync("/admin/skills/import", "skill,other names\ngdpr,GDPR law\nPrivacy,\n");

        Assert.Contains("line 2", ada.Page.QuerySelector("[data-mistakes]")!.TextContent, StringComparison.Ordinal);

        ada = await LookAsync("/admin/skills/import", "skill,other names\ngdpr,GDPR law\n");
        Assert.Equal("“gdpr” is another name of it", ada.Shown("[data-known-as]"));
        Assert.Contains("Data protection", ada.Shown("[data-steps] tbody"), StringComparison.Ordinal);
        await ada.PressAsync("[data-bring]");

        Assert.Equal(["Data protection"], await CalledAsync("GDPR law"));
        Assert.Equal(["Data protection"], await CalledAsync("gdpr"));
    }

    [Fact]
    public async Task A_list_of_ones_own_gives_no_skill_a_name_of_another()
    {
        var ada = await LookAsync("/admin/skills/import", "skill,other names\nQueue watching,First  line\n");

        Assert.Contains("“First line”, another name of “Queue watching”, is a name of another skill already", ada.Page.QuerySelector("[data-mistakes]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-bring]"));
    }

    [Fact]
    public async Task A_sheet_of_targets_takes_a_name_of_two_skills_for_neither_unless_one_goes_by_it_first_of_all()
    {
        const string Sheet = "team,skill,level,people\nPlatform & Operations,First Line,2,1\n";
        Assert.Null((await LookAsync("/admin/targets/sheet", Sheet)).Page.QuerySelector("[data-mistakes]"));
        await DefineAsync("watching", new SkillLabel("en", "Queue watching", true), new SkillLabel("en", "first line", false));

        Assert.Contains("Two skills go by the name \"First Line\"", (await LookAsync("/admin/targets/sheet", Sheet)).Page.QuerySelector("[data-mistakes]")!.TextContent, StringComparison.Ordinal);

        await DefineAsync("line", new SkillLabel("en", "First line", true));
        Assert.Null((await LookAsync("/admin/targets/sheet", Sheet)).Page.QuerySelector("[data-mistakes]"));
    }

    [Fact]
    public async Task Skills_that_are_looked_for_stand_by_how_near_they_are_called()
    {
        await DefineAsync("a", new SkillLabel("en", "Emphases", true));
        await DefineAsync("b", new SkillLabel("en", "Haskell", true));
        await DefineAsync("c", new SkillLabel("en", "Has", true));
        await DefineAsync("d", new SkillLabel("en", "What has", true));
        await DefineAsync("e", new SkillLabel("en", "Bees", true), new SkillLabel("en", "hassle", false));
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/skills?q=has");

        Assert.Equal(["Has", "Haskell", "Bees", "What has", "Emphases"], ada.Page.QuerySelectorAll("#skills li > a").Select(label => label.TextContent.Trim()).Take(5));
    }

    private Task<int> DefineAsync(string key, params SkillLabel[] labels) => _house.InStoreAsync(db =>
    {
        db.Skills.Add(Skill.Define(key, null, labels));
        return db.SaveChangesAsync();
    });

    private Task<List<string>> CalledAsync(string name) => _house.InStoreAsync(async db =>
        (await db.Skills.AsNoTracking().ToListAsync()).Where(skill => skill.Labels.Any(label => string.Equals(label.Text, name, StringComparison.OrdinalIgnoreCase))).Select(skill => skill.Label(new System.Globalization.CultureInfo("en"))).ToList());

    private async Task<Visitor> LookAsync(string page, string sheet) =>
        await (await (await _house.SignedInAsync("ada")).OpenAsync(page)).UploadAsync("input[name=Upload]", ("own.csv", Encoding.UTF8.GetBytes(sheet)));
}
