namespace SkillDistill.Domain.Interviews;

/// <summary>The same thing said in every language that interviews are held in.</summary>
public sealed record Wording(string English, string Chinese)
{
    public const string EnglishCode = "en";
    public const string ChineseCode = "zh-Hans";

    /// <summary>The words in this language, or in English where there are none.</summary>
    public string In(string language) => language == ChineseCode ? Chinese : English;
}
