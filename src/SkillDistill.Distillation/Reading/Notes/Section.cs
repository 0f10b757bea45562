namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>A heading and what stands under it before the next one. What stands before the first heading has none.</summary>
internal sealed class Section(Section? parent, string heading, int level)
{
    /// <summary>Beyond this it is a paragraph that somebody marked as a heading.</summary>
    private const int LongestHeading = 300;

    public Section? Parent { get; } = parent;

    public string Heading { get; } = heading;

    public int Level { get; } = level;

    private Block? _line;

    public List<Block> Blocks { get; } = [];

    public bool HasChildren { get; private set; }

    public int Length => Blocks.Sum(block => block.Text.Length);

    /// <summary>The headings from the uppermost down to this one.</summary>
    public IEnumerable<string> Path => (Parent?.Path ?? []).Concat(Heading.Length > 0 ? [Heading] : []);

    public static IReadOnlyList<Section> Of(IReadOnlyList<Block> blocks)
    {
        var sections = new List<Section> { new(null, "", 0) };
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading && block.Text.Length <= LongestHeading)
            {
                var parent = sections[^1];
                while (parent is not null && parent.Level >= block.Level)
                {
                    parent = parent.Parent;
                }

                if (parent is not null)
                {
                    parent.HasChildren = true;
                }

                sections.Add(new Section(parent, Wording.Heading(block.Text), block.Level) { _line = block });
            }
            else
            {
                sections[^1].Blocks.Add(block);
            }
        }

        sections.ForEach(section => section.KeepSentence());
        return sections;
    }

    /// <summary>"## Never deploy on a Friday" with nothing under it is not a heading but the rule itself.</summary>
    private void KeepSentence()
    {
        if (Blocks.Count == 0 && !HasChildren && _line is not null && Level > 1 && (Heading.Count(c => c == ' ') >= 3 || (Wording.IsChinese(Heading) && Heading.Length >= 8)))
        {
            Blocks.Add(_line with { Kind = BlockKind.Paragraph });
        }
    }
}
