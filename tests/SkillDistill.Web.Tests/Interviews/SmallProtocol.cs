using SkillDistill.Web.Pages.Interviews;
using SkillDistill.Web.Pages.Interviews.Protocols;

namespace SkillDistill.Web.Tests.Interviews;

/// <summary>A protocol as small as one can be, and a pack, for breaking in one place each.</summary>
internal static class SmallProtocol
{
    public const string Text = """
        version: "2026-11"
        shapes:
          Tasks: [{ key: task, label: &L }, { key: relies, label: &L }, { key: often, label: &L }, { key: known, label: &L }]
          Timeline: [{ key: when, label: &L }, { key: what, label: &L }, { key: decision, shape: Mark, label: &L }]
          WorkedExample:
            - { key: example, fills: Case, label: &L }
            - { key: cues, fills: Situation, label: &L }
            - { key: strategies, fills: Action, label: &L }
            - { key: why-hard, fills: Reason, label: &L }
          Decision: [{ key: if, fills: Situation, label: &L }, { key: then, fills: Action, label: &L }, { key: because, fills: Reason, label: &L }, { key: unless, fills: Exception, label: &L }, { key: wrong-if, fills: Falsifier, label: &L }]
          Ladder: [{ key: why, fills: Reason, label: &L }, { key: why-again, fills: Reason, label: &L }]
          TeachBack: [{ key: verdict, label: &L }, { key: only-if, fills: Exception, label: &L }, { key: instead, fills: Action, label: &L }]
          Holdout: [{ key: question, label: &L }, { key: answer, label: &L }]
        sittings:
          - kind: Map
            title: &L
            purpose: &L
            minutes: 8
            probes:
              - key: map-tasks
                shape: Tasks
                aim: Facts
                minutes: 4
                at-least: 3
                at-most: 6
                question: &L
                why: &L
                example: &L
          - kind: Incidents
            title: &L
            purpose: &L
            minutes: 8
            probes:
              - key: incident-well
                pass: Story
                shape: Prose
                aim: Case
                minutes: 2
                card: { kind: Judgement, fills: Case, together: well }
                question: &L
                why: &L
                example: &L
          - kind: KnowledgeAudit
            title: &L
            purpose: &L
            minutes: 12
            probes:
              - key: audit-noticing
                shape: WorkedExample
                aim: Judgement
                repeat: PerExample
                minutes: 1.5
                card: { kind: Judgement }
                question: &L
                why: &L
                example: &L
          - kind: Decisions
            title: &L
            purpose: &L
            minutes: 15
            probes:
              - key: decision-trade-off
                shape: Fields
                aim: Judgement
                optional: true
                minutes: 3
                card: { kind: Judgement }
                question: &L
                why: &L
                example: &L
                parts:
                  - key: wins
                    shape: Choice
                    fills: Action
                    label: &L
                    choices: [{ key: one, label: &L }, { key: other, label: &L }]
                  - key: because
                    fills: Reason
                    label: &L
          - kind: WorkingStyle
            title: &L
            purpose: &L
            minutes: 8
            probes:
              - { key: style-open, shape: Prose, aim: Manner, minutes: 2, question: &L, why: &L, example: &L }
          - kind: Boundaries
            title: &L
            purpose: &L
            minutes: 15
            probes:
              - key: boundary-holdout
                shape: Holdout
                aim: Case
                minutes: 6
                at-least: 6
                at-most: 10
                question: &L
                why: &L
                example: &L
                prompts:
                  - { key: a, question: { en: "Is {task} done?", zh-Hans: "{task}好了吗？" } }
                  - { key: b, question: &L }
                  - { key: c, question: &L }
                  - { key: d, question: &L }
                  - { key: e, question: &L }
                  - { key: f, question: &L }
        follow-ups:
          - { kind: LastTime, questions: [&L] }
          - { kind: WhenToSkip, questions: [&L] }
          - { kind: ACaseEachWay, questions: [&L] }
          - { kind: WhenNotTrue, questions: [&L] }
          - { kind: WhichNumber, questions: [&L, &L] }
          - { kind: WhatGoesWrong, questions: [&L] }
          - { kind: WhichRole, questions: [&L] }
          - { kind: OneCase, questions: [&L] }

        """;

    public const string Pack = """
        role: Sales
        title: &L
        examples:
          map-tasks: &L
        probes:
          - { key: sales-one, sitting: Map, shape: Line, aim: Facts, minutes: 1, question: &L, why: &L, example: &L }
          - { key: sales-two, sitting: Incidents, pass: Story, shape: Line, aim: Case, minutes: 1, question: &L, why: &L, example: &L }

        """;

    /// <summary>Something said in both languages, which is what most of a protocol is.</summary>
    private const string Said = "{ en: Said, zh-Hans: 说了 }";

    public static ProtocolReading Read(string text, string pack = Pack, string name = "2026-11.yaml", string packName = "2026-11.sales.yaml") =>
        ReadProtocol.From(ProtocolFile.Of(name, Filled(text)), ProtocolFile.Of(packName, Filled(pack)));

    /// <summary>The text with this part, which stands in it once, replaced by another.</summary>
    public static string With(string text, string part, string instead)
    {
        Assert.Equal(1, text.Split(part).Length - 1);
        return text.Replace(part, instead, StringComparison.Ordinal);
    }

    private static string Filled(string text) => text.Replace("&L", Said, StringComparison.Ordinal);
}
