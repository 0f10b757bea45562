using System.Text.RegularExpressions;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// Secrets: those known by their shape, what stands after "password:" and its like, and long tokens that look drawn by lot. Hashes, UUIDs,
/// commits, numbers of tickets and parts, addresses and versions are none.
/// </summary>
internal static class Credentials
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private const string Counting = "1234567890";

    private static readonly Regex Shapes = new($"(?:^|[^A-Za-z0-9])(?<secret>{string.Join('|', WordList.Section("credential shapes"))})", Linear | RegexOptions.ExplicitCapture);
    private static readonly Regex Password = Labelled("password labels");
    private static readonly Regex Key = Labelled("key labels");
    private static readonly Regex ChineseAndFigures = new(@"^[\u4e00-\u9fff]{1,6}[0-9A-Za-z!@#$%&*._-]{3,}$", Linear);
    private static readonly IReadOnlySet<string> NotAPassword = WordList.Words("not a password");

    public static IEnumerable<Stretch> In(string text) =>
        Shapes.Matches(text).Select(match => match.Groups["secret"]).Where(secret => IsMadeUp(secret.Value))
            .Select(secret => new Stretch(secret.Index, secret.Length))
            .Concat(After(Password, text, IsPassword))
            .Concat(After(Key, text, IsKey))
            .Concat(RandomTokens.In(text));

    /// <summary>Words joined by hyphens ("sk-platform-engineering") have the shape of a key but no figure in them; keys that are drawn by lot have.</summary>
    private static bool IsMadeUp(string secret) => secret.Any(char.IsAsciiDigit) || secret.StartsWith("-----", StringComparison.Ordinal) || secret.Contains("://", StringComparison.Ordinal);

    private static IEnumerable<Stretch> After(Regex label, string text, Func<string, string, char, bool> isSecret)
    {
        foreach (Match match in label.Matches(text))
        {
            var value = match.Groups["value"];
            var next = value.Index + value.Length < text.Length ? text[value.Index + value.Length] : '\n';
            if (isSecret(match.Groups["is"].Value.Trim(), value.Value.Split('<')[0].TrimEnd('.', '?'), next))
            {
                yield return new Stretch(match.Groups["label"].Index, value.Index + value.Length - match.Groups["label"].Index);
            }
        }
    }

    /// <summary>Something with a figure or a sign in it, or after a colon a single word that is none of "expired", "see", "reset".</summary>
    private static bool IsPassword(string sign, string value, char next)
    {
        if (sign is ":" or "：" or "=" && ChineseAndFigures.IsMatch(value))
        {
            return true;
        }

        if (IsPlaceholder(value) || value.Length < 4)
        {
            return false;
        }

        if (sign.Length == 0)
        {
            return value.Length >= 6 && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter);
        }

        var plain = value.All(letter => char.IsAsciiLetter(letter) || letter is '-' or '\'' or '_');
        return plain
            ? sign is ":" or "：" or "=" && next is '\n' or '\r' or ',' or '，' or '。' or ';' or '；' && !NotAPassword.Contains(value)
            : !value.All(letter => char.IsAsciiDigit(letter) || letter is '-') || sign is ":" or "：" or "=";
    }

    private static bool IsKey(string sign, string value, char next) =>
        !IsPlaceholder(value) && value.Length >= (sign.Length > 0 ? 8 : 16) && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !value.Contains("://", StringComparison.Ordinal);

    /// <summary>"&lt;your password&gt;", "${DB_PASSWORD}", "****", "123456", and words in another script.</summary>
    private static bool IsPlaceholder(string value) => value.Length == 0 || Counting.StartsWith(value, StringComparison.Ordinal) || "<{$%[(/".Contains(value[0], StringComparison.Ordinal) || value.Distinct().Count() < 3
        || value.Any(letter => letter > 0x7f);

    private static Regex Labelled(string section) => new(
        $"(?:^|[^A-Za-z])(?<label>{string.Join('|', WordList.Section(section))})[\"']?(?: (?:for|to|of|on)(?: [A-Za-z]{{1,20}}){{1,3}})?\\s{{0,3}}(?<is>[:：=]|is |was |是|为|\\s)\\s{{0,3}}[\"'`]?(?<value>[^\\s,，。；;、)）\"'`]{{4,200}})",
        Linear | RegexOptions.IgnoreCase);
}
