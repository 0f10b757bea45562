using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Leaves out what no card could say: lists of links, tables of contents, "none yet".</summary>
internal static partial class WithoutJunk
{
    public static void From(Section section)
    {
        var blocks = section.Blocks;
        if (Wording.IsLinkHeading(section.Heading) && blocks.TrueForAll(block => block.OnlyLinks || Wording.LeadsIn(block.Text) || block.Text.Length < 40))
        {
            blocks.Clear();
            return;
        }

        blocks.RemoveAll(block => Placeholder().IsMatch(block.Text) || !block.Text.Any(char.IsLetterOrDigit));
        for (var at = blocks.Count - 1; at >= 0; at--)
        {
            if (at < blocks.Count && blocks[at].OnlyLinks && (blocks[at].Kind != BlockKind.List || blocks[at].Parts.Count > 1 || blocks.Count == 1))
            {
                blocks.RemoveAt(at);
                RemoveLeadIn(blocks, at - 1);
            }
        }
    }

    private static void RemoveLeadIn(List<Block> blocks, int at)
    {
        if (at >= 0 && at == blocks.Count - 1 && Wording.LeadsIn(blocks[at].Text) && blocks[at].Text.Length < 160 && Sentences.In(blocks[at].Text).Count() == 1)
        {
            blocks.RemoveAt(at);
        }
    }

    [GeneratedRegex(@"^[（(]?(?:暂无(?:记录)?|无|待补充|TBD|TODO|N/?A|none(?: yet)?)[）)]?[.。]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
