namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>
/// Tells numbers that measure from those that number, name or flatter: "3 retries", "5 %", "两小时" measure; "step 3", "version 2", "24/7" and "三个方面" do not.
/// Dates and times of day are told apart from both.
/// </summary>
internal static class Numbers
{
    private static readonly HashSet<string> Labels = new(["step", "steps", "version", "chapter", "page", "section", "phase", "stage", "level", "tier", "no", "number", "figure", "iso", "appendix"], StringComparer.Ordinal);
    private static readonly HashSet<string> Between = new(["a", "an", "of", "more", "other", "full", "whole", "to", "and", "or", "~", "-"], StringComparer.Ordinal);
    private static readonly HashSet<string> Hours = new(["am", "pm", "a.m", "p.m", "o'clock", "点", "点钟"], StringComparer.Ordinal);
    private static readonly HashSet<string> Ordinals = new(["th", "st", "nd", "rd", "号", "日"], StringComparer.Ordinal);
    private static readonly HashSet<string> Classifiers = new(["个", "条", "点", "层", "种", "次", "项", "位", "套", "组", "句", "面", "类", "步", "大"], StringComparer.Ordinal);

    public static void Mark(Pieces pieces)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Is(Sense.Month))
            {
                MarkMonth(pieces, at);
            }

            if (pieces[at].Is(Sense.Day))
            {
                pieces.Add(at, Sense.Clock);
            }

            if (pieces[at].Is(Sense.When))
            {
                pieces.Add(at, Sense.Date | Sense.Past | (pieces[at + 1].Is(Sense.Month) && pieces[at + 1].Is(Sense.Han) ? Sense.FullDate : Sense.None));
            }

            if (IsOneOf(pieces, at))
            {
                pieces.Add(at, Sense.Measure, 2);
            }

            if (pieces[at].Is(Sense.Digits | Sense.Number))
            {
                at = MarkNumber(pieces, at);
            }
        }
    }

    /// <summary>"may" and "march" are months only with a capital letter within a sentence, or beside a number.</summary>
    private static void MarkMonth(Pieces pieces, int at)
    {
        var piece = pieces[at];
        var (before, after) = (pieces[at - 1], pieces[at + 1]);
        var numbered = before.Is(Sense.Digits) || after.Is(Sense.Digits) || (before.Is(Sense.Number | Sense.When) && piece.Is(Sense.Han)) || IsOrdinal(pieces, at - 1);
        if (piece.Is(Sense.Han) || numbered || (char.IsUpper(pieces.Text[piece.Start]) && !before.Is(Sense.SentenceEnd)))
        {
            pieces.Add(at, Sense.Date | (numbered ? Sense.FullDate : Sense.None), 2);
        }
        else
        {
            pieces.Strip(at, Sense.Month);
        }
    }

    /// <returns>The last piece that belongs to the number.</returns>
    private static int MarkNumber(Pieces pieces, int at)
    {
        var digits = pieces.Text.AsSpan(pieces[at].Start, pieces[at].End - pieces[at].Start);
        if (digits.Count('-') == 2 || digits.Count('/') == 2 || (digits.Count('.') == 2 && digits.Length >= 8))
        {
            pieces.Add(at, Sense.FullDate | Sense.Date, 2);
            return at;
        }

        if (digits.Contains(':'))
        {
            pieces.Add(at, Sense.Clock, 2);
            return at;
        }

        var end = at;
        while (pieces[end + 1].Is(Sense.Digits | Sense.Number) && !pieces[end + 1].Is(Sense.Unit))
        {
            end++;
        }

        return IsLabelled(pieces, at) ? end : MarkQuantity(pieces, at, end, digits);
    }

    private static int MarkQuantity(Pieces pieces, int at, int end, ReadOnlySpan<char> digits)
    {
        var isYear = digits.Length == 4 && digits[0] is '1' or '2' && digits[1] is '9' or '0';
        var next = end + 1;
        while (next <= end + 3 && Between.Contains(Lower(pieces, next)))
        {
            next++;
        }

        var unit = Lower(pieces, next);
        if (isYear && (unit is "年" || (!pieces[next].Is(Sense.Unit) && !HasLimit(pieces, at, end))))
        {
            pieces.Add(at, Sense.Date | (pieces[at - 1].Is(Sense.Month) || pieces[next + 1].Is(Sense.Digits | Sense.Month) ? Sense.FullDate : Sense.None), 2);
            return unit is "年" ? next : end;
        }

        if (unit is "月" && pieces[end].Is(Sense.Digits))
        {
            pieces.Add(at, Sense.Date | (pieces[next + 1].Is(Sense.Digits) || Lower(pieces, at - 1) is "年" || pieces[at - 1].Is(Sense.When) ? Sense.FullDate : Sense.None), 2);
            return next;
        }

        if (Hours.Contains(unit) || Ordinals.Contains(unit) || pieces[at - 1].Is(Sense.Month) || pieces[next].Is(Sense.Month))
        {
            pieces.Add(at, Sense.Clock | (HasLimit(pieces, at, next) ? Sense.Limited : Sense.None), 2);
            return pieces[next].Is(Sense.Month) ? end : Math.Min(next, pieces.Count - 1);
        }

        return MarkMeasure(pieces, at, end, next);
    }

    private static int MarkMeasure(Pieces pieces, int at, int end, int next)
    {
        var priced = at > 0 && pieces.Text[pieces[at - 1].Start] is '$' or '€' or '£' or '¥' or '￥';
        var classified = Classifiers.Contains(Lower(pieces, next));
        var counted = (pieces[at].Is(Sense.Digits) && Lower(pieces, at - 1) is "day" or "week" or "hour" or "minute" or "month") || pieces[next].Is(Sense.Unit) ? !(classified && (pieces[next + 1].Is(Sense.Vague | Sense.Silent) || pieces[next + 1].Is(Sense.Break)))
            : !pieces[next].Is(Sense.Han) && pieces[next].Weight > 0;
        var limited = HasLimit(pieces, at, counted ? next : end);
        var thousands = pieces.Text.AsSpan(pieces[at].Start, pieces[at].End - pieces[at].Start).Contains(',');
        if (priced || counted || thousands || IsShare(pieces, at) || (limited && (pieces[at].Is(Sense.Digits) || IsCompared(pieces, at))))
        {
            pieces.Add(at, Sense.Measure | (limited ? Sense.Limited : Sense.None), 2);
            return pieces[next].Is(Sense.Unit) ? next : end;
        }

        return end;
    }

    /// <summary>"One in three", "1 of 9".</summary>
    private static bool IsShare(Pieces pieces, int at) => Lower(pieces, at - 1) is "in" or "of" && (Lower(pieces, at - 2) is "one" or "out" || pieces[at - 2].Is(Sense.Digits | Sense.Number));

    /// <summary>"More than three" compares; "before three" may be anything.</summary>
    private static bool IsCompared(Pieces pieces, int at) =>
        pieces[at - 1].Is(Sense.Limit) && !pieces[at].Is(Sense.Han) && Lower(pieces, at - 1) is not ("before" or "after" or "by" or "until" or "past" or "between" or "every" or "over" or "under");

    /// <summary>"The last hour", "per week", "within a month": one of them.</summary>
    private static bool IsOneOf(Pieces pieces, int at) => Lower(pieces, at) is "hour" or "minute" or "week" or "month" or "night" or "shift" or "sprint"
        && (Lower(pieces, at - 1) is "past" or "per" or "last" or "next" || (Lower(pieces, at - 1) is "a" or "an" or "one" && pieces[at - 2].Is(Sense.Limit)));

    private static bool IsLabelled(Pieces pieces, int at) => Labels.Contains(Lower(pieces, at - 1)) || (pieces[at].Start > 0 && pieces.Text[pieces[at].Start - 1] is '第' or '#');

    private static bool IsOrdinal(Pieces pieces, int at) => Ordinals.Contains(Lower(pieces, at)) || (Lower(pieces, at) is "of" && Ordinals.Contains(Lower(pieces, at - 1)));

    /// <summary>A limit stands before the number, or after what is counted.</summary>
    private static bool HasLimit(Pieces pieces, int at, int end)
    {
        for (var before = at - 1; before >= at - 3 && !pieces[before].Is(Sense.Break); before--)
        {
            if (pieces[before].Is(Sense.Limit))
            {
                return true;
            }
        }

        return pieces[end + 1].Is(Sense.Limit) || (!pieces[end + 1].Is(Sense.Break) && pieces[end + 2].Is(Sense.Limit));
    }

    private static string Lower(Pieces pieces, int at) => at < 0 || at >= pieces.Count ? "" : pieces.Lower(pieces[at]).ToString();
}
