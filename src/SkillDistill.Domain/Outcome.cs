using System.Diagnostics.CodeAnalysis;

namespace SkillDistill.Domain;

/// <summary>Either the value wished for or the <see cref="Refusal"/> that says why not; never both, never neither.</summary>
public sealed class Outcome<T>
    where T : class
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The wish was refused; ask <see cref="Refused"/> first.</exception>
    public T Value => _value ?? throw new InvalidOperationException($"Refused: {Refusal}");

    [SuppressMessage("Usage", "CA2225", Justification = "Returning a value or a refusal is the whole use of this type.")]
    public static implicit operator Outcome<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "Returning a value or a refusal is the whole use of this type.")]
    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);

    public bool Refused([NotNullWhen(true)] out Refusal? refusal) => (refusal = Refusal) is not null;
}
