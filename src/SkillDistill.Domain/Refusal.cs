namespace SkillDistill.Domain;

/// <summary>
/// Why a wish is not granted, fit to tell the person who wished. The record's name is the key of its sentence in both languages;
/// <see cref="Arguments"/> fill that sentence; <see cref="Field"/> names the input it stands beside, or is null when it is about the whole.
/// </summary>
public abstract record Refusal
{
    public virtual string? Field => null;

    public virtual IReadOnlyList<object> Arguments => [];

    public string Key => GetType().Name;
}
