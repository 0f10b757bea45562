using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Answering.AboutPeople;

/// <summary>Puts a Chinese question into the signs that the forms in zh.txt are written in.</summary>
internal static partial class Chinese
{
    private static readonly Forms Forms = Forms.Load("zh", "");

    /// <inheritdoc cref="English.Judging"/>
    public static string? Judging(string question, Names names)
    {
        var text = Ends().Replace(names.SignedIn(question).ToLowerInvariant(), "。");
        text = Blanks().Replace(Parts().Replace(text, "，"), "");
        text = They().Replace(text, "&");
        return Forms.Of(He().Replace(text, "@") + "。");
    }

    [GeneratedRegex("[。？！；!?;\n]|\\.(?!\\d)")]
    private static partial Regex Ends();

    [GeneratedRegex("[，,、：:()（）—]|……")]
    private static partial Regex Parts();

    [GeneratedRegex(@"[\s""'“”‘’「」《》]+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[他她]们")]
    private static partial Regex They();

    [GeneratedRegex("(?<!其)[他她]")]
    private static partial Regex He();
}
