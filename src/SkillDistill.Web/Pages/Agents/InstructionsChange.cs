using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>
/// How the instructions of two versions differ: line by line, and within a line that changed word by word. Of long stretches that stayed the same only the lines next to a
/// change are shown.
/// </summary>
/// <param name="Left">How many lines that stayed the same are left out here; 0 where <paramref name="Words"/> are shown.</param>
internal sealed record InstructionsChange(IReadOnlyList<WordChange> Words, int Left)
{
    private const int LinesBeside = 1;

    public static IReadOnlyList<InstructionsChange> Between(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after).Lines;
        var (shown, at) = (new List<InstructionsChange>(), 0);
        while (at < lines.Count)
        {
            var same = lines.Skip(at).TakeWhile(line => line.Type == ChangeType.Unchanged).Select(line => line.Text).ToList();
            AddSame(shown, same, isFirst: at == 0, isLast: at + same.Count == lines.Count);
            at += same.Count;
            var changed = lines.Skip(at).TakeWhile(line => line.Type != ChangeType.Unchanged).ToList();
            if (changed.Count > 0)
            {
                shown.Add(new InstructionsChange(WordChange.Between(Joined(changed, ChangeType.Deleted), Joined(changed, ChangeType.Inserted)), 0));
            }

            at += changed.Count;
        }

        return shown;
    }

    private static void AddSame(List<InstructionsChange> shown, List<string> lines, bool isFirst, bool isLast)
    {
        var (above, below) = (isFirst ? 0 : LinesBeside, isLast ? 0 : LinesBeside);
        var left = lines.Count - above - below;
        if (left <= 1)
        {
            shown.AddRange(lines.Select(Kept));
            return;
        }

        shown.AddRange(lines.Take(above).Select(Kept));
        shown.Add(new InstructionsChange([], left));
        shown.AddRange(lines.TakeLast(below).Select(Kept));
    }

    private static InstructionsChange Kept(string line) => new([new WordChange(ChangeKind.Kept, line)], 0);

    private static string Joined(IEnumerable<DiffPiece> lines, ChangeType type) => string.Join('\n', lines.Where(line => line.Type == type).Select(line => line.Text));
}
