namespace SkillDistill.Web.Hosting;

/// <summary>What somebody typed into a search box, as a pattern for LIKE: found anywhere, letter case aside, with nothing in it a wildcard.</summary>
internal static class SearchPattern
{
    public const string Escape = "\\";

    /// <summary>Goes with a column in lower case and with <see cref="Escape"/>.</summary>
    public static string Containing(string words) => $"%{Plain(words)}%";

    /// <summary>Found at the beginning.</summary>
    public static string Beginning(string words) => $"{Plain(words)}%";

    /// <summary>Found where a word that is not the first begins.</summary>
    public static string WithWord(string words) => $"% {Plain(words)}%";

    private static string Plain(string words) => words.Trim().ToLowerInvariant()
        .Replace(Escape, Escape + Escape, StringComparison.Ordinal)
        .Replace("%", Escape + "%", StringComparison.Ordinal)
        .Replace("_", Escape + "_", StringComparison.Ordinal);
}
