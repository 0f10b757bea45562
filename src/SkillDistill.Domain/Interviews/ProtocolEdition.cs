using System.Globalization;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// An organisation's own version of a protocol that is shipped: some optional probes hidden, some questions added. It never changes; another wish is another edition, so that
/// an interview finishes on the one it began with.
/// </summary>
public sealed class ProtocolEdition
{
    private ProtocolEdition()
    {
    }

    public Id<ProtocolEdition> Id { get; private set; }

    /// <summary>1 for the first one of the organisation, and one more each time, whatever protocol it is of.</summary>
    public int Number { get; private set; }

    /// <summary>The version of the shipped protocol that it changes.</summary>
    public string Shipped { get; private set; } = "";

    /// <summary>Keys of optional probes.</summary>
    public IReadOnlyList<string> Hidden { get; private set; } = [];

    public IReadOnlyList<AddedProbe> Added { get; private set; } = [];

    /// <summary>The admin who made it; null once that person is gone.</summary>
    public Id<Person>? MadeById { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Such as 2026-11+3.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Shipped}+{Number}");

    /// <summary>The number that the edition after this one gets.</summary>
    public static int NumberAfter(ProtocolEdition? last) => (last?.Number ?? 0) + 1;

    /// <param name="last">The organisation's newest edition, or null for its first.</param>
    /// <param name="asked">Keys of the optional and the added probes that are to be asked; the others are not.</param>
    /// <param name="more">A question asked from now on, or null.</param>
    public static Outcome<ProtocolEdition> After(ProtocolEdition? last, Protocol shipped, IReadOnlySet<string> asked, AddedProbe? more, Id<Person> by, DateTimeOffset now)
    {
        var edition = new ProtocolEdition
        {
            Id = Id<ProtocolEdition>.New(),
            Number = NumberAfter(last),
            Shipped = shipped.Version,
            Hidden = [.. shipped.Probes.Where(probe => probe.IsOptional && !asked.Contains(probe.Key)).Select(probe => probe.Key)],
            Added = [.. (last?.Added ?? []).Where(probe => asked.Contains(probe.Key)), .. more is null ? [] : new[] { more }],
            MadeById = by,
            MadeAt = now,
        };
        var sittings = edition.Of(shipped).Sittings;
        return edition.IsLike(last, shipped) ? new NothingChangedInProtocol()
            : sittings.FirstOrDefault(sitting => sitting.Minutes > Sitting.MostMinutes) is { } tooLong ? new SittingTooLong(tooLong.Kind, tooLong.Minutes, Sitting.MostMinutes)
            : edition;
    }

    /// <summary>The questions as they are asked in this edition.</summary>
    /// <param name="shipped">The protocol with the version <see cref="Shipped"/>.</param>
    public Protocol Of(Protocol shipped) => shipped.Hiding(Version, Hidden.ToHashSet()).Adding(Version, [.. Added.Select(probe => probe.ToProbe())]);

    private bool IsLike(ProtocolEdition? last, Protocol shipped) => (last?.Shipped ?? shipped.Version) == Shipped
        && Hidden.ToHashSet().SetEquals(last?.Hidden ?? [])
        && Added.Select(probe => probe.Key).SequenceEqual((last?.Added ?? []).Select(probe => probe.Key));
}

public sealed record NothingChangedInProtocol : Refusal;

/// <summary>People are told how long a sitting takes before they begin.</summary>
public sealed record SittingTooLong(SittingKind Kind, int Minutes, int Limit) : Refusal
{
    public override string? Field => "Sitting";

    public override IReadOnlyList<object> Arguments => [Minutes, Limit];
}
