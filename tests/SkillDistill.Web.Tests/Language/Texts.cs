using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkillDistill.Data;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain;

namespace SkillDistill.Web.Tests.Language;

public sealed partial class Texts
{
    private static readonly Lazy<Dictionary<string, (Dictionary<string, string> English, Dictionary<string, string> Chinese)>> Resources = new(Load);

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        Assert.NotEmpty(Resources.Value);
        Assert.All(Resources.Value, resource =>
        {
            Assert.Equal(resource.Value.English.Keys.Order(StringComparer.Ordinal), resource.Value.Chinese.Keys.Order(StringComparer.Ordinal));
            Assert.DoesNotContain(resource.Value.English.Concat(resource.Value.Chinese), text => string.IsNullOrWhiteSpace(text.Value));
        });
    }

    [Fact]
    public void Every_text_has_the_same_gaps_to_fill_in_both_languages()
    {
        var uneven = from resource in Resources.Value
                     from text in resource.Value.English
                     where !Gaps(text.Value).SetEquals(Gaps(resource.Value.Chinese[text.Key]))
                     select $"{resource.Key}: {text.Key}";

        Assert.Empty(uneven);
    }

    [Fact]
    public void Every_key_that_code_and_pages_name_has_a_text()
    {
        var asked = SourceCode.Files(".cshtml").SelectMany(InPage).Concat(SourceCode.Files(".cs", "src/SkillDistill.Web").SelectMany(InCode)).ToList();

        Assert.True(asked.Count > 100, $"Only {asked.Count} keys were found.");
        Assert.Empty(asked.Where(key => !Resources.Value.TryGetValue(key.Resource, out var texts) || !texts.English.ContainsKey(key.Key)).Select(key => $"{key.File}: {key.Resource}[\"{key.Key}\"]"));
    }

    [Fact]
    public void Every_refusal_has_a_sentence()
    {
        var refusals = new[] { typeof(Refusal).Assembly, typeof(SkillDistillDb).Assembly, typeof(Composer).Assembly, typeof(Program).Assembly }
            .SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract).Select(type => type.Name).ToList();

        Assert.NotEmpty(refusals);
        Assert.Empty(refusals.Except(Resources.Value["Refusals"].English.Keys));
        Assert.Equal(refusals.Count, refusals.Distinct().Count());
    }

    [Fact]
    public void No_page_holds_words_of_its_own()
    {
        var pages = SourceCode.Files(".cshtml");

        // A reader that had lost its way in a page would not find what stands at its end.
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains("Zebra", RazorText.In(File.ReadAllText(page) + "<p>Zebra</p>")));
        Assert.Empty(pages.SelectMany(page => RazorText.In(File.ReadAllText(page)).Select(text => $"{SourceCode.Name(page)}: {text}")));
    }

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("@if (a < b) { var x = \"no\"; <p title=\"Say @x\">@T[\"Key\"] there</p> } else { <b>x</b> }", "Say", "there")]
    [InlineData("@foreach (var a in All.Where(b => b.Is(\"}\"))) { <li>@a.Name(\"in\") <icon name=\"check\" /> @(a is null ? \"no\" : \"yes\")</li> } <i>after</i>", "after")]
    [InlineData("@if (a) { <div><div>one</div>it's two</div> } <p>three</p>", "one", "it's two", "three")]
    [InlineData("@* none *@ @page \"/x\"\n<!-- none --> &nbsp;·")]
    public void Words_in_a_page_are_found_and_code_is_not(string razor, params string[] words) => Assert.Equal(words, RazorText.In(razor));

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(gap => gap.Groups[1].Value)];

    private static IEnumerable<(string File, string Resource, string Key)> InPage(string page)
    {
        var imports = new List<string> { page };
        for (var folder = Path.GetDirectoryName(page)!; folder.StartsWith(Path.Combine(SourceCode.Root, "src"), StringComparison.Ordinal); folder = Path.GetDirectoryName(folder)!)
        {
            imports.Add(Path.Combine(folder, "_ViewImports.cshtml"));
        }

        var injected = imports.Where(File.Exists).SelectMany(file => Injected().Matches(File.ReadAllText(file)))
            .Select(inject => (Name: inject.Groups[2].Value, Resource: inject.Groups[1].Value)).DistinctBy(inject => inject.Name);
        return Named(page, injected);
    }

    private static IEnumerable<(string File, string Resource, string Key)> InCode(string file) =>
        Named(file, Localizer().Matches(File.ReadAllText(file)).Select(found => (found.Groups[2].Value, found.Groups[1].Value)).Distinct());

    private static IEnumerable<(string File, string Resource, string Key)> Named(string file, IEnumerable<(string Name, string Resource)> localizers)
    {
        var text = File.ReadAllText(file);
        return localizers.SelectMany(localizer => Regex.Matches(text, $@"(?<![\w.]){localizer.Name}\[""([^""]+)""\s*[\],]")
            .Select(key => (SourceCode.Name(file), localizer.Resource, key.Groups[1].Value)));
    }

    private static Dictionary<string, (Dictionary<string, string> English, Dictionary<string, string> Chinese)> Load() =>
        SourceCode.Files(".resx").Where(file => !file.EndsWith(".zh-Hans.resx", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => (Read(file), Read(Path.ChangeExtension(file, ".zh-Hans.resx"))));

    private static Dictionary<string, string> Read(string resx) =>
        XDocument.Load(resx).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"@inject\s+IStringLocalizer<(?:\w+\.)*(\w+)>\s+(\w+)")]
    private static partial Regex Injected();

    [GeneratedRegex(@"IStringLocalizer<(?:\w+\.)*(\w+)>\s+(\w+)")]
    private static partial Regex Localizer();
}
