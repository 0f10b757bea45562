using System.Text.RegularExpressions;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>
/// What kind of card a text would make. Never a judgement, which needs an exception and a falsifier that notes rarely hold; and a
/// boundary only where the text names whom to ask.
/// </summary>
internal static partial class GuessKind
{
    /// <summary>In a longer text one "not mine" is a remark, not what the text is about.</summary>
    private const int BoundaryLength = 300;

    public static (CardKind Kind, string AskInstead) Of(IEnumerable<string> headings, string text)
    {
        var above = string.Join('\n', headings);
        if ((text.Length <= BoundaryLength || NotMine().IsMatch(above)) && AskInstead(text) is { Length: > 0 } address)
        {
            return (CardKind.Boundary, address);
        }

        if (Forbids(above, text))
        {
            return (CardKind.RedFlag, "");
        }

        return (Instructs(above, text) ? CardKind.Process : CardKind.Fact, "");
    }

    private static string AskInstead(string text)
    {
        if (HandsOver().Match(text) is { Success: true } over)
        {
            return over.Groups[1].Value.Trim();
        }

        return NotMine().IsMatch(text) && Address().Match(text) is { Success: true } match ? match.Groups[1].Value.Trim() : "";
    }

    private static bool Forbids(string headings, string text)
    {
        if (WarningHeading().IsMatch(Encouragement().Replace(headings, "")))
        {
            return true;
        }

        var lines = Lines(Encouragement().Replace(text, ""));
        var forbidding = lines.Count(line => Prohibition().IsMatch(line));
        return lines.Count > 0 && forbidding * 2 > lines.Count - (Wording.LeadsIn(lines[0]) ? 1 : 0);
    }

    private static bool Instructs(string headings, string text)
    {
        var steps = NumberedLine().Matches(text);
        if (steps.Count >= 2 && !NotDuties().IsMatch(headings))
        {
            return steps.Count(step => step.Value.EndsWith('?') || step.Value.EndsWith('？')) * 2 < steps.Count;
        }

        var lines = Lines(text);
        var imperatives = lines.Count(line => Imperative().IsMatch(line));
        return ProcessHeading().IsMatch(headings) ? imperatives > 0 || Directs().IsMatch(text) || Wording.IsChinese(text) : imperatives * 2 > lines.Count;
    }

    /// <summary>Sentences, each without its list marker.</summary>
    private static List<string> Lines(string text) => [.. Sentences.In(text).Select(place => Marker().Replace(text[place.Start..place.End], ""))];

    [GeneratedRegex(@"\b(?:not (?:mine|my (?:job|area|responsibility|call))|not (?:our|your) (?:responsibility|area)|out of (?:my|our) scope)\b|不是[你我]的|不归[你我]|不在[你我]的|[你我]不负责|职责边界", RegexOptions.IgnoreCase)]
    private static partial Regex NotMine();

    [GeneratedRegex(@"(?:\b(?:ask|contact|go to|talk to|speak to|reach out to|belongs to|owned by)\s+|(?:找|联系|请教|转介绍|转给))([^.,;:!?，。；！？）”""」\n]{2,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"推给([^，。；！？）”""」\n]{2,40})")]
    private static partial Regex HandsOver();

    [GeneratedRegex(@"anti-?\s?patterns?|^(?:never|do not|don['’]ts?)\b|\b(?:red flags?|pitfalls?|what not to do)\b|禁止|不要|绝不|雷区|红线|反模式|不该", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex WarningHeading();

    /// <summary>"Never hesitate" tells people to do something.</summary>
    [GeneratedRegex(@"\b(?:never|don['’]t|do not)\s+(?:hesitate|worry|forget|be (?:afraid|shy)|feel (?:bad|ashamed))|不要(?:忘记|犹豫|担心|怕)", RegexOptions.IgnoreCase)]
    private static partial Regex Encouragement();

    [GeneratedRegex(@"^(?:never|do not|don['’]t|avoid|stop)\b|\b(?:must|should|shall|may) (?:not|never)\b|\b(?:mustn['’]t|shouldn['’]t|(?<!\b(?:if|when|that|because|since) )you (?:can['’]t|cannot|never))\b|(?:, |; )(?:never|do not|don['’]t)\b|禁止|不要|绝不|不得|严禁|切勿|不能|打回", RegexOptions.IgnoreCase)]
    private static partial Regex Prohibition();

    [GeneratedRegex(@"\bnot responsib|不负责", RegexOptions.IgnoreCase)]
    private static partial Regex NotDuties();

    [GeneratedRegex(@"^ *\d+\. .*$", RegexOptions.Multiline)]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"\b(?:steps?|how to|procedure|process|runbook|checklist|mitigation|diagnosis|troubleshooting|resolution|before|after|during)\b|步骤|流程|时$|操作", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ProcessHeading();

    /// <summary>What tells somebody to do something, though no sentence begins with it. Under a heading that promises steps this is enough.</summary>
    [GeneratedRegex(@"\b(?:you|we|users?|admins?) (?:can|could|should|must|will have to|have to|(?:will |may |might )?need to)\b|\bplease [a-z]+|\b(?:run|execute|use|with|follow) (?:the )?(?:following|procedure|steps?|commands?)\b"
        + @"|(?:^|[.!] )(?:in order )?to [a-z]+ [^.\n]{3,80}, |, (?:then )?(?:check|go|open|click|review|correct|consider|run|restart|troubleshoot|contact|escalate)\b", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Directs();

    [GeneratedRegex(@"^(?:[-*>]|\d+\.)\s+")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^(?:(?:first|then|next|finally|also|always|please|now),? )?(?:acknowledge|add|agree|announce|answer|apply|arrange|ask|assign|be|bring|build|call|change|check|choose|click|close"
        + @"|collect|communicate|configure|confirm|consider|copy|create|decide|define|delegate|delete|deploy|describe|determine|disable|discover|discuss|do|document|download|drain|enable|ensure|escalate|establish|execute|expand|find"
        + @"|fix|follow|gather|get|generate|give|go|have|identify|increase|inform|install|investigate|join|keep|listen|log|look|login|make|mention|merge|monitor|move|navigate|note|notify|obtain|open|page|participate|perform|pick|play|post|prepare|promote"
        + @"|provide|push|put|query|raise|read|rebase|record|remove|replace|report|request|respect|respond|restart|restore|retrieve|retry|review|roll|run|scale|see|select|send|set|shadow|share|speak|start|stop|submit"
        + @"|switch|take|tell|test|track|triage|trigger|troubleshoot|try|turn|type|understand|update|upgrade|use|validate|verify|view|wait|watch|work|write)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Imperative();
}
