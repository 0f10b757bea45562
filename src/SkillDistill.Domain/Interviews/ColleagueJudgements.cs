using System.Buffers;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// A colleague and, soon after in the same sentence, a word for what they are like. "My manager says the script is useless" is not one: what
/// stands between shows that the word is about something else.
/// </summary>
internal static class ColleagueJudgements
{
    /// <summary>How far after the colleague the word may stand, in UTF-16 units.</summary>
    private const int Near = 40;

    /// <summary>The same in Chinese, which says more in fewer characters.</summary>
    private const int NearInChinese = 14;

    private static readonly Phrases Colleague = Phrases.Of("colleague");
    private static readonly Phrases NotAColleague = Phrases.Of("not a colleague");
    private static readonly Phrases IsLike = Phrases.Of("what a colleague is like");
    private static readonly Phrases IsNotLike = Phrases.Of("not what a colleague is like");
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?;。！？；\n");
    private static readonly Phrases SomethingElse = Phrases.Of("gap names something else");

    public static IEnumerable<Stretch> In(PlainText wording, IReadOnlyList<Stretch> names)
    {
        var colleagues = wording.Places(Colleague, NotAColleague).Concat(names).OrderBy(colleague => colleague.End).ToList();
        var next = 0;
        foreach (var judgement in wording.Places(IsLike, IsNotLike))
        {
            while (next < colleagues.Count && colleagues[next].End <= judgement.Start)
            {
                next++;
            }

            if (next > 0 && IsAbout(wording.Text, colleagues[next - 1], judgement))
            {
                yield return judgement;
            }
        }
    }

    private static bool IsAbout(string text, Stretch colleague, Stretch judgement)
    {
        var gap = text[colleague.End..judgement.Start];
        return gap.Length <= (gap.Any(Phrases.IsHan) ? NearInChinese : Near) && !gap.AsSpan().ContainsAny(Ends) && !SomethingElse.AnyIn(gap);
    }
}
