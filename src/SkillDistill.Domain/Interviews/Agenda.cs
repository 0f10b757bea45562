namespace SkillDistill.Domain.Interviews;

/// <summary>
/// What an interview asks, in order, as far as its answers decide it: what is asked for each task, incident, moment or rule comes once there is one. Pure: the
/// same protocol and answers give the same steps.
/// </summary>
/// <param name="protocol">As its owner sees it, their packs taken.</param>
public sealed class Agenda(Protocol protocol, IReadOnlyCollection<InterviewAnswer> answers)
{
    /// <summary>How much of an answer stands above the questions about it, in UTF-16 units.</summary>
    public const int SubjectLength = 140;

    private readonly ILookup<(string Probe, string About), InterviewAnswer> _rows = answers.OrderBy(row => row.Place).ThenBy(row => row.Id).ToLookup(row => (row.Probe, row.About));

    public Protocol Protocol => protocol;

    /// <summary>The tasks that the owner chose as needing judgement.</summary>
    public IEnumerable<InterviewAnswer> Tasks
    {
        get
        {
            var chosen = Of(probe => probe.Shape == ProbeShape.Choice).SelectMany(row => row.Parts.Keys).ToHashSet();
            return AllTasks.Where(task => chosen.Contains(task.Slot));
        }
    }

    /// <summary>Everything that the owner does and somebody relies on.</summary>
    public IEnumerable<InterviewAnswer> AllTasks => Of(probe => probe.Shape == ProbeShape.Tasks).Where(task => task.Parts["task"].Length > 0);

    public IEnumerable<InterviewAnswer> Incidents => Of(probe => probe.Pass == IncidentPass.Story);

    public IEnumerable<InterviewAnswer> Decisions => Of(probe => probe.Shape == ProbeShape.Decision);

    /// <summary>The moments of an incident that could have gone another way.</summary>
    public IEnumerable<InterviewAnswer> PointsOf(InterviewAnswer incident) =>
        Of(probe => probe.Shape == ProbeShape.Timeline).Where(moment => moment.About == incident.Name && moment.Parts["decision"] == AnswerParts.Ticked && moment.Parts["what"].Length > 0);

    public IReadOnlyList<Step> StepsOf(SittingKind kind)
    {
        var probes = protocol[kind].Probes;
        var steps = new List<Step>();
        for (var at = 0; at < probes.Count;)
        {
            var together = probes.Skip(at).TakeWhile(probe => Group(probe) == Group(probes[at])).ToList();
            steps.AddRange(Asked(together));
            at += together.Count;
        }

        return steps;
    }

    public SittingProgress ProgressOf(SittingKind kind) => new(protocol[kind], StepsOf(kind));

    /// <summary>The step of this key, where it is asked now.</summary>
    public Step? Find(SittingKind kind, string? key) => StepsOf(kind).FirstOrDefault(step => step.Key == key);

    /// <summary>What is gone over one subject after the other keeps together, whatever order its probes have.</summary>
    private static Repetition Group(Probe probe) => probe.Repeats switch
    {
        Repetition.PerIncident or Repetition.PerDecisionPoint => Repetition.PerIncident,
        Repetition.PerExample => Repetition.Once,
        var other => other,
    };

    private IEnumerable<Step> Asked(List<Probe> probes) => Group(probes[0]) switch
    {
        Repetition.PerTask => Each(Tasks, probes, task => task.Parts["task"]),
        Repetition.PerDecision => Each(Decisions, probes, rule => rule.Parts["if"].Length > 0 ? rule.Parts["if"] : rule.Parts["then"]),
        Repetition.PerIncident => Incidents.SelectMany(incident => AskedOf(incident, probes)),
        _ => probes.Select(probe => new Step(probe, "", "", [.. _rows[(probe.Key, "")]])),
    };

    /// <summary>An incident from its timeline through each of its moments to what is left of it.</summary>
    private IEnumerable<Step> AskedOf(InterviewAnswer incident, List<Probe> probes)
    {
        for (var at = 0; at < probes.Count;)
        {
            var together = probes.Skip(at).TakeWhile(probe => probe.Repeats == probes[at].Repeats).ToList();
            var steps = probes[at].Repeats == Repetition.PerDecisionPoint
                ? Each(PointsOf(incident), together, point => point.Parts["what"])
                : Each([incident], together, story => story.Parts[AnswerParts.Whole]);
            foreach (var step in steps)
            {
                yield return step;
            }

            at += together.Count;
        }
    }

    private IEnumerable<Step> Each(IEnumerable<InterviewAnswer> subjects, List<Probe> probes, Func<InterviewAnswer, string> words) =>
        from subject in subjects
        from probe in probes
        select new Step(probe, subject.Name, Short(words(subject)), [.. _rows[(probe.Key, subject.Name)]]);

    private IEnumerable<InterviewAnswer> Of(Func<Probe, bool> which) =>
        protocol.Probes.Where(which).SelectMany(probe => _rows.Where(rows => rows.Key.Probe == probe.Key).SelectMany(rows => rows)).Where(row => !row.IsBlank);

    private static string Short(string words)
    {
        var line = string.Join(' ', words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length <= SubjectLength ? line : $"{line[..(char.IsHighSurrogate(line[SubjectLength - 1]) ? SubjectLength - 1 : SubjectLength)].TrimEnd()}…";
    }
}
