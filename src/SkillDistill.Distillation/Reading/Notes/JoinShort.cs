namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Joins neighbours that are too short to be found or understood alone.</summary>
internal static class JoinShort
{
    private const int Opening = 120;

    private const int Short = 150;

    private const int Together = 400;

    public static IReadOnlyList<Piece> Of(IEnumerable<Piece> pieces)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && Opens(joined[^1], piece))
            {
                joined[^1] = piece with { Blocks = [.. joined[^1].Blocks, .. piece.Blocks] };
            }
            else if (joined.Count > 0 && Belong(joined[^1], piece))
            {
                joined[^1] = joined[^1] with { With = [.. joined[^1].With, piece] };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    /// <summary>"The following two approaches can be used." stands above its first approach.</summary>
    private static bool Opens(Piece first, Piece second) =>
        first.Section != second.Section && second.Section.Parent == first.Section && first.Part == 0 && first.With.Count == 0 && Weight(first) < Opening
        && second.Length + first.Length < FitBlock.Limit;

    private static bool Belong(Piece first, Piece second) =>
        first.Section != second.Section && first.Section.Parent == second.Section.Parent && first.Section.Level == second.Section.Level
        && !second.Section.HasChildren && !first.Section.HasChildren && first.Part == 0 && second.Part == 0
        && Wording.IsGeneric(first.Section.Heading) && Wording.IsGeneric(second.Section.Heading)
        && Weight(first.With.Count > 0 ? first.With[^1] : first) < Short && Weight(second) < Short && Weight(first) + first.With.Sum(Weight) + Weight(second) < Together;

    /// <summary>A Chinese character says about as much as two letters.</summary>
    private static int Weight(Piece piece) => piece.Blocks.Sum(block => block.Text.Length + block.Text.Count(c => c is >= '\u3000' and <= '\u9fff'));
}
