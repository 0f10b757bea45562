namespace SkillDistill.Domain.Interviews;

/// <summary>
/// What an interview asks: sittings of probes, and the questions that follow an answer. A version never changes once somebody was interviewed by it;
/// keys stay over versions, so that answers are kept when an interview moves to another one.
/// </summary>
public sealed record Protocol
{
    public const int VersionLength = 20;

    /// <summary>Such as 2026-11, or 2026-11.2.</summary>
    public required string Version { get; init; }

    /// <summary>All of them, in the order of <see cref="SittingKind"/>.</summary>
    public required IReadOnlyList<Sitting> Sittings { get; init; }

    /// <summary>One for each kind.</summary>
    public required IReadOnlyList<FollowUpQuestions> FollowUps { get; init; }

    public required IReadOnlyList<RolePack> Packs { get; init; }

    public Sitting this[SittingKind kind] => Sittings.Single(sitting => sitting.Kind == kind);

    public FollowUpQuestions this[FollowUpKind kind] => FollowUps.Single(followUp => followUp.Kind == kind);

    /// <summary>Every probe, those of the packs last.</summary>
    public IEnumerable<Probe> Probes => Sittings.SelectMany(sitting => sitting.Probes).Concat(Packs.SelectMany(pack => pack.Probes));

    /// <summary>The probe with this key, in whatever sitting or pack; null where this version has none.</summary>
    public Probe? Find(string key) => Probes.FirstOrDefault(probe => probe.Key == key);

    /// <summary>As somebody sees it who took these packs: their probes at the end of the sittings, their examples in place of others. The first pack taken wins.</summary>
    public Protocol With(params IReadOnlyList<RolePackKind> taken)
    {
        var packs = taken.Distinct().Select(kind => Packs.First(pack => pack.Kind == kind)).ToList();
        Probe Fitting(Probe probe) => packs.Select(pack => pack.Examples.GetValueOrDefault(probe.Key)).FirstOrDefault(example => example is not null) is { } example
            ? probe with { Example = example }
            : probe;

        return this with
        {
            Packs = [],
            Sittings = [.. Sittings.Select(sitting => sitting with
            {
                Probes = [.. sitting.Probes.Select(Fitting), .. packs.SelectMany(pack => pack.Probes).Where(probe => probe.Sitting == sitting.Kind)],
            })],
        };
    }

    /// <summary>The same without these probes, as another version. Only optional ones can be hidden; other keys change nothing.</summary>
    public Protocol Hiding(string version, IReadOnlySet<string> keys)
    {
        bool IsShown(Probe probe) => !probe.IsOptional || !keys.Contains(probe.Key);

        return this with
        {
            Version = version,
            Sittings = [.. Sittings.Select(sitting => sitting with { Probes = [.. sitting.Probes.Where(IsShown)] })],
            Packs = [.. Packs.Select(pack => pack with { Probes = [.. pack.Probes.Where(IsShown)] })],
        };
    }

    /// <summary>The same with these probes more, each last in its sitting, as another version. A sitting that they make longer says so in its minutes.</summary>
    /// <exception cref="ArgumentException">A key is taken already.</exception>
    public Protocol Adding(string version, IReadOnlyList<Probe> probes)
    {
        var taken = Probes.Select(probe => probe.Key).ToHashSet();
        if (probes.FirstOrDefault(probe => !taken.Add(probe.Key)) is { } twice)
        {
            throw new ArgumentException($"There is a probe {twice.Key} already.", nameof(probes));
        }

        return this with
        {
            Version = version,
            Sittings = [.. Sittings.Select(sitting => sitting.With([.. probes.Where(probe => probe.Sitting == sitting.Kind)]))],
        };
    }
}
