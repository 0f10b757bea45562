using System.Text.RegularExpressions;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>
/// Puts words into a card's fields. A sentence leaves its place only when it says itself what it is and nothing after it leans on it;
/// in doubt all stays in the action, in the order in which it was written.
/// </summary>
internal static partial class CardFields
{
    private const int ShortestClause = 12;

    public static CardText Of(string title, string heading, string text)
    {
        var card = new CardText { Title = title, Action = text };
        card = IsCue(heading) ? card with { Situation = heading } : WithOpeningCue(card);
        return WithClosing(card);
    }

    private static bool IsCue(string heading) =>
        CueHeading().IsMatch(heading) || (Asks(heading) && !Wording.IsGeneric(heading) && !Definition().IsMatch(heading));

    private static bool Asks(string heading) => heading.EndsWith('?') || heading.EndsWith('？');

    private static CardText WithOpeningCue(CardText card)
    {
        var match = OpeningCue().Match(card.Action);
        if (!match.Success || match.Groups["cue"].Length < ShortestClause / (Wording.IsChinese(match.Value) ? 3 : 1))
        {
            return card;
        }

        var rest = card.Action[match.Length..].TrimStart();
        return rest.Length < ShortestClause / 2 || Wording.LeadsIn(rest.Split('\n')[0]) ? card : card with
        {
            Situation = match.Groups["cue"].Value.Trim(),
            Action = char.ToUpperInvariant(rest[0]) + rest[1..],
        };
    }

    private static CardText WithClosing(CardText card)
    {
        var (start, end) = Sentences.In(card.Action).LastOrDefault();
        var sentence = card.Action[start..end];
        var rest = card.Action[..start].TrimEnd();
        return rest.Length < ShortestClause || rest[^1] is ':' or '：' ? card : sentence switch
        {
            _ when BecauseSentence().IsMatch(sentence) => card with { Reason = sentence, Action = rest },
            _ when UnlessSentence().IsMatch(sentence) => card with { Exception = sentence, Action = rest },
            _ when LimitSentence().IsMatch(sentence) => card with { Threshold = sentence, Action = rest },
            _ => card,
        };
    }

    [GeneratedRegex(@"^(?:when|if|before|after)\b|时候?$", RegexOptions.IgnoreCase)]
    private static partial Regex CueHeading();

    [GeneratedRegex(@"^(?:what(?: is| are|['’]s)?|who|why|where|which)\b|是什么|为什么|什么是", RegexOptions.IgnoreCase)]
    private static partial Regex Definition();

    /// <summary>The clause ends at the first comma after which the main clause visibly begins; a list or an "and" goes on with the cue.</summary>
    [GeneratedRegex(@"^(?<cue>(?:if|when|whenever|once)\b(?:[^,.:;!?()\n]|\.(?=\w)|\([^()\n]*\)){8,240}),\s+(?=(?:then|you|we|they|it|it's|there|please|don['’]t|do|never|always|make|treat|ask|use|check|run|try|call|page|contact|start|stop"
        + @"|join|follow|escalate|let|keep|get|tell|say|add|remove|delete|restart|roll|just|simply|announce|no)\b)|^(?<cue>(?:如果|当|遇到|一旦|若)[^，。；！？\n]{2,80})，(?!并且|而且|或者|而|或|但|也|和|以及)", RegexOptions.IgnoreCase)]
    private static partial Regex OpeningCue();

    [GeneratedRegex(@"^(?:this is because|that is because|the reason (?:is|for this)|这是因为|原因是)", RegexOptions.IgnoreCase)]
    private static partial Regex BecauseSentence();

    [GeneratedRegex(@"^(?:unless|except|the (?:only )?exceptions? (?:is|to|are)|除非|例外)", RegexOptions.IgnoreCase)]
    private static partial Regex UnlessSentence();

    [GeneratedRegex(@"^(?:the (?:threshold|limit) (?:is|for)|阈值|上限是|下限是)", RegexOptions.IgnoreCase)]
    private static partial Regex LimitSentence();
}
