using System.Runtime.InteropServices;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// The number by which an index knows a term or a run of letters: 64 bits, the same on every machine and in every release (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). It saves space, and no words
/// lie about; it keeps no secret, for whoever has a dictionary can number it too. Two terms with one number would propose a card too many, and the ranking looks at the words themselves.
/// </summary>
internal static class TermCode
{
    private const ulong Origin = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static long Of(string term) => (long)Add(Origin, MemoryMarshal.AsBytes(term.AsSpan()));

    // The byte before keeps runs apart from terms.
    public static long Of(ulong letters) => (long)Add(Add(Origin, [0xff]), MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in letters)));

    private static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            hash = unchecked((hash ^ one) * Prime);
        }

        return hash;
    }
}
