namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>
/// Cuts one section into pieces that a colleague could be pointed to. A short section is one piece; in a long one each row, each long
/// list item and each admonition with a rule stands alone, and the rest is parted between paragraphs.
/// </summary>
internal static class CutSection
{
    /// <summary>What a reader takes in at a glance.</summary>
    private const int Aim = 900;

    private const int ItemStandsAlone = 150;

    /// <summary>An item of a list of rules that have nothing to do with each other.</summary>
    private const int RuleStandsAlone = 36;

    private const int LongList = 2500;

    private const int TooShort = 150;

    /// <summary>Admonitions in a row.</summary>
    private const int LongestRow = 20;

    private const int RowStandsAlone = 40;

    public static IReadOnlyList<Piece> Of(Section section, string source)
    {
        var blocks = JoinLists.Of(section.Blocks).SelectMany(block => FitBlock.To(block, source)).ToList();
        var pieces = new List<Piece>();
        var run = new List<Block>();
        for (var at = 0; at < blocks.Count; at++)
        {
            var alone = StandAlone(section, blocks, at);
            if (alone.Count == 0)
            {
                run.Add(blocks[at]);
                continue;
            }

            // A line that only leads in a list or table goes with its first part.
            if (run.Count > 0 && run[^1].Text.Length < TooShort && (run.Count == 1 || Wording.LeadsIn(run[^1].Text)) && blocks[at].Kind != BlockKind.Admonition)
            {
                alone = [.. alone.Skip(1).Prepend(alone[0] with { Start = run[^1].Start, Text = $"{run[^1].Text}\n{alone[0].Text}", Lead = Lead(alone[0]) })];
                run.RemoveAt(run.Count - 1);
            }

            pieces.AddRange(Part(section, run));
            run.Clear();
            pieces.AddRange(alone.Select(block => new Piece(section, [block], Lead(block))));
        }

        pieces.AddRange(Part(section, run));
        return Named(pieces);
    }

    private static List<Block> StandAlone(Section section, List<Block> blocks, int at) => blocks[at] switch
    {
        { Kind: BlockKind.Table, Parts.Count: > 0 } table when table.Parts.Average(row => row.Text.Length) >= RowStandsAlone => [.. table.Parts],
        { Kind: BlockKind.List, Parts.Count: > 1 } list when ItemsStandAlone(section, list, at > 0 && Wording.DrawsBoundary(blocks[at - 1].Text)) => [.. list.Parts],
        { Kind: BlockKind.Admonition, Text.Length: >= 100 } note when Wording.HoldsRule(note.Text) && StandsAtEdge(blocks, at) => [note],
        _ => [],
    };

    /// <summary>In the middle of a text, what stands around an admonition would lose its thread without it.</summary>
    private static bool StandsAtEdge(List<Block> blocks, int at) =>
        OtherThanAdmonition(blocks, at, 1) is null or { Kind: BlockKind.Table } || OtherThanAdmonition(blocks, at, -1) is null or { Kind: BlockKind.Table };

    private static Block? OtherThanAdmonition(List<Block> blocks, int at, int step)
    {
        for (var (next, looked) = (at + step, 0); next >= 0 && next < blocks.Count && looked < LongestRow; (next, looked) = (next + step, looked + 1))
        {
            if (blocks[next].Kind != BlockKind.Admonition)
            {
                return blocks[next];
            }
        }

        return null;
    }

    private static bool ItemsStandAlone(Section section, Block list, bool boundary)
    {
        var average = list.Parts.Average(item => item.Text.Length);
        if (!list.Ordered && (Wording.CollectsRules(section.Heading) || boundary) && average >= RuleStandsAlone / (Wording.IsChinese(list.Text) ? 3 : 1))
        {
            return true;
        }

        var longList = list.Parts.All(item => item.Lead.Length > 0) ? LongList / 2 : LongList;
        return list.Ordered
            ? list.Text.Length > longList && average >= ItemStandsAlone
            : section.Length > Aim && list.Text.Length > Aim && average >= ItemStandsAlone;
    }

    /// <summary>Parts a run of blocks evenly, never between a block and what it leads in.</summary>
    private static IEnumerable<Piece> Part(Section section, List<Block> run)
    {
        var length = run.Sum(block => block.Size);
        var aim = length <= Aim * 5 / 4 ? int.MaxValue : length / Math.Ceiling(length / (double)Aim);
        var part = new List<Block>();
        var (sum, left) = (0, length);
        foreach (var block in run)
        {
            var full = sum + (block.Size / 2) > aim && sum >= TooShort && left >= TooShort;
            if (sum > 0 && ((full && MayBreak(part[^1], block)) || sum + block.Size > FitBlock.Limit))
            {
                yield return new Piece(section, [.. part], Lead(part[0]));
                part.Clear();
                sum = 0;
            }

            part.Add(block);
            sum += block.Size;
            left -= block.Size;
        }

        if (part.Count > 0)
        {
            yield return new Piece(section, part, Lead(part[0]));
        }
    }

    private static bool MayBreak(Block before, Block after) =>
        !Wording.LeadsIn(before.Text) && after.Kind is not (BlockKind.Code or BlockKind.Quote) && (after.Kind != BlockKind.List || before.Kind == BlockKind.List);

    private static string Lead(Block block) => block.Lead.Length > 0 ? block.Lead : Sentences.First(block.Text);

    /// <summary>The first piece goes by the section's own heading, unless a row or item leads it.</summary>
    private static IReadOnlyList<Piece> Named(List<Piece> pieces) => pieces.Count switch
    {
        0 => [],
        1 when pieces[0].Blocks[^1] is { Kind: BlockKind.Admonition, Lead.Length: > 0 } note && pieces[0].Blocks.Count == 1 => [pieces[0] with { Lead = note.Lead }],
        1 => [pieces[0] with { Lead = "" }],
        _ => [.. pieces.Select((piece, at) => piece with { Lead = at == 0 && piece.Blocks[^1].Kind is not (BlockKind.Row or BlockKind.Item or BlockKind.Admonition) ? "" : piece.Lead, Part = at + 1 })],
    };
}
