namespace SkillDistill.Domain.Interviews;

/// <summary>
/// What in a text does not belong into a profile, in English, in Chinese and in a mixture of them. It points out and does nothing else: it is
/// meant to miss rather than to cry wolf, except for credentials, where a long random token is one until shown otherwise.
/// </summary>
public static class Exclusions
{
    /// <returns>In the order of the text; two of one kind never overlap.</returns>
    public static IReadOnlyList<Exclusion> In(string text)
    {
        var wording = new PlainText(text);
        var names = PersonNames.In(wording);
        return
        [
            .. As(ExclusionKind.Credential, Credentials.In(wording.Text))
                .Concat(As(ExclusionKind.PersonName, names))
                .Concat(As(ExclusionKind.Health, Topics.Health(wording)))
                .Concat(As(ExclusionKind.Family, Topics.Family(wording)))
                .Concat(As(ExclusionKind.Religion, Topics.Religion(wording)))
                .Concat(As(ExclusionKind.Politics, Topics.Politics(wording)))
                .Concat(As(ExclusionKind.JudgementOfColleague, ColleagueJudgements.In(wording, names)))
                .OrderBy(exclusion => exclusion.Start)
                .ThenBy(exclusion => exclusion.Kind),
        ];
    }

    /// <summary>Whether a password or a key stands in it, which is kept nowhere.</summary>
    public static bool HasCredential(string text) => Credentials.In(new PlainText(text).Text).Any();

    /// <summary>The passwords and keys in it, in the order of the text.</summary>
    public static IReadOnlyList<Exclusion> CredentialsIn(string text) => [.. As(ExclusionKind.Credential, Credentials.In(new PlainText(text).Text))];

    /// <summary>
    /// The text with this taken out. Somebody's name leaves "a colleague" behind, so that the sentence still reads, and what it says of them is still seen to be about somebody.
    /// </summary>
    public static string Without(string text, Exclusion found)
    {
        var (before, after) = (text[..found.Start], text[(found.Start + found.Length)..]);
        if (found.Kind == ExclusionKind.PersonName)
        {
            return before + (text.Any(Phrases.IsHan) ? "一位同事" : BeginsSentence(before) ? "A colleague" : "a colleague") + after;
        }

        // One blank where two would meet, and none before a comma.
        return before.EndsWith(' ') && (after.Length == 0 || after[0] is ' ' or ',' or '.' or ';') ? before.TrimEnd(' ') + after : before + after;
    }

    private static bool BeginsSentence(string before) => before.TrimEnd(' ') is var text && (text.Trim().Length == 0 || text[^1] is '.' or '!' or '?' or '\n');

    private static IEnumerable<Exclusion> As(ExclusionKind kind, IEnumerable<Stretch> stretches)
    {
        var end = 0;
        foreach (var stretch in stretches.OrderBy(stretch => stretch.Start).ThenByDescending(stretch => stretch.Length).Where(stretch => stretch.Length > 0))
        {
            if (stretch.Start >= end)
            {
                end = stretch.End;
                yield return new Exclusion(kind, stretch.Start, stretch.Length);
            }
        }
    }
}
