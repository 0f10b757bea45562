namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>A picture between two items ends a list in Markdown, though not for its reader: what was one list is one again.</summary>
internal static class JoinLists
{
    public static IReadOnlyList<Block> Of(IReadOnlyList<Block> blocks)
    {
        var joined = new List<Block>();
        for (var at = 0; at < blocks.Count;)
        {
            var run = blocks.Skip(at).TakeWhile(block => block is { Kind: BlockKind.List, Ordered: false }).ToList();
            joined.Add(run.Count < 2 ? blocks[at] : Joined(run));
            at += Math.Max(1, run.Count);
        }

        return joined;
    }

    private static Block Joined(List<Block> lists) => lists[0] with
    {
        End = lists[^1].End,
        Text = string.Join('\n', lists.Select(list => list.Text)),
        Parts = [.. lists.SelectMany(list => list.Parts)],
        OnlyLinks = lists.TrueForAll(list => list.OnlyLinks),
    };
}
