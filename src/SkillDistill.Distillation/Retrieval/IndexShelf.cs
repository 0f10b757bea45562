using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// Indexes kept in this node's memory between questions: an agent's cards are asked many times and seldom change. Kept under a digest of the very revisions and skill labels, so that an index serves
/// only who may see exactly these cards; what was withdrawn or erased is in no list and its index is forgotten within <see cref="Unused"/>.
/// </summary>
internal sealed class IndexShelf(IMemoryCache cache)
{
    /// <summary>How long an index is kept that nobody asks for.</summary>
    public static readonly TimeSpan Unused = TimeSpan.FromMinutes(5);

    /// <returns>The index of these cards in this order.</returns>
    public CardIndex Of(IReadOnlyList<CardMaterial> cards)
    {
        var key = (nameof(IndexShelf), Digest(cards));
        if (!cache.TryGetValue(key, out CardIndex? index))
        {
            index = CardIndex.Of(cards);
            using var entry = cache.CreateEntry(key);
            entry.SlidingExpiration = Unused;
            entry.Value = index;
        }

        return index!;
    }

    private static string Digest(IReadOnlyList<CardMaterial> cards)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> id = stackalloc byte[16];
        foreach (var card in cards)
        {
            card.RevisionId.Value.TryWriteBytes(id);
            hash.AppendData(id);
            foreach (var label in card.SkillLabels)
            {
                hash.AppendData(MemoryMarshal.AsBytes(label.AsSpan()));
                hash.AppendData("\0"u8);
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
