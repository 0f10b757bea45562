namespace SkillDistill.Domain.Interviews;

/// <summary>A part of a text, in UTF-16 units.</summary>
internal readonly record struct Stretch(int Start, int Length)
{
    public int End => Start + Length;

    public bool Contains(int position) => position >= Start && position < End;

    public bool Overlaps(Stretch other) => Start < other.End && other.Start < End;
}
