using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Skills;
using SkillDistill.Tests;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>Skills from ESCO, O*NET and an organisation's own list: looked at first, then all of them or none.</summary>
public sealed class BringingSkills : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Escos_skills_come_in_with_their_other_names_once_and_are_named_where_they_are_used()
    {
        var file = await File.ReadAllBytesAsync(Repository.Shared("samples/taxonomies/esco_skills_en.csv"));
        var ada = await LookAsync("esco_skills_en.csv", file);
        Assert.Equal(["3754", "440", "5"], ada.Page.QuerySelectorAll("[data-groups] .form-check .quiet").Select(count => count.TextContent));
        Assert.Equal(4199, Effect(ada, "New") + Effect(ada, "Changed") + Effect(ada, "Same"));
        Assert.Null(ada.Page.QuerySelector("[data-mistakes]"));

        await ada.PressAsync("[data-bring]");

        Assert.Equal(4199, await _house.InStoreAsync(db => db.Skills.CountAsync(skill => skill.Uri != null)));
        await ada.OpenAsync("/admin/skills?q=cutting%20edge");
        Assert.NotNull(ada.Page.QuerySelector("[data-scheme=Esco]"));
        var sam = await _house.SignedInAsync("sam");
        await sam.OpenAsync("/me/skills?q=heat%20pump%20commissioning");
        Assert.Contains("install heat pump", sam.Text, StringComparison.Ordinal);
        Assert.Contains("This service uses the ESCO classification of the European Commission.", sam.Text, StringComparison.Ordinal);
        ada = await LookAsync("esco_skills_en.csv", file);
        Assert.Equal((0, 0, 4199), (Effect(ada, "New"), Effect(ada, "Changed"), Effect(ada, "Same")));
        Assert.Null(ada.Page.QuerySelector("[data-bring]"));
    }

    [Fact]
    public async Task Escos_JSON_adds_meanings_to_what_its_sheet_brought_in()
    {
        await (await LookAsync("esco_skills_en.csv", await File.ReadAllBytesAsync(Repository.Shared("samples/taxonomies/esco_skills_en.csv")))).PressAsync("[data-bring]");
        var file = await File.ReadAllBytesAsync(Repository.Shared("samples/taxonomies/esco_ict_skills.json.gz"));

        var ada = await LookAsync("esco_ict_skills.json.gz", file);
        await ada.PressAsync("[data-bring]");

        var (all, meant) = (await _house.InStoreAsync(db => db.Skills.CountAsync(skill => skill.Uri != null)), await _house.InStoreAsync(db => db.Skills.CountAsync(skill => skill.Definition != null)));
        Assert.Equal((4199 + 1311 - 451, 1269), (all, meant));
        ada = await LookAsync("esco_ict_skills.json.gz", file);
        Assert.Equal((0, 0), (Effect(ada, "New"), Effect(ada, "Changed")));
    }

    [Fact]
    public async Task Onets_elements_come_in_under_each_other_and_only_what_can_be_learnt_unless_one_chooses()
    {
        var file = await File.ReadAllBytesAsync(Repository.Shared("samples/taxonomies/onet_content_model_reference.xlsx"));
        var ada = await LookAsync("onet_content_model_reference.xlsx", file);
        var chosen = ada.Page.QuerySelectorAll("[data-groups] .form-check").Where(group => group.QuerySelector("[checked]") is not null).Select(group => group.QuerySelector("input")!.GetAttribute("value")!);
        Assert.Equal(["2.A Basic Skills", "2.B Cross-Functional Skills", "2.C Knowledge"], chosen);

        await ada.PressAsync("[data-bring]");

        var reading = await OfUriAsync("onet:2.A.1.a");
        var skills = await _house.InStoreAsync(db => db.Skills.AsNoTracking().Where(skill => skill.Uri != null).ToListAsync());
        Assert.Equal("Reading Comprehension", reading.Labels[0].Text);
        Assert.Equal("onet:2.A.1", skills.Single(skill => skill.Id == reading.BroaderId).Uri);
        Assert.Single(skills, skill => skill.Labels.Any(label => label.Text.StartsWith("Mathematics (", StringComparison.Ordinal)));
        Assert.DoesNotContain(skills, skill => skill.Uri!.StartsWith("onet:1", StringComparison.Ordinal));
        await ada.OpenAsync("/me/skills");
        Assert.Contains("O*NET is a trademark of USDOL/ETA", ada.Text, StringComparison.Ordinal);
        ada = await LookAsync("onet_content_model_reference.xlsx", file);
        Assert.Equal((0, 0), (Effect(ada, "New"), Effect(ada, "Changed")));
    }

    [Fact]
    public async Task Other_groups_can_be_chosen_and_are_weighed_anew()
    {
        var ada = await LookAsync("onet.xlsx", await File.ReadAllBytesAsync(Repository.Shared("samples/taxonomies/onet_content_model_reference.xlsx")));
        foreach (var group in ada.Page.QuerySelectorAll("[data-groups] input[type=checkbox]"))
        {
            group.RemoveAttribute("checked");
        }

        ada.Page.QuerySelector("[data-groups] input[value='1.A Abilities']")!.SetAttribute("checked", "");
        await ada.PressAsync("[data-choose]");

        Assert.Equal(72, Effect(ada, "New"));
        await ada.PressAsync("[data-bring]");
        Assert.Equal(72, await _house.InStoreAsync(db => db.Skills.CountAsync(skill => skill.Uri!.StartsWith("onet:1.A"))));
    }

    [Fact]
    public async Task Onets_text_and_its_list_of_skills_by_occupation_are_understood_and_occupations_are_not_taken_for_skills()
    {
        var ada = await LookAsync("Skills.txt", "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n11-1011.00\t2.A.1.a\tReading Comprehension\tIM\t4.12\n11-1011.00\t2.A.1.a\tReading Comprehension\tLV\t4.75\n11-1011.00\t2.A.1.b\tActive Listening\tIM\t4.12\n");
        Assert.Equal(2, Effect(ada, "New"));

        ada = await LookAsync("onet_occupation_data.xlsx", await File.ReadAllBytesAsync(Repository.Shared("samples/taxonomies/onet_occupation_data.xlsx")));
        Assert.Contains("These are occupations, and not skills", ada.Shown("#sheet"), StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-effect]"));
    }

    [Fact]
    public async Task The_organisations_own_list_is_taken_along_and_comes_back_as_nothing_new()
    {
        var ada = await LookAsync("own.csv", "skill,name:zh,other names,under,meaning\nGlass work,玻璃工艺,,,\nGlass blowing,玻璃吹制,\"=glasswork\nbulbs\",Glass work,\"Blowing, by mouth\"\n");
        await ada.PressAsync("[data-bring]");
        var blowing = await _house.InStoreAsync(db => db.Skills.AsNoTracking().SingleAsync(skill => skill.Key == "glass-blowing"));
        Assert.Equal((4, "Blowing, by mouth", "glass-work"), (blowing.Labels.Count, blowing.Definition, await _house.InStoreAsync(db => db.Skills.Where(skill => skill.Id == blowing.BroaderId).Select(skill => skill.Key).SingleAsync())));

        var sheet = await ada.Http.GetByteArrayAsync(new Uri("/admin/skills/import?handler=Sheet", UriKind.Relative));
        Assert.Contains("'=glasswork", Encoding.UTF8.GetString(sheet), StringComparison.Ordinal);
        ada = await LookAsync("skills.csv", sheet);

        Assert.Equal((0, 0), (Effect(ada, "New"), Effect(ada, "Changed")));
        Assert.Null(ada.Page.QuerySelector("[data-mistakes]"));
        Assert.Equal(await _house.InStoreAsync(db => db.Skills.CountAsync()), Effect(ada, "Same"));
    }

    [Fact]
    public async Task The_file_of_what_stands_under_what_places_skills_that_are_here()
    {
        var ada = await LookAsync("skills_de.csv", "conceptType,conceptUri,preferredLabel,altLabels\nKnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,Schweißen,\nKnowledgeSkillCompetence,http://data.europa.eu/esco/skill/2,Fügen,", ("Language", "de"));
        await ada.PressAsync("[data-bring]");

        ada = await LookAsync("broaderRelationsSkillPillar_de.csv", "conceptType,conceptUri,broaderType,broaderUri\nKnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/2\nKnowledgeSkillCompetence,http://data.europa.eu/esco/skill/77,SkillGroup,http://data.europa.eu/esco/skill/2");
        Assert.Equal((0, 1), (Effect(ada, "New"), Effect(ada, "Changed")));
        await ada.PressAsync("[data-bring]");

        Assert.Equal((await OfUriAsync("http://data.europa.eu/esco/skill/2")).Id, (await OfUriAsync("http://data.europa.eu/esco/skill/1")).BroaderId);
        Assert.Equal("de", (await OfUriAsync("http://data.europa.eu/esco/skill/1")).Labels[0].Language);
    }

    [Fact]
    public async Task One_mistake_is_enough_that_nothing_is_brought_in()
    {
        var before = await _house.InStoreAsync(db => db.Skills.CountAsync());
        var ada = await LookAsync("own.csv", "skill,under\nHen,Egg\nEgg,Hen\nGlass blowing,Nowhere\n,\nLamps,\nlamps,\n");

        Assert.Equal(["Line 3", "Line 4", "Line 7"], ada.Page.QuerySelectorAll("[data-mistakes] li b").Select(line => line.TextContent.TrimEnd(':')));
        Assert.Null(ada.Page.QuerySelector("[data-bring]"));
        var kept = ada.Page.QuerySelector("textarea[name=Kept]")!.TextContent;
        using (var posted = await ada.PostAsync("/admin/skills/import?handler=Bring", ("Kept", kept), ("Groups", "")))
        {
            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        }

        Assert.Equal(before, await _house.InStoreAsync(db => db.Skills.CountAsync()));
    }

    [Theory]
    [InlineData("name,level\nA,B", "Missing:", false)]
    [InlineData("conceptUri,label\nA,B", "no list of skills that we know", true)]
    [InlineData("[]", "no list of skills that we know", true)]
    [InlineData("[{\"uri\": 3}]", "no list of skills that we know", true)]
    [InlineData("{\"uri\": ", "no list of skills that we know", true)]
    [InlineData("PK\u0003\u0004 not a workbook at all", "This workbook cannot be read", true)]
    [InlineData("", "at least one line", true)]
    [InlineData("name,other names\nMilling,\"cutting\nTurning,lathe work\nWelding,joining\n", "On line 2 a quotation mark", true)]
    [InlineData("name,other names\nMilling,cutting,turning\n", "Line 2 has 3 cells", true)]
    public async Task A_file_that_is_no_such_list_is_told_so(string text, string sentence, bool isRefused)
    {
        var ada = await LookAsync("file.csv", text);

        Assert.Equal(isRefused, ada.Shown("#sheet").Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(isRefused, ada.Page.QuerySelector("[data-effect]") is null);
    }

    [Fact]
    public async Task What_is_too_large_or_grows_too_large_when_unpacked_is_refused()
    {
        var long100 = "skill\n" + string.Concat(Enumerable.Range(1, 100_000).Select(number => $"Skill {number}\n"));
        Assert.Contains("20,000", (await LookAsync("long.csv", long100)).Shown("#sheet"), StringComparison.Ordinal);
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var blank = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 128; megabyte++)
            {
                await zip.WriteAsync(blank);
            }
        }

        Assert.Contains("96 MB", (await LookAsync("bomb.gz", packed.ToArray())).Shown("#sheet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_skills_are_words_and_nothing_else()
    {
        var ada = await LookAsync("own.csv", "skill,other names\n\"<img src=x onerror=alert(1)>\",\"{{7*7}}|<b>\"\n");

        Assert.Empty(ada.Page.QuerySelectorAll("main img, [data-steps] b"));
        await ada.PressAsync("[data-bring]");
        await ada.OpenAsync("/admin/skills?q=onerror");
        Assert.Empty(ada.Page.QuerySelectorAll("main img"));
        Assert.Contains("<img src=x onerror=alert(1)>", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_back_is_trusted_no_more_than_a_file()
    {
        var ada = await _house.SignedInAsync("ada");
        foreach (var kept in new[] { "", "not base64 at all", Convert.ToBase64String("plain"u8), Packed("null"), Packed("{}"), Packed("{\"Concepts\":[{\"Line\":1,\"Labels\":null}]}") })
        {
            using var posted = await ada.PostAsync("/admin/skills/import?handler=Bring", ("Kept", kept), ("Groups", ""));

            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        }
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("[{\"Line\":1,\"Labels\":[null]}]")]
    [InlineData("[{\"Line\":1,\"Labels\":[{\"Language\":null,\"Text\":\"A\",\"IsPreferred\":true}]}]")]
    [InlineData("[{\"Line\":1,\"Labels\":[{\"Language\":\"en\",\"Text\":null,\"IsPreferred\":true}]}]")]
    [InlineData("[{\"Line\":1,\"Labels\":[{\"Language\":\"english\",\"Text\":\"A\",\"IsPreferred\":true}]}]")]
    [InlineData("[{\"Line\":1,\"Labels\":[{\"Text\":\"A\"}]}]")]
    public async Task A_forged_file_is_answered_with_a_sentence(string concepts)
    {
        var ada = await _house.SignedInAsync("ada");
        foreach (var handler in new[] { "Bring", "Choose" })
        {
            using var posted = await ada.PostAsync($"/admin/skills/import?handler={handler}", ("Kept", Packed($"{{\"File\":\"x\\u0000y\",\"Concepts\":{concepts}}}")), ("Groups", ""));

            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
            Assert.Contains("at least one line", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Brought_in_twice_it_is_said_to_be_there_already_and_mistakes_are_told_by_the_line_where_their_row_begins()
    {
        const string Sheet = "skill,under\nGlass blowing,\n";
        var looked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LookAsync("own.csv", Sheet)));
        await Task.WhenAll(looked.Select(ada => ada.PressAsync("[data-bring]")));
        Assert.Single(looked, ada => ada.Page.Body!.TextContent.Contains("Skills brought in: 1;", StringComparison.Ordinal));
        Assert.DoesNotContain(looked, ada => ada.Page.QuerySelector(".field-validation-error") is not null);

        var wrong = await LookAsync("own.csv", "skill,meaning,under\nLamps,\"one\ntwo\nthree\",Nowhere\nBulbs,,Nowhere\n");

        Assert.Equal(["Line 2", "Line 5"], wrong.Page.QuerySelectorAll("[data-mistakes] li b").Select(line => line.TextContent.TrimEnd(':')));
    }

    [Fact]
    public async Task Only_an_admin_brings_skills_in()
    {
        foreach (var key in new[] { "sam", "dafydd", "noor" })
        {
            var other = await _house.SignedInAsync(key);
            await other.OpenAsync("/admin/skills/import");

            Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        }
    }

    private static string Packed(string json)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(json));
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    private static int Effect(Visitor ada, string effect) => int.Parse(ada.Page.QuerySelector($"[data-effect={effect}] b")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);

    private Task<Skill> OfUriAsync(string uri) => _house.InStoreAsync(db => db.Skills.AsNoTracking().SingleAsync(skill => skill.Uri == uri));

    private Task<Visitor> LookAsync(string name, string text, params (string, string)[] fields) => LookAsync(name, Encoding.UTF8.GetBytes(text), fields);

    private async Task<Visitor> LookAsync(string name, byte[] file, params (string Field, string Value)[] fields)
    {
        var ada = await _house.SignedInAsync("ada");
        await ada.OpenAsync("/admin/skills/import");
        foreach (var (field, value) in fields)
        {
            foreach (var option in ada.Page.QuerySelectorAll($"[name={field}] option"))
            {
                option.RemoveAttribute("selected");
                if (option.GetAttribute("value") == value)
                {
                    option.SetAttribute("selected", "");
                }
            }
        }

        return await ada.UploadAsync("input[name=Upload]", (name, file));
    }
}
