using System.Text.RegularExpressions;
using DiffPlex;

namespace SkillDistill.Web.Language;

internal enum ChangeKind
{
    Kept,
    Gone,
    Added,
}

/// <summary>A run of words that was kept, taken out or put in.</summary>
internal sealed partial record WordChange(ChangeKind Kind, string Text)
{
    /// <summary>From the old words to the new, in reading order. Chinese is compared by characters, since nothing stands between its words.</summary>
    public static IReadOnlyList<WordChange> Between(string old, string now)
    {
        var diff = Differ.Instance.CreateDiffs(old, now, ignoreWhiteSpace: false, ignoreCase: false, Pieces.Instance);
        var (changes, at) = (new List<WordChange>(), 0);
        foreach (var block in diff.DiffBlocks)
        {
            Add(ChangeKind.Kept, diff.PiecesOld.Skip(at).Take(block.DeleteStartA - at));
            Add(ChangeKind.Gone, diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(ChangeKind.Added, diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(ChangeKind.Kept, diff.PiecesOld.Skip(at));
        return changes;

        void Add(ChangeKind kind, IEnumerable<string> pieces)
        {
            if (string.Concat(pieces) is { Length: > 0 } text)
            {
                changes.Add(new WordChange(kind, text));
            }
        }
    }

    private sealed partial class Pieces : IChunker
    {
        public static readonly Pieces Instance = new();

        public IReadOnlyList<string> Chunk(string text) => [.. Piece().Matches(text).Select(match => match.Value)];

        [GeneratedRegex(@"[\u2E80-\u9FFF\uF900-\uFAFF]|[\p{L}\p{N}'’]+?(?=[\u2E80-\u9FFF\uF900-\uFAFF]|[^\p{L}\p{N}'’]|$)|\s+|.", RegexOptions.Singleline)]
        private static partial Regex Piece();
    }
}
