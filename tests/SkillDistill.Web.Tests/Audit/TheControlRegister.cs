using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SkillDistill.Web.Pages.Audit;

namespace SkillDistill.Web.Tests.Audit;

public sealed partial class TheControlRegister
{
    [Fact]
    public void Every_test_it_names_is_there()
    {
        var tests = SourceCode.Files(".cs", "tests").SelectMany(TestsIn).ToHashSet();

        Assert.True(tests.Count > 300, $"Only {tests.Count} tests were found.");
        Assert.Empty(ControlRegister.Controls.SelectMany(control => control.Tests).Except(tests));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_words_in_the_resources_and_at_least_one_test()
    {
        var words = XDocument.Load(Path.Combine(SourceCode.Root, "src", "SkillDistill.Web", "Pages", "Audit", "AuditText.resx")).Root!.Elements("data")
            .Select(data => data.Attribute("name")!.Value).Where(name => name.StartsWith("Control.", StringComparison.Ordinal));

        Assert.Equal(words.Order(StringComparer.Ordinal), ControlRegister.Controls.Select(control => $"Control.{control.Key}").Order(StringComparer.Ordinal));
        Assert.All(ControlRegister.Controls, control => Assert.NotEmpty(control.Tests));
        Assert.All(ControlRegister.Controls, control => Assert.Equal(control.Tests.Distinct(), control.Tests));
    }

    [Fact]
    public async Task Results_of_the_build_are_gathered_for_every_test_it_names()
    {
        var folder = Directory.CreateTempSubdirectory("skilldistill-trx").FullName;
        var named = ControlRegister.Controls.SelectMany(control => control.Tests).Distinct().ToList();
        var (failing, skipped, absent) = (named[1], named[2], named[3]);
        await File.WriteAllTextAsync(Path.Combine(folder, "Web_on_SQLite.trx"), Trx([.. named.Where(name => name != absent).Select(name => (name, "Passed"))]));
        await File.WriteAllTextAsync(Path.Combine(folder, "Web_on_PostgreSQL.trx"), Trx((named[0], "Passed"), (failing, "Failed"), (skipped, "NotExecuted"), ("Some.Other.Test", "Failed")));
        var made = Path.Combine(folder, "artifacts", "control-results.json");

        var (code, said) = await NodeAsync("scripts/control-results.mjs", "src/SkillDistill.Web/Pages/Audit/controls.json", folder, made);

        Assert.Equal((0, ""), (code, said));
        var results = new ControlResults(Options.Create(new AuditOptions { ControlResults = made }), new HostingEnvironment { ContentRootPath = folder }, NullLogger<ControlResults>.Instance);
        var build = (await results.ReadAsync(CancellationToken.None))!;
        Assert.Equal(named.Except([absent]).Order(StringComparer.Ordinal), build.Tests.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((ControlOutcome.Passed, 2), (build.Tests[named[0]].Outcome, build.Tests[named[0]].Cases));
        Assert.Equal((ControlOutcome.Failed, ControlOutcome.Skipped), (build.Tests[failing].Outcome, build.Tests[skipped].Outcome));
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 20, 15, 0, TimeSpan.Zero), build.Finished);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_run_without_a_test_leaves_no_results()
    {
        var folder = Directory.CreateTempSubdirectory("skilldistill-trx").FullName;
        var made = Path.Combine(folder, "control-results.json");

        var (code, _) = await NodeAsync("scripts/control-results.mjs", "src/SkillDistill.Web/Pages/Audit/controls.json", folder, made);

        Assert.Equal(0, code);
        Assert.False(File.Exists(made));
        Directory.Delete(folder);
    }

    /// <summary>A result file as the test platform writes it; the first test as a theory of one case.</summary>
    private static string Trx(params (string Name, string Outcome)[] tests)
    {
        XNamespace space = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        var known = tests.Select((test, index) => (Id: $"{index}", test.Name, test.Outcome, Case: index == 0 ? test.Name + "(word: \"a > b & 'c'\")" : test.Name)).ToList();
        return new XDocument(new XElement(
            space + "TestRun",
            new XElement(space + "Results", known.Select(test => new XElement(
                space + "UnitTestResult",
                new XAttribute("testId", test.Id),
                new XAttribute("testName", test.Case),
                new XAttribute("endTime", "2026-11-01T21:15:00+01:00"),
                new XAttribute("outcome", test.Outcome)))),
            new XElement(space + "TestDefinitions", known.Select(test => new XElement(
                space + "UnitTest",
                new XAttribute("name", test.Case),
                new XAttribute("id", test.Id),
                new XElement(space + "TestMethod", new XAttribute("className", test.Name[..test.Name.LastIndexOf('.')]), new XAttribute("name", test.Name[(test.Name.LastIndexOf('.') + 1)..]))))))).ToString();
    }

    private static async Task<(int Code, string Said)> NodeAsync(params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = SourceCode.Root, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync() + await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, said);
    }

    /// <summary>The full names of the tests in a file: whatever method follows a line with [Fact] or [Theory].</summary>
    private static IEnumerable<string> TestsIn(string file)
    {
        var text = File.ReadAllText(file);
        if (!Space().Match(text).TryGet(out var space) || !Class().Match(text).TryGet(out var type))
        {
            return [];
        }

        return Test().Matches(text).Select(test => $"{space}.{type}.{test.Groups[1].Value}");
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Space();

    [GeneratedRegex(@"^public (?:sealed )?(?:partial )?class (\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"^    \[(?:Fact|Theory)\b[^\n]*\n(?:    \[[^\n]*\n|        [^\n]*\n)*    public (?:async )?\w+ (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Test();
}

internal static class Matches
{
    public static bool TryGet(this Match match, out string value)
    {
        value = match.Groups[1].Value;
        return match.Success;
    }
}
