using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// What a question asks for by name: the "database" of "which database", the "版本" of "哪个版本". Cards that speak of everything else in the
/// question and not of this do not answer it.
/// </summary>
internal static partial class Focus
{
    /// <returns>Where the words asked for begin; a question may ask for none or several.</returns>
    public static IReadOnlySet<int> In(string question) => Asks().Matches(question).Select(match => match.Index + match.Length).ToHashSet();

    [GeneratedRegex(@"\b(?:which|what|whose|how\s+many|how\s+much)\s+(?:(?:kind|type|sort)s?\s+of\s+|of\s+(?:the|our|your)\s+)?(?=\p{L})|什么|哪一?[个种些家款类]|几[个种封次台条]", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();
}
