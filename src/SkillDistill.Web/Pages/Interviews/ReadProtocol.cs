using System.Globalization;
using System.Text.RegularExpressions;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.Interviews.Protocols;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>
/// Reads a protocol from its file and those of its packs. It says everything that is wrong, each with its line and with what is expected there:
/// the files are written by people. docs/interview.md describes the format.
/// </summary>
internal static partial class ReadProtocol
{
    private const string VersionExpected = "a year and month such as \"2026-11\", or \"2026-11.2\"";

    public static ProtocolReading From(ProtocolFile file, params IReadOnlyList<ProtocolFile> packs)
    {
        var mistakes = new MistakesOf(file.Name);
        if (file.Text(mistakes) is not { } text || ReadYaml.From(text, mistakes) is not { } root)
        {
            return new ProtocolReading(null, [.. mistakes.Found]);
        }

        var section = new Section(root, "the file", mistakes);
        var version = Version(section, mistakes);
        var shapes = section.Needed("shapes", "the parts of answers by shape") is { } node ? ReadParts.ByShape(node, mistakes) : new Dictionary<ProbeShape, IReadOnlyList<ProbePart>>();
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var sittings = Sittings(section, new ReadProbe(shapes, places, mistakes), mistakes);
        var followUps = FollowUps(section, mistakes);
        section.Done();
        var known = places.Keys.ToHashSet(StringComparer.Ordinal);
        var (read, wrong) = Packs(packs, Path.GetFileNameWithoutExtension(file.Name), known, shapes, places);
        IReadOnlyList<ProtocolMistake> all = [.. mistakes.Found, .. wrong];
        return new ProtocolReading(all.Count > 0 ? null : new Protocol { Version = version, Sittings = sittings, FollowUps = followUps, Packs = read }, all);
    }

    private static string Version(Section section, MistakesOf mistakes)
    {
        var version = section.Text("version", VersionExpected, text => text.Length <= Protocol.VersionLength && VersionForm().IsMatch(text));
        if (version.Length > 0 && mistakes.File != $"{version}.yaml")
        {
            mistakes.Add(section.LineOf("version"), $"“version” is {version}; expected it in a file {version}.yaml");
        }

        return version;
    }

    private static List<Sitting> Sittings(Section protocol, ReadProbe probes, MistakesOf mistakes)
    {
        var expected = $"the sittings {string.Join(", ", Enum.GetNames<SittingKind>())} in this order";
        var sittings = new List<Sitting>();
        var kinds = new List<SittingKind?>();
        foreach (var section in protocol.List("sittings", expected).Select(node => new Section(node, "a sitting", mistakes)))
        {
            var kind = section.Named<SittingKind>("kind");
            kinds.Add(kind);
            var title = section.Wording("title", Sitting.TitleLength);
            var purpose = section.Wording("purpose", Sitting.PurposeLength);
            var minutes = section.Number("minutes", Sitting.FewestMinutes, Sitting.MostMinutes, 1);
            var own = section.List("probes", "at least one probe").Select(node => probes.From(node, kind, inPack: false)).ToList();
            section.Done();
            HoldTime(section, minutes, own, mistakes);
            sittings.Add(new Sitting(kind.GetValueOrDefault(), title, purpose, (int)minutes.GetValueOrDefault(), own));
        }

        if (protocol.Has("sittings") && !kinds.Contains(null) && !kinds.SequenceEqual(Enum.GetValues<SittingKind>().Cast<SittingKind?>()))
        {
            mistakes.Add(protocol.LineOf("sittings"), $"the sittings are {(kinds.Count == 0 ? "none" : string.Join(", ", kinds))}; expected {expected}");
        }

        return sittings;
    }

    private static void HoldTime(Section sitting, decimal? minutes, List<Probe> probes, MistakesOf mistakes)
    {
        if (sitting.Has("probes") && probes.Count == 0)
        {
            mistakes.Add(sitting.LineOf("probes"), "there are no probes; expected at least one probe");
        }

        if (probes.Sum(probe => probe.Minutes) is var sum && sum > minutes)
        {
            mistakes.Add(sitting.LineOf("minutes"), string.Create(CultureInfo.InvariantCulture, $"the probes take {sum} minutes, asked once each; expected at most {minutes}, the minutes of their sitting"));
        }
    }

    private static List<FollowUpQuestions> FollowUps(Section protocol, MistakesOf mistakes)
    {
        var expected = $"a question for each of {string.Join(", ", FollowUpQuestions.Kinds)}";
        var followUps = new List<FollowUpQuestions>();
        var unread = false;
        foreach (var section in protocol.List("follow-ups", expected).Select(node => new Section(node, "a follow-up", mistakes)))
        {
            var kind = section.Named("kind", FollowUpQuestions.Kinds);
            unread |= kind is null;
            var questions = section.List("questions", $"1 to {FollowUpQuestions.MostQuestions} questions")
                .Select(node => WordingText.Read(node, node.Line, "the question", FollowUpQuestions.QuestionLength, mistakes)).ToList();
            if (section.Has("questions") && questions.Count is 0 or > FollowUpQuestions.MostQuestions)
            {
                mistakes.Add(section.LineOf("questions"), $"there are {questions.Count} questions; expected 1 to {FollowUpQuestions.MostQuestions}");
            }

            if (kind is not null && followUps.Exists(earlier => earlier.Kind == kind))
            {
                mistakes.Add(section.LineOf("kind"), $"{kind} is here twice; expected each kind once");
                unread = true;
            }

            section.Done();
            followUps.Add(new FollowUpQuestions(kind.GetValueOrDefault(), questions));
        }

        foreach (var missing in FollowUpQuestions.Kinds.Where(kind => protocol.Has("follow-ups") && !unread && !followUps.Exists(read => read.Kind == kind)))
        {
            mistakes.Add(protocol.LineOf("follow-ups"), $"there is no follow-up {missing}; expected {expected}");
        }

        return followUps;
    }

    private static (List<RolePack> Packs, List<ProtocolMistake> Mistakes) Packs(
        IReadOnlyList<ProtocolFile> files,
        string version,
        HashSet<string> known,
        IReadOnlyDictionary<ProbeShape, IReadOnlyList<ProbePart>> shapes,
        Dictionary<string, string> places)
    {
        var packs = new List<RolePack>();
        var found = new List<ProtocolMistake>();
        foreach (var file in files)
        {
            var mistakes = new MistakesOf(file.Name);
            if (file.Text(mistakes) is { } text && ReadYaml.From(text, mistakes) is { } root)
            {
                packs.Add(ReadRolePack.From(root, version, known, new ReadProbe(shapes, places, mistakes), mistakes));
            }

            found.AddRange(mistakes.Found);
        }

        return ([.. packs.OrderBy(pack => pack.Kind)], found);
    }

    [GeneratedRegex(@"^\d{4}-(0[1-9]|1[0-2])(\.[1-9]\d{0,3})?$", RegexOptions.NonBacktracking)]
    private static partial Regex VersionForm();
}

/// <summary>What came of reading.</summary>
/// <param name="Protocol">Null where there is a mistake.</param>
/// <param name="Mistakes">File by file, in the order of lines.</param>
internal sealed record ProtocolReading(Protocol? Protocol, IReadOnlyList<ProtocolMistake> Mistakes);
