using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Erasures;

/// <summary>The sentences of some cards, as far as they are long enough to be told from chance.</summary>
internal sealed class Passages(IReadOnlyCollection<string> sentences)
{
    private const int Letters = 16;

    /// <summary>A Chinese sign says about as much as three letters.</summary>
    private const int Signs = 6;

    private static readonly char[] Ends = ['\n', '.', '!', '?', ';', '。', '！', '？', '；', '…'];

    public static Passages Of(IEnumerable<CardText> texts) => new([.. texts.SelectMany(text => Enum.GetValues<CardField>().SelectMany(field => Sentences(text[field]))).Distinct()]);

    /// <summary>Whether the text repeats a sentence, or is made of part of one.</summary>
    public bool AreIn(string text) => sentences.Any(sentence => text.Contains(sentence, StringComparison.OrdinalIgnoreCase))
        || Sentences(text).Any(part => sentences.Any(sentence => sentence.Contains(part, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Sentences(string text) => text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(sentence => sentence.Length >= Letters || sentence.Count(letter => letter >= '\u2E80') >= Signs);
}
