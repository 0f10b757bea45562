namespace SkillDistill.Domain.Interviews;

/// <summary>What somebody of one trade may add to their interview: examples from it, and a few probes.</summary>
/// <param name="Examples">By the key of the probe whose example they stand in for.</param>
/// <param name="Probes">Each says itself which sitting it belongs to, and comes last there.</param>
public sealed record RolePack(RolePackKind Kind, Wording Title, IReadOnlyDictionary<string, Wording> Examples, IReadOnlyList<Probe> Probes)
{
    public const int FewestProbes = 2;
    public const int MostProbes = 4;
}
