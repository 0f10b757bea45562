using System.Buffers;
using System.Text.RegularExpressions;

namespace SkillDistill.Domain.Interviews;

/// <summary>A limit decides something and is named in words alone: "too long", "a big order", "久了就". Not where a number stands beside it.</summary>
internal static class UnnamedLimit
{
    public static Stretch? In(PlainText wording)
    {
        if (NumberedLimit.IsMatch(wording.Text))
        {
            return null;
        }

        var places = wording.PlacesOutsideReasons(FollowUpWords.Limit, FollowUpWords.NotALimit).Take(Enough)
            .Concat(wording.PlacesOutsideReasons(FollowUpWords.LimitWhenDeciding, FollowUpWords.NotALimit).Take(Enough).Where(place => Decides(wording, place)))
            .OrderBy(place => place.Start)
            .ToList();
        foreach (var sentence in wording.Sentences)
        {
            var within = places.Where(place => sentence.Contains(place.Start)).ToList();
            if (within.Count > 0 && !Number.IsMatch(NoAmount.Replace(wording.Of(sentence), " ")))
            {
                return within[0];
            }
        }

        return null;
    }

    /// <summary>A text with more vague limits than these is not an answer; the first of them will do.</summary>
    private const int Enough = 50;

    /// <summary>Does the clause around it, back to the comma before, say "if", "when", "until"?</summary>
    private static bool Decides(PlainText wording, Stretch place)
    {
        var start = wording.Text.AsSpan(0, place.Start).LastIndexOfAny(Ends) + 1;
        var clause = wording.Text[start..Math.Min(place.End + 4, wording.Text.Length)];
        return FollowUpWords.Deciding.AnyIn(clause);
    }

    private static readonly SearchValues<char> Ends = SearchValues.Create(",，。.;；\n");

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex Number = new(
        @"[0-9]|(?:^|[^a-z])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million|half|dozen|twice|percent)(?:$|[^a-z])"
        + @"|[二两三四五六七八九十百千万半][多几]?(?:天|个|小时|分钟|秒|次|倍|成|元|块|万|千|百|张|台|行|人|周|月|年|度|公斤|吨|折|米|箱|件|层|轮|点)",
        Linear);

    /// <summary>When it was, or into how many parts something is split, says nothing about how much is too much.</summary>
    private static readonly Regex NoAmount = new(
        @"in(?:to)? (?:two|three|half)|[0-9]{1,2}[:.][0-9]{2}|[0-9]{1,2}点|(?:19|20)[0-9]{2}|[0-9]{1,2}月[0-9]{0,2}[日号]?|(?:on|in) [0-9]{1,2} [A-Z][a-z]+",
        Linear);

    private static readonly Regex NumberedLimit = new(
        @"(?:more than|less than|fewer than|at least|at most|above|below|over|under|beyond|exceeds?|within|up to|>|<|≥|≤)\s*(?:about|around|roughly|the|an?)?\s*[$€£¥]?\s*[0-9]"
        + @"|(?:超过|高于|低于|大于|小于|不到|少于|多于|不足|至少|最多|满)\s*[0-9一二两三四五六七八九十百千万半]|[0-9一二两三四五六七八九十百千万]\s*[%度元块万千百个天小时分钟秒次张台行件]*\s*(?:以上|以下|以内|之内|以外)",
        Linear);
}
