using System.Text.RegularExpressions;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Interviews.Protocols;

namespace SkillDistill.Web.Tests.Interviews;

/// <summary>What the interview asks that the product comes with.</summary>
public sealed partial class TheShippedProtocol
{
    private static readonly Protocol Shipped = ShippedProtocols.Read(Path.Combine(SourceCode.Root, "src", "SkillDistill.Web", "Pages", "Interviews", "Protocols")).Newest;

    [Theory]
    [InlineData(SittingKind.Map, "map-scope map-tasks map-judgement")]
    [InlineData(
        SittingKind.Incidents,
        "incident-well incident-badly incident-timeline point-cue point-knowledge point-analogue point-goal point-options point-basis point-expectation point-experience point-aids point-time point-error incident-what-if")]
    [InlineData(
        SittingKind.KnowledgeAudit,
        "audit-past-future audit-big-picture audit-noticing audit-job-smarts audit-opportunities audit-self-monitoring audit-anomalies audit-misleading-tools")]
    [InlineData(SittingKind.Decisions, "decision-rule decision-ladder")]
    [InlineData(SittingKind.WorkingStyle, "style-open style-disagree style-close style-never")]
    [InlineData(SittingKind.Boundaries, "boundary-not-mine boundary-a-person-decides boundary-expiry boundary-teach-back boundary-holdout")]
    public void It_holds_every_probe_that_the_method_has(SittingKind sitting, string keys) =>
        Assert.Empty(keys.Split(' ').Except(Shipped[sitting].Probes.Select(probe => probe.Key)));

    [Fact]
    public void It_has_the_shapes_and_numbers_that_the_method_asks_for()
    {
        Assert.Equal((3, 6), (Shipped.Find("map-tasks")!.AtLeast, Shipped.Find("map-tasks")!.AtMost));
        Assert.Equal(3, Shipped.Find("map-judgement")!.AtMost);
        Assert.Equal(8, Shipped.Find("boundary-teach-back")!.AtMost);
        Assert.Equal((6, 10), (Shipped.Find("boundary-holdout")!.AtLeast, Shipped.Find("boundary-holdout")!.AtMost));
        Assert.Equal(["only-me", "shared", "documented"], Shipped.Find("map-tasks")!.Parts[3].Choices.Select(choice => choice.Key));
        Assert.Equal(2, Shipped.Find("decision-ladder")!.Parts.Count);
        Assert.All(Shipped[SittingKind.KnowledgeAudit].Probes, probe => Assert.Equal(ProbeShape.WorkedExample, probe.Shape));
        Assert.All(Shipped[SittingKind.Incidents].Probes.Where(probe => probe.Pass == IncidentPass.Deepening), probe => Assert.Equal(Repetition.PerDecisionPoint, probe.Repeats));
        Assert.Equal([SittingKind.WorkingStyle], Shipped.Sittings.Where(sitting => sitting.IsOffByDefault).Select(sitting => sitting.Kind));
    }

    [Fact]
    public void A_rule_becomes_a_card_that_can_be_accepted_field_by_field()
    {
        var parts = Shipped.Find("decision-rule")!.Parts;

        Assert.Equal([CardField.Situation, CardField.Action, CardField.Reason, CardField.Exception, CardField.Falsifier], parts.Select(part => part.Fills));
        Assert.Equal(CardKind.Judgement, Shipped.Find("decision-rule")!.Card!.Kind);
    }

    [Fact]
    public void The_passes_of_a_decision_point_make_one_card_that_can_be_accepted()
    {
        var fields = Shipped[SittingKind.Incidents].Probes.Where(probe => probe.Card?.Together == "decision-point").Select(probe => probe.Card!.Fills).ToList();

        Assert.Empty(new CardField?[] { CardField.Situation, CardField.Action, CardField.Reason, CardField.Threshold, CardField.Exception, CardField.Falsifier, CardField.Case }.Except(fields));
    }

    [Fact]
    public void Answers_that_an_agent_is_tried_on_lead_to_no_card() => Assert.Null(Shipped.Find("boundary-holdout")!.Card);

    [Fact]
    public void There_is_a_pack_for_every_trade_with_examples_and_probes_of_its_own()
    {
        Assert.Equal(Enum.GetValues<RolePackKind>(), Shipped.Packs.Select(pack => pack.Kind));
        Assert.All(Shipped.Packs, pack => Assert.InRange(pack.Examples.Count, 3, 12));
        Assert.All(Shipped.Packs.SelectMany(pack => pack.Probes), probe => Assert.StartsWith(probe.Key.Split('-')[0], Shipped.Packs.Single(pack => pack.Probes.Contains(probe)).Kind.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Everything_is_said_in_both_languages_and_each_in_its_own_signs()
    {
        var said = Said(Shipped).ToList();

        Assert.True(said.Count > 350, $"Only {said.Count} texts were found.");
        Assert.All(said, text => Assert.False(string.IsNullOrWhiteSpace(text.Words.English) || string.IsNullOrWhiteSpace(text.Words.Chinese), text.Place));
        Assert.DoesNotContain(said, text => ChineseSigns().IsMatch(text.Words.English));
        Assert.DoesNotContain(said, text => text.Words.Chinese.Contains('您', StringComparison.Ordinal) || HalfWidthSigns().IsMatch(text.Words.Chinese));
    }

    [Fact]
    public void Why_it_is_asked_is_one_sentence_and_a_question_asks()
    {
        Assert.All(Shipped.Probes, probe =>
        {
            Assert.Matches(@"^[^.!?]+\.$", probe.Why.English);
            Assert.Matches("^[^。！？]+。$", probe.Why.Chinese);
            Assert.Contains('?', probe.Question.English + (probe.Shape == ProbeShape.Prose ? "?" : ""));
        });
        Assert.All(Shipped.Sittings, sitting => Assert.Matches(@"^[^.!?]+\.$", sitting.Purpose.English));
    }

    [Fact]
    public void Nobody_is_taken_for_a_man_or_a_woman() =>
        Assert.Empty(Said(Shipped).Where(text => Gendered().IsMatch(text.Words.English) || ChineseGendered().IsMatch(text.Words.Chinese)).Select(text => text.Place));

    [Fact]
    public void Outside_the_packs_nothing_is_asked_that_belongs_to_one_trade() => Assert.Empty(Said(Shipped with { Packs = [] })
        .Where(text => !text.Place.EndsWith(".Example", StringComparison.Ordinal) && (Trades().IsMatch(text.Words.English) || ChineseTrades().IsMatch(text.Words.Chinese)))
        .Select(text => $"{text.Place}: {text.Words}"));

    [Fact]
    public void Nobody_is_asked_about_feelings_health_faith_politics_or_how_others_behave() => Assert.Empty(Said(Shipped)
        .Where(text => !text.Place.EndsWith(".Example", StringComparison.Ordinal) && (Private().IsMatch(text.Words.English) || ChinesePrivate().IsMatch(text.Words.Chinese)))
        .Select(text => $"{text.Place}: {text.Words}"));

    [Fact]
    public void A_pack_taken_brings_its_examples_and_comes_last_in_its_sittings()
    {
        var taken = Shipped.With(RolePackKind.Sales, RolePackKind.Sales, RolePackKind.Finance);

        Assert.Equal(Shipped.Packs[(int)RolePackKind.Sales].Examples["decision-rule"], taken.Find("decision-rule")!.Example);
        Assert.Equal(["sales-walk-away", "finance-estimate", "finance-hold-payment"], taken[SittingKind.Decisions].Probes.TakeLast(3).Select(probe => probe.Key));
        Assert.Equal(Shipped.Find("map-scope"), taken.Find("map-scope"));
        Assert.Null(taken.Find("data-enough"));
    }

    [Fact]
    public void Another_version_may_hide_what_is_optional_and_add_what_is_new()
    {
        var added = Shipped.Find("map-scope")! with { Key = "house-only" };

        var next = Shipped.Hiding("2026-11.2", new HashSet<string> { "map-papers", "map-scope", "sales-silence" }).Adding("2026-11.2", [added]);

        Assert.Equal("2026-11.2", next.Version);
        Assert.Null(next.Find("map-papers"));
        Assert.Null(next.Find("sales-silence"));
        Assert.NotNull(next.Find("map-scope"));
        Assert.Equal("house-only", next[SittingKind.Map].Probes[^1].Key);
        Assert.Throws<ArgumentException>(() => next.Adding("2026-11.3", [added]));
    }

    [Fact]
    public void A_second_follow_up_of_a_kind_is_asked_in_other_words()
    {
        var followUp = Shipped[FollowUpKind.WhenNotTrue];

        Assert.NotEqual(followUp.Asked(0), followUp.Asked(1));
        Assert.Equal(followUp.Asked(0), followUp.Asked(2));
    }

    /// <summary>Every text of a protocol, with where it stands.</summary>
    private static IEnumerable<(string Place, Wording Words)> Said(Protocol protocol) =>
    [
        .. protocol.Sittings.SelectMany(sitting => new[] { ($"{sitting.Kind}.Title", sitting.Title), ($"{sitting.Kind}.Purpose", sitting.Purpose) }),
        .. protocol.Probes.SelectMany(probe => new[] { ($"{probe.Key}.Question", probe.Question), ($"{probe.Key}.Why", probe.Why), ($"{probe.Key}.Example", probe.Example) }),
        .. protocol.Probes.SelectMany(probe => probe.Parts.Select(part => ($"{probe.Key}.{part.Key}", part.Label))),
        .. protocol.Probes.SelectMany(probe => probe.Parts.SelectMany(part => part.Choices.Select(choice => ($"{probe.Key}.{part.Key}.{choice.Key}", choice.Label)))),
        .. protocol.Probes.SelectMany(probe => probe.Prompts.Select(prompt => ($"{probe.Key}.{prompt.Key}", prompt.Question))),
        .. protocol.FollowUps.SelectMany(followUp => followUp.Questions.Select(question => ($"{followUp.Kind}", question))),
        .. protocol.Packs.SelectMany(pack => pack.Examples.Select(example => ($"{pack.Kind}.{example.Key}.Example", example.Value)).Prepend(($"{pack.Kind}.Title", pack.Title))),
    ];

    [GeneratedRegex(@"[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]")]
    private static partial Regex ChineseSigns();

    /// <summary>Commas, colons and the like that are not inside a number or a Latin phrase.</summary>
    [GeneratedRegex(@"[\u4E00-\u9FFF][,;:?!.]|[,;:?!][\u4E00-\u9FFF]")]
    private static partial Regex HalfWidthSigns();

    [GeneratedRegex(@"\b(he|she|him|her|his|hers|himself|herself|man|men|woman|women|guys?|girls?|boys?|lad(y|ies)|gentlem[ae]n|husband|wife|\w+(man|men|woman|women)ship|manpower|mankind|(fore|chair|sales|crafts|trades|repair|work)m[ae]n)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gendered();

    [GeneratedRegex("(?<!其)他|她|先生|女士|小姐|男人|女人|男的|女的|小伙|姑娘|兄弟|哥们|师傅")]
    private static partial Regex ChineseGendered();

    [GeneratedRegex(@"\b(code|deploy\w*|servers?|releases?|bugs?|sprints?|tickets?|customers?|clients?|invoices?|budgets?|patients?|pupils?|students?|sales|machines?|shifts?|suppliers?|candidates?|datasets?|designs?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Trades();

    [GeneratedRegex("代码|服务器|上线|发布|迭代|工单|客户|发票|预算|病人|患者|学生|产线|机台|班次|供应商|候选人|数据集|设计稿")]
    private static partial Regex ChineseTrades();

    [GeneratedRegex(@"\b(how (do|did) you feel|afraid|angry|ill|illness|health|famil(y|ies)|church|faith|vot(e|ed|ing)|part(y|ies)|who (was|is) to blame|whose fault|colleague's mistake)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Private();

    [GeneratedRegex("心情|感受|害怕|生气|生病|病情|家里|家人|信仰|宗教|政治|谁的错|怪谁")]
    private static partial Regex ChinesePrivate();
}
