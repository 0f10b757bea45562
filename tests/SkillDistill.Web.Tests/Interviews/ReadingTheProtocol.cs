using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.Interviews;
using SkillDistill.Web.Pages.Interviews.Protocols;

namespace SkillDistill.Web.Tests.Interviews;

/// <summary>What the reader says of files that are wrong. What the shipped one asks is tested in <see cref="TheShippedProtocol"/>.</summary>
public sealed class ReadingTheProtocol
{
    [Fact]
    public void A_file_without_a_mistake_becomes_a_protocol()
    {
        var reading = SmallProtocol.Read(SmallProtocol.Text);

        Assert.Empty(reading.Mistakes);
        Assert.Equal(6, reading.Protocol!.Sittings.Count);
        Assert.Equal(3, reading.Protocol[SittingKind.Map].Probes[0].AtLeast);
        Assert.Equal("well", reading.Protocol.Find("incident-well")!.Card!.Together);
        Assert.Equal(RolePackKind.Sales, Assert.Single(reading.Protocol.Packs).Kind);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Every_mistake_is_named_with_its_line_and_what_is_expected_there(string part, string instead, string said)
    {
        var reading = SmallProtocol.Read(SmallProtocol.With(SmallProtocol.Text, part, instead));

        Assert.Null(reading.Protocol);
        Assert.Equal(["2026-11.yaml " + said], reading.Mistakes.Select(mistake => $"{mistake}"));
    }

    public static TheoryData<string, string, string> Broken() => new()
    {
        { "version: \"2026-11\"\n", "version: \"November\"\n", "line 1: “version” is “November”; expected a year and month such as \"2026-11\", or \"2026-11.2\"" },
        { "version: \"2026-11\"\n", "version: \"2026-12\"\n", "line 1: “version” is 2026-12; expected it in a file 2026-12.yaml" },
        { "version: \"2026-11\"\n", "", "line 1: “version” is missing; expected a year and month such as \"2026-11\", or \"2026-11.2\"" },
        { "version: \"2026-11\"\n", "version: \"2026-11\"\nauthor: me\n", "line 2: “author” is not known here; expected version, shapes, sittings or follow-ups" },
        { "version: \"2026-11\"\n", "version: \"2026-11\"\nversion: \"2026-11\"\n", "line 2: “version” stands here a second time; expected it once (it is on line 1)" },
        { "repeat: PerExample", "repeat: [PerExample", "line 52: this is not YAML: While parsing a flow sequence, did not find expected ',' or ']'; expected keys, lists and texts, indented by spaces" },
        { "repeat: PerExample", "\trepeat: PerExample", "line 51: this is not YAML: While scanning a plain scalar, find a tab character that violate intendation; expected keys, lists and texts, indented by spaces" },
        { "repeat: PerExample", "repeat: Per: Example", "line 51: this is not YAML: Mapping values are not allowed in this context; expected keys, lists and texts, indented by spaces" },
        { "repeat: PerExample", "repeat: &often PerExample", "line 51: “&often” names a place to refer to; expected no such names" },
        { "repeat: PerExample", "repeat: !!str PerExample", "line 51: “tag:yaml.org,2002:str” names a type; expected no types" },
        { "repeat: PerExample", "repeat: PerPerson", "line 51: “repeat” is “PerPerson”; expected Once, PerTask, PerIncident, PerDecisionPoint, PerExample or PerDecision" },
        { "repeat: PerExample", "repeat: PerDecisionPoint", "line 51: “repeat” is PerDecisionPoint in the sitting KnowledgeAudit; expected that in Incidents only" },
        { "repeat: PerExample", "repeats: PerExample", "line 51: “repeats” is not known here; expected key, shape, parts, card, pass, question, why, example, aim, repeat, optional, minutes, at-least, at-most or prompts" },
        { "repeat: PerExample", "repeat: [PerExample]", "line 51: “repeat” is a list; expected Once, PerTask, PerIncident, PerDecisionPoint, PerExample or PerDecision" },
        { "kind: KnowledgeAudit", "kind: Chat", "line 43: “kind” is “Chat”; expected Map, Incidents, KnowledgeAudit, Decisions, WorkingStyle or Boundaries" },
        { "kind: WorkingStyle", "kind: Boundaries", "line 14: the sittings are Map, Incidents, KnowledgeAudit, Decisions, Boundaries, Boundaries; expected the sittings Map, Incidents, KnowledgeAudit, Decisions, WorkingStyle, Boundaries in this order" },
        { "    minutes: 12\n", "    minutes: 16\n", "line 46: “minutes” is “16”; expected a whole number from 8 to 15" },
        { "    minutes: 12\n", "    minutes: twelve\n", "line 46: “minutes” is “twelve”; expected a whole number from 8 to 15" },
        { "    minutes: 12\n", "    minutes: 8.5\n", "line 46: “minutes” is “8.5”; expected a whole number from 8 to 15" },
        { "minutes: 1.5", "minutes: 1.25", "line 52: “minutes” is “1.25”; expected a number in halves from 0.5 to 6" },
        { "minutes: 1.5", "minutes: 7", "line 52: “minutes” is “7”; expected a number in halves from 0.5 to 6" },
        { "minutes: 4\n", "minutes: 0\n", "line 23: “minutes” is “0”; expected a number in halves from 0.5 to 6" },
        { "    minutes: 12\n    probes:\n", "    minutes: 12\n    hints: none\n    probes:\n", "line 47: “hints” is not known here; expected kind, title, purpose, minutes or probes" },
        { "key: audit-noticing", "key: incident-well", "line 48: there is a probe “incident-well” already (2026-11.yaml line 34); expected a key of its own" },
        { "key: audit-noticing", "key: Audit Noticing", "line 48: “key” is “Audit Noticing”; expected small letters and digits joined by hyphens, at most 60" },
        { "key: audit-noticing", "key: " + new string('a', 61) + "", "line 48: “key” is “aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…”; expected small letters and digits joined by hyphens, at most 60" },
        { "pass: Story\n", "pass: Preface\n", "line 35: “pass” is “Preface”; expected Story, Timeline, Deepening or WhatIf" },
        { "        pass: Story\n", "", "line 34: “pass” is missing; expected Story, Timeline, Deepening or WhatIf" },
        { "key: map-tasks\n", "key: map-tasks\n        pass: Story\n", "line 21: “pass” stands in the sitting Map; expected it in Incidents only" },
        { "shape: WorkedExample", "shape: Essay", "line 49: “shape” is “Essay”; expected Prose, Line, Tasks, Choice, Timeline, WorkedExample, Decision, Ladder, Fields, TeachBack or Holdout" },
        { "aim: Judgement\n        repeat", "aim: Gossip\n        repeat", "line 50: “aim” is “Gossip”; expected Facts, Steps, Judgement, Case, Boundary or Manner" },
        { "at-least: 3", "at-least: 7", "line 24: “at-least” is 7; expected no more than “at-most”, 6" },
        { "at-most: 6", "at-most: many", "line 25: “at-most” is “many”; expected a whole number from 1 to 12" },
        { "        at-most: 6\n", "", "line 20: “at-most” is missing; expected how many a Tasks may have" },
        { "repeat: PerExample", "at-most: 3", "line 51: a WorkedExample has no number of things; expected “at-least” and “at-most” in Tasks, Choice, TeachBack or Holdout only" },
        { "optional: true", "optional: yes", "line 65: “optional” is “yes”; expected true or false" },
        { "fills: Case, together", "fills: AskInstead, together", "line 39: the answer fills AskInstead, which a Judgement card does not have; expected Title, Situation, Action, Reason, Threshold, Exception, Case or Falsifier" },
        { "fills: Case, together", "fills: Moral, together", "line 39: “fills” is “Moral”; expected Title, Situation, Action, Reason, Threshold, Exception, Falsifier, Case or AskInstead" },
        { "card: { kind: Judgement, fills: Case, together: well }", "card: { fills: Case }", "line 39: “kind” is missing; expected Process, Judgement, RedFlag, Fact, Boundary or Voice" },
        { "card: { kind: Judgement, fills: Case, together: well }", "card: { kind: Anecdote, fills: Case }", "line 39: “kind” is “Anecdote”; expected Process, Judgement, RedFlag, Fact, Boundary or Voice" },
        { "card: { kind: Judgement, fills: Case, together: well }", "card: Judgement", "line 39: “card” is “Judgement”; expected a group of keys" },
        { "repeat: PerExample\n        minutes: 1.5\n        card: { kind: Judgement }", "repeat: PerExample\n        minutes: 1.5\n        card: { kind: Boundary }", "line 53: the part “example” fills Case, which a Boundary card does not have; expected Title, Situation, Action, Reason or AskInstead" },
        { "repeat: PerExample\n        minutes: 1.5\n        card: { kind: Judgement }", "repeat: PerExample\n        minutes: 1.5\n        card: { kind: Judgement, fills: Case }", "line 53: “fills” stands on the card of a WorkedExample; expected it on the parts" },
        { "aim: Facts\n        minutes: 4\n", "aim: Facts\n        minutes: 4\n        card: { kind: Fact }\n", "line 24: no part of this Tasks fills a field; expected one that does, or no “card”" },
        { "        optional: true\n        minutes: 3\n        card: { kind: Judgement }\n", "        optional: true\n        minutes: 3\n", "line 70: the part “wins” fills Action and the probe leads to no card; expected a “card”" },
        { "minutes: 6\n", "minutes: 6\n        card: { kind: Judgement }\n", "line 95: a holdout leads to a card; expected no “card”, or the agent would have learnt the answers it is tried on" },
        { "minutes: 4\n", "minutes: 4\n        parts: []\n", "line 24: “parts” stands in a Tasks; expected it in Fields only" },
        { "          - key: because\n            fills: Reason\n            label: &L\n", "", "line 71: there are 1 parts; expected 2 to 6 parts" },
        { "- key: because\n", "- key: wins\n", "line 77: the part “wins” is here twice; expected a name for each" },
        { "fills: Reason\n            label: &L\n", "fills: Reason\n            label: { en: Because }\n", "line 79: “label” is missing in zh-Hans; expected text in en and zh-Hans" },
        { "choices: [{ key: one, label: &L }, { key: other, label: &L }]", "choices: [{ key: one, label: &L }]", "line 76: there are 1 choices; expected 2 to 8 choices" },
        { "{ key: other, label: &L }", "{ key: one, label: &L }", "line 76: two choices have the same key; expected a key for each" },
        { "shape: Choice\n", "shape: Line\n", "line 76: “choices” stands in a part of the shape Line; expected it in a Choice only" },
        { "  Ladder: [{ key: why, fills: Reason, label: &L }, { key: why-again, fills: Reason, label: &L }]\n", "  Ladder: [{ key: why, fills: Reason, label: &L }]\n", "line 11: the parts of Ladder are why; expected why, why-again in this order" },
        { "  Ladder: [", "  Prose: []\n  Ladder: [", "line 11: “Prose” is not known here; expected Tasks, Timeline, WorkedExample, Decision, Ladder, TeachBack or Holdout" },
        { "  Ladder: [{ key: why, fills: Reason, label: &L }, { key: why-again, fills: Reason, label: &L }]\n", "", "line 3: “Ladder” is missing; expected its parts why, why-again" },
        { "{ key: a, question: { en: \"Is {task} done?\", zh-Hans: \"{task}好了吗？\" } }", "{ key: a, question: { en: \"Is {job} done?\", zh-Hans: \"好了吗？\" } }", "line 101: “question” in en has braces; expected {task} only" },
        { "{ key: a, question: { en: \"Is {task} done?\", zh-Hans: \"{task}好了吗？\" } }", "{ key: b, question: &L }", "line 102: the prompt “b” is here twice; expected a key for each" },
        { "          - { key: f, question: &L }\n", "", "line 100: there are 5 prompts; expected 6 to 10 questions" },
        { "at-least: 6", "at-least: 2", "line 91: this Holdout asks for another number of answers; expected 6 to 10" },
        { "{ kind: OneCase, questions: [&L] }", "{ kind: OneCase, questions: [&L, &L, &L] }", "line 115: there are 3 questions; expected 1 to 2" },
        { "  - { kind: OneCase, questions: [&L] }\n", "", "line 107: there is no follow-up OneCase; expected a question for each of LastTime, WhichNumber, WhenNotTrue, WhenToSkip, ACaseEachWay, WhichRole, WhatGoesWrong, OneCase" },
        { "kind: OneCase", "kind: LastTime", "line 115: LastTime is here twice; expected each kind once" },
        { "kind: OneCase", "kind: ByModel", "line 115: “kind” is “ByModel”; expected LastTime, WhichNumber, WhenNotTrue, WhenToSkip, ACaseEachWay, WhichRole, WhatGoesWrong or OneCase" },
        { "kind: OneCase", "kind: Anything", "line 115: “kind” is “Anything”; expected LastTime, WhichNumber, WhenNotTrue, WhenToSkip, ACaseEachWay, WhichRole, WhatGoesWrong or OneCase" },
        { "{ kind: OneCase, questions: [&L] }", "{ kind: OneCase, questions: [Said] }", "line 115: the question is “Said”; expected text in en and zh-Hans" },
        { "{ kind: OneCase, questions: [&L] }", "{ kind: OneCase, questions: [{ en: " + new string('a', 161) + ", zh-Hans: 说了 }] }", "line 115: the question in en has 161 characters; expected at most 160" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: { en: What }\n        why: &L\n        example: &L\n", "line 40: “question” is missing in zh-Hans; expected text in en and zh-Hans" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: { zh-Hans: 什么？ }\n        why: &L\n        example: &L\n", "line 40: “question” is missing in en; expected text in en and zh-Hans" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: { en: \"\", zh-Hans: 什么？ }\n        why: &L\n        example: &L\n", "line 40: “question” in en is empty; expected text" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: { en: What, zh-Hans: What now }\n        why: &L\n        example: &L\n", "line 40: “question” in zh-Hans has no Chinese character; expected Chinese" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: { en: What, zh-Hans: 什么？, fr: Quoi }\n        why: &L\n        example: &L\n", "line 40: “fr” is not known here; expected en or zh-Hans" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: What?\n        why: &L\n        example: &L\n", "line 40: “question” is “What?”; expected text in en and zh-Hans" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        why: &L\n        example: &L\n", "line 34: “question” is missing; expected text in en and zh-Hans" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: &L\n        why: { en: " + new string('a', 241) + ", zh-Hans: 因为 }\n        example: &L\n", "line 41: “why” in en has 241 characters; expected at most 240" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: { en: [a], zh-Hans: 比如 }\n", "line 42: “example” in en is a list; expected text" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: { en: \"One\\ntwo\", zh-Hans: 比如 }\n", "line 42: “example” in en has a line break or a control character; expected one paragraph" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: { en: \"Ask {name}\", zh-Hans: 比如 }\n", "line 42: “example” in en has braces; expected none" },
        { "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: &L\n", "fills: Case, together: well }\n        question: &L\n        why: &L\n        example: \n", "line 42: “example” is empty; expected text in en and zh-Hans" },
    };

    [Theory]
    [MemberData(nameof(BrokenPacks))]
    public void A_pack_is_read_as_strictly(string part, string instead, string said)
    {
        var reading = SmallProtocol.Read(SmallProtocol.Text, SmallProtocol.With(SmallProtocol.Pack, part, instead));

        Assert.Null(reading.Protocol);
        Assert.Equal(["2026-11.sales.yaml " + said], reading.Mistakes.Select(mistake => $"{mistake}"));
    }

    public static TheoryData<string, string, string> BrokenPacks() => new()
    {
        { "role: Sales\n", "role: Bakery\n", "line 1: “role” is “Bakery”; expected Engineering, Operations, Support, Sales, Finance, People, Design or Data" },
        { "role: Sales\n", "role: Finance\n", "line 1: “role” is Finance; expected it in a file 2026-11.finance.yaml" },
        { "role: Sales\n", "role: Sales\nslogan: x\n", "line 2: “slogan” is not known here; expected role, title, examples or probes" },
        { "map-tasks: &L", "map-chores: &L", "line 4: there is no probe “map-chores”; expected the key of one of the protocol" },
        { "map-tasks: &L", "map-tasks: { en: Said }", "line 4: the example for “map-tasks” is missing in zh-Hans; expected text in en and zh-Hans" },
        { "examples:\n  map-tasks: &L\n", "examples: none\n", "line 3: “examples” is “none”; expected examples by the keys of probes" },
        { "key: sales-one", "key: map-tasks", "line 6: there is a probe “map-tasks” already (2026-11.yaml line 20); expected a key of its own" },
        { "key: sales-one", "key: sales-two", "line 7: there is a probe “sales-two” already (2026-11.sales.yaml line 6); expected a key of its own" },
        { "sitting: Map, ", "", "line 6: “sitting” is missing; expected Map, Incidents, KnowledgeAudit, Decisions, WorkingStyle or Boundaries" },
        { "pass: Story, ", "", "line 7: “pass” is missing; expected Story, Timeline, Deepening or WhatIf" },
        { "sitting: Map", "sitting: Breakfast", "line 6: “sitting” is “Breakfast”; expected Map, Incidents, KnowledgeAudit, Decisions, WorkingStyle or Boundaries" },
        { "  - { key: sales-two, sitting: Incidents, pass: Story, shape: Line, aim: Case, minutes: 1, question: &L, why: &L, example: &L }\n", "", "line 5: there are 1 probes; expected 2 to 4 probes" },
    };

    [Fact]
    public void All_mistakes_of_all_files_are_named_at_once()
    {
        var text = SmallProtocol.With(SmallProtocol.With(SmallProtocol.Text, "repeat: PerExample", "repeat: Sometimes"), "minutes: 4\n", "minutes: four\n");

        var reading = SmallProtocol.Read(text, SmallProtocol.With(SmallProtocol.Pack, "role: Sales", "role: Bakery"));

        Assert.Equal([("2026-11.yaml", 23), ("2026-11.yaml", 51), ("2026-11.sales.yaml", 1)], reading.Mistakes.Select(mistake => (mistake.File, mistake.Line)));
    }

    [Fact]
    public void A_file_that_grows_when_it_is_read_or_nests_without_end_is_refused_at_once()
    {
        var laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var level = 1; level < 30; level++)
        {
            laughs.Append(CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        }

        var clock = Stopwatch.StartNew();
        var readings = new[] { $"{laughs}", new string('[', 100_000), string.Concat(Enumerable.Repeat("- ", 50_000)), string.Concat(Enumerable.Repeat("{a: ", 30_000)), string.Concat(Enumerable.Repeat("- a\n", 60_000)) }
            .Select(text => ReadProtocol.From(ProtocolFile.Of("2026-11.yaml", text))).ToList();

        Assert.All(readings, reading => Assert.NotEmpty(reading.Mistakes));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal("2026-11.yaml line 1: “&a0” names a place to refer to; expected no such names", $"{readings[0].Mistakes[0]}");
        Assert.Contains("nested more than 12 deep", readings[1].Mistakes[0].Message, StringComparison.Ordinal);
        Assert.Contains("more than 20000 pieces", readings[4].Mistakes[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_or_not_text_is_refused()
    {
        var large = ReadProtocol.From(new ProtocolFile("2026-11.yaml", new byte[ProtocolFile.LargestBytes + 1]));
        var gb18030 = ReadProtocol.From(new ProtocolFile("2026-11.yaml", new byte[] { (byte)'a', (byte)'\n', 0xD6, 0xD0 }));

        Assert.Equal("2026-11.yaml line 1: the file is larger than 256 KiB; expected a file that a person can read", $"{Assert.Single(large.Mistakes)}");
        Assert.Equal("2026-11.yaml line 2: the file is not UTF-8 here; expected UTF-8", $"{Assert.Single(gb18030.Mistakes)}");
    }

    [Fact]
    public void Whatever_line_is_lost_and_wherever_the_file_ends_the_reader_answers()
    {
        var lines = SmallProtocol.Text.Split('\n');

        for (var line = 0; line < lines.Length; line++)
        {
            SmallProtocol.Read(string.Join('\n', lines.Where((_, index) => index != line)));
            var cut = SmallProtocol.Read(string.Join('\n', lines.Take(line)));
            Assert.True(line >= lines.Length - 1 || cut.Mistakes.Count > 0, $"Cut after line {line}.");
        }
    }

    [Fact]
    public void The_application_does_not_start_on_a_protocol_that_is_wrong_and_says_which_lines()
    {
        var content = Directory.CreateTempSubdirectory("skilldistill-protocol").FullName;
        var folder = Directory.CreateDirectory(Path.Combine(content, "Pages", "Interviews", "Protocols")).FullName;
        File.WriteAllText(Path.Combine(folder, "2026-11.yaml"), "version: \"2026-11\"\n");
        File.WriteAllText(Path.Combine(folder, "2026-12.sales.yaml"), "role: Sales\n");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = content });

        var refused = Assert.Throws<InvalidProtocolException>(builder.AddInterviews);

        Assert.Contains("\n2026-11.yaml line 1: “shapes” is missing; expected the parts of answers by shape\n", refused.Message, StringComparison.Ordinal);
        Assert.Contains("\n2026-12.sales.yaml line 1: this pack belongs to no protocol; expected a file 2026-12.yaml beside it", refused.Message, StringComparison.Ordinal);
        Directory.Delete(content, recursive: true);
    }
}
