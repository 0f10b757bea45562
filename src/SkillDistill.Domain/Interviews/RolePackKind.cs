namespace SkillDistill.Domain.Interviews;

/// <summary>The trades for which there are other examples and a few probes more.</summary>
public enum RolePackKind
{
    Engineering,
    Operations,
    Support,
    Sales,
    Finance,
    People,
    Design,
    Data,
}
