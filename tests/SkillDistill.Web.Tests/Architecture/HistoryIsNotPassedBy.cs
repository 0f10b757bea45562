using System.Text.RegularExpressions;

namespace SkillDistill.Web.Tests.Architecture;

/// <summary>People and teams are changed by saving them, since only that writes their history.</summary>
public sealed partial class HistoryIsNotPassedBy
{
    [Fact]
    public void Nothing_changes_people_or_teams_past_the_save()
    {
        var files = Directory.GetFiles(Path.Combine(SourceCode.Root, "src"), "*.cs", SearchOption.AllDirectories);
        Assert.True(files.Length > 300, $"Only {files.Length} files.");

        // The one there is writes a name over itself, to wait for whoever brings something in at the same moment.
        Assert.Equal(["ImportSource.cs"], files.Where(file => PassesBy().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));
        Assert.Matches(PassesBy(), "await db.Teams.Where(team => true)\n    .ExecuteUpdateAsync(");
    }

    [GeneratedRegex(@"db\.(People|Teams|Set<(Person|Team)>\(\))\b[^;]*\.Execute(Update|Delete)", RegexOptions.Singleline)]
    private static partial Regex PassesBy();
}
