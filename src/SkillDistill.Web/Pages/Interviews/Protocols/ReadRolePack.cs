using System.Globalization;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>Reads the file of a role pack.</summary>
internal static class ReadRolePack
{
    /// <param name="known">The probes whose examples it may stand in for.</param>
    public static RolePack From(YamlNode root, string version, IReadOnlySet<string> known, ReadProbe probes, MistakesOf mistakes)
    {
        var section = new Section(root, "the file", mistakes);
        var kind = section.Named<RolePackKind>("role");
        if (kind is not null && mistakes.File != NameOf(version, kind.Value))
        {
            mistakes.Add(section.LineOf("role"), $"“role” is {kind}; expected it in a file {NameOf(version, kind.Value)}");
        }

        var title = section.Wording("title", Sitting.TitleLength);
        var examples = Examples(section, known, mistakes);
        var expected = $"{RolePack.FewestProbes} to {RolePack.MostProbes} probes";
        var own = section.List("probes", expected).Select(node => probes.From(node, sitting: null, inPack: true)).ToList();
        if (section.Has("probes") && own.Count is < RolePack.FewestProbes or > RolePack.MostProbes)
        {
            mistakes.Add(section.LineOf("probes"), $"there are {own.Count} probes; expected {expected}");
        }

        section.Done();
        return new RolePack(kind.GetValueOrDefault(), title, examples, own);
    }

    public static string NameOf(string version, RolePackKind kind) => $"{version}.{kind.ToString().ToLower(CultureInfo.InvariantCulture)}.yaml";

    private static Dictionary<string, Wording> Examples(Section pack, IReadOnlySet<string> known, MistakesOf mistakes)
    {
        var examples = new Dictionary<string, Wording>(StringComparer.Ordinal);
        switch (pack.Needed("examples", "examples by the keys of probes"))
        {
            case YamlMap map:
                foreach (var entry in map.Entries)
                {
                    if (!known.Contains(entry.Key))
                    {
                        mistakes.Add(entry.Line, $"there is no probe “{entry.Key}”; expected the key of one of the protocol");
                    }

                    examples[entry.Key] = WordingText.Read(entry.Value, entry.Line, $"the example for “{entry.Key}”", Probe.ExampleLength, mistakes);
                }

                break;
            case { } other:
                mistakes.Add(pack.LineOf("examples"), $"“examples” is {other.Name}; expected examples by the keys of probes");
                break;
        }

        return examples;
    }
}
