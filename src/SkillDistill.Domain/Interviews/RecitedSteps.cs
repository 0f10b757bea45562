using System.Text.RegularExpressions;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// Three or more steps in a row, told by their form: a numbered list, the words "first, then, finally", or, where steps were asked for, four short
/// clauses in one sentence. Not where the answer says when a step is taken or left out.
/// </summary>
internal static class RecitedSteps
{
    /// <summary>Words ("first", "then") or lines that make a recital.</summary>
    private const int Enough = 3;

    private const int EnoughClauses = 4;

    private const int LongestClause = 9;

    public static Stretch? In(PlainText wording, ProbeAim aim)
    {
        if (wording.Has(FollowUpWords.WhenToDoOrSkip))
        {
            return null;
        }

        var lines = ListLine.Matches(wording.Text);
        if (lines.Count >= Enough)
        {
            return Span(lines[0].Index, lines[^1].Index + lines[^1].Length);
        }

        var words = FollowUpWords.Next.In(wording.Text).Take(20).ToList();
        if (words.Count >= Enough)
        {
            return Span(words[0].Start, words[^1].End);
        }

        return aim == ProbeAim.Steps ? wording.Sentences.Where(sentence => IsRecital(wording.Of(sentence))).Select(sentence => (Stretch?)sentence).FirstOrDefault() : null;
    }

    private static bool IsRecital(string sentence)
    {
        var clauses = Comma.Split(sentence).Where(clause => !string.IsNullOrWhiteSpace(clause)).Take(EnoughClauses * 3).ToList();
        return clauses.Count(IsStep) >= EnoughClauses;
    }

    private static bool IsStep(string clause)
    {
        var words = new PlainText(clause.Trim());
        return words.Words is > 0 and <= LongestClause && !FollowUpWords.NotAStep.Contains(words.Text.Split(' ', 2)[0]);
    }

    private static Stretch Span(int start, int end) => new(start, end - start);

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex ListLine = new(@"^[ \t]*(?:[0-9]{1,2}[.)、．]|[-*•]|[一二三四五六七八九十]、|[（(][0-9一二三四五六七八九十]{1,2}[）)])[^\n]+", Linear | RegexOptions.Multiline);

    private static readonly Regex Comma = new(@"[,，:：]\s*(?:and then |and |then )?|\s(?:and then|and|then)\s", Linear | RegexOptions.IgnoreCase);
}
