using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Rearranging;

/// <summary>Several drafts as one: a suggestion, for their owner to write on.</summary>
public static class MergedWords
{
    /// <param name="drafts">At least one. Kind, title and what there is one of only are the first's that has it.</param>
    /// <returns>In each field the lines of all, in their order, each once. May be longer than a card may be.</returns>
    public static CardText Of(IReadOnlyList<CardText> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentOutOfRangeException.ThrowIfZero(drafts.Count);
        var merged = drafts[0] with { CaseDate = drafts.Select(draft => draft.CaseDate).FirstOrDefault(date => date is not null) };
        return Enum.GetValues<CardField>().Where(field => field != CardField.Title).Aggregate(merged, (text, field) => text.With(field, Lines(drafts, field))).Tidied();
    }

    private static string Lines(IEnumerable<CardText> drafts, CardField field) =>
        string.Join('\n', drafts.SelectMany(draft => draft[field].Split('\n')).Select(line => line.TrimEnd()).Where(line => line.Length > 0).Distinct());
}
