using System.Security.Cryptography;
using System.Text;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Composing;

/// <summary>Makes an agent version of cards: the same cards always give the same text and the same digest.</summary>
public static class Composer
{
    /// <param name="ownerName">As shown to people; it stands among the instructions, stripped to letters.</param>
    /// <param name="withVoice">Whether the owner consents to being imitated; otherwise cards about their manner stay out.</param>
    public static Composition Compose(string ownerName, IReadOnlyList<CardMaterial> cards, bool withVoice = false)
    {
        var chosen = cards
            .Where(card => withVoice || card.Text.Kind != CardKind.Voice)
            .OrderBy(card => card.Text.Kind)
            .ThenBy(card => card.Text.Title, StringComparer.Ordinal)
            .ThenBy(card => card.CardId)
            .ToList();
        var instructions = PromptParts.Instructions(ownerName);
        return new Composition(instructions, chosen, Digest(instructions, chosen));
    }

    /// <summary>The whole prompt as the owner may read it. For a question only the few cards that matter to it travel.</summary>
    public static string Render(Composition composition) => $"{composition.Instructions}\n\n<cards>\n{CardData.Array(composition.Cards)}\n</cards>\n";

    private static string Digest(string instructions, List<CardMaterial> cards)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in cards.Select(CardData.Words).Prepend(instructions))
        {
            // Lengths between the parts: moving a word from one card to the next must not give the same digest.
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.IsLittleEndian ? BitConverter.GetBytes(bytes.Length) : [.. BitConverter.GetBytes(bytes.Length).Reverse()]);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
