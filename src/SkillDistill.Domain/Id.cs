using System.Diagnostics.CodeAnalysis;

namespace SkillDistill.Domain;

/// <summary>The identity of one <typeparamref name="T"/>: a time-ordered UUID (RFC 9562, version 7), written as 32 hexadecimal digits.</summary>
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>, IComparable<Id<T>>
{
    /// <summary>A new identity, greater than those made before it on this machine.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Id<Card>.New() reads as what it does.")]
    public static Id<T> New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1000", Justification = "IParsable asks for it.")]
    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1000", Justification = "IParsable asks for it.")]
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new Id<T>(value);
        return parsed;
    }

    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;

    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;

    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;

    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;

    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("N");
}
