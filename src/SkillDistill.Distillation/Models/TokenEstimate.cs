namespace SkillDistill.Distillation.Models;

/// <summary>
/// How many tokens a text has, where the provider does not say: four letters a token, and one for each Chinese, Japanese or Korean one. Common tokenizers come within a third of
/// it for such texts; code and rare scripts take more.
/// </summary>
internal static class TokenEstimate
{
    private const int LettersPerToken = 4;

    public static long Of(string text)
    {
        var wide = text.Count(IsWide);
        return wide + ((text.Length - wide + LettersPerToken - 1) / LettersPerToken);
    }

    private static bool IsWide(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
}
