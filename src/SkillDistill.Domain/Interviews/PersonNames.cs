namespace SkillDistill.Domain.Interviews;

/// <summary>Likely names of other people. Conservative: teams, products, places and the first word of a sentence are not names.</summary>
internal static class PersonNames
{
    public static IReadOnlyList<Stretch> In(PlainText wording) => [.. LatinNames.In(wording).Concat(ChineseNames.In(wording.Text)).OrderBy(name => name.Start)];
}
