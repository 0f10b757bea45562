using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Interviews;

/// <summary>A protocol of a few probes of each repetition, and answers to them as a person would give.</summary>
internal sealed class SmallInterview
{
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly List<InterviewAnswer> _answers = [];

    public Interview Interview { get; } = Interview.Begin(Id<Person>.New(), "2026-11", Now);

    public Agenda Agenda => new(Protocol, _answers);

    public static Protocol Protocol { get; } = new()
    {
        Version = "2026-11",
        FollowUps = [.. FollowUpQuestions.Kinds.Select(kind => new FollowUpQuestions(kind, [Said($"{kind}?")]))],
        Packs = [],
        Sittings =
        [
            Sitting(SittingKind.Map, Probe("tasks", ProbeShape.Tasks, parts: ["task", "relies"]), Probe("judgement", ProbeShape.Choice), Probe("steps", ProbeShape.Prose, Repetition.PerTask), Probe("newcomer", ProbeShape.Prose, Repetition.PerTask)),
            Sitting(
                SittingKind.Incidents,
                Probe("well", ProbeShape.Prose, pass: IncidentPass.Story),
                Probe("badly", ProbeShape.Prose, pass: IncidentPass.Story),
                Probe("timeline", ProbeShape.Timeline, Repetition.PerIncident, IncidentPass.Timeline, parts: ["when", "what", "decision"]),
                Probe("cue", ProbeShape.Prose, Repetition.PerDecisionPoint, IncidentPass.Deepening, together: "point", fills: CardField.Situation),
                Probe("options", ProbeShape.Prose, Repetition.PerDecisionPoint, IncidentPass.Deepening, together: "point", fills: CardField.Action),
                Probe("again", ProbeShape.Prose, Repetition.PerIncident, IncidentPass.WhatIf)),
            Sitting(SittingKind.KnowledgeAudit, Probe("noticing", ProbeShape.Prose, Repetition.PerExample)),
            Sitting(SittingKind.Decisions, Probe("rule", ProbeShape.Decision, Repetition.PerExample, parts: ["if", "then"]), Probe("limit", ProbeShape.Line, Repetition.PerDecision)),
            Sitting(SittingKind.WorkingStyle, Probe("open", ProbeShape.Prose)),
            Sitting(SittingKind.Boundaries, Probe("not-mine", ProbeShape.Prose)),
        ],
    };

    public InterviewAnswer Answer(string probe, string about, string slot, params (string Part, string Text)[] parts)
    {
        var answer = InterviewAnswer.To(Interview.Id, probe, about, slot, _answers.Count);
        answer.Write(AnswerParts.From(parts.Select(part => new KeyValuePair<string, string?>(part.Part, part.Text))), 0, Now);
        _answers.Add(answer);
        return answer;
    }

    public static string[] KeysOf(IEnumerable<Step> steps) => [.. steps.Select(step => step.Key)];

    private static Sitting Sitting(SittingKind kind, params Probe[] probes) => new(kind, Said($"{kind}"), Said("why"), 10, [.. probes.Select(probe => probe with { Sitting = kind })]);

    private static Probe Probe(
        string key, ProbeShape shape, Repetition repeats = Repetition.Once, IncidentPass? pass = null, string? together = null, CardField? fills = null, string[]? parts = null) => new()
        {
            Key = key,
            Sitting = SittingKind.Map,
            Pass = pass,
            Question = Said($"{key}?"),
            Why = Said("why"),
            Example = Said("example"),
            Shape = shape,
            Aim = ProbeAim.Judgement,
            Repeats = repeats,
            Minutes = 1,
            Parts = [.. (parts ?? []).Select(part => new ProbePart(part, Said(part), part == "decision" ? PartShape.Mark : PartShape.Prose, null, []))],
            Card = fills is null ? null : new ProbeCard(CardKind.Judgement, fills, together),
        };

    private static Wording Said(string text) => new(text, text);
}
