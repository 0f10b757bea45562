using SkillDistill.Domain.Models;

namespace SkillDistill.Distillation.Models;

/// <summary>What an external model used, counted beside the answer, so that one that was stopped or broke off is counted too.</summary>
public sealed class TokenMeter
{
    private TokenUse? _used;

    /// <summary>Null where none was asked, or it took nothing.</summary>
    public TokenUse? Used => Volatile.Read(ref _used);

    internal void Add(TokenUse use) => Volatile.Write(ref _used, _used is { } before ? before + use : use);
}
