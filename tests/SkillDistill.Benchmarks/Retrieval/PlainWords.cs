using System.Text.RegularExpressions;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>Words for engines that cannot cut Chinese themselves: what is Chinese as overlapping pairs of characters.</summary>
internal static partial class PlainWords
{
    public static IEnumerable<string> In(string text) => Runs().Matches(text.ToLowerInvariant()).SelectMany(run => IsChinese(run.Value) ? Pairs(run.Value) : [run.Value]);

    public static string Spaced(string text) => string.Join(' ', In(text));

    private static bool IsChinese(string run) => run[0] >= '\u4e00';

    private static IEnumerable<string> Pairs(string run) => run.Length == 1 ? [run] : Enumerable.Range(0, run.Length - 1).Select(at => run.Substring(at, 2));

    [GeneratedRegex(@"[\u4e00-\u9fff]+|[\p{L}\p{N}-[\u4e00-\u9fff]]+")]
    private static partial Regex Runs();
}
