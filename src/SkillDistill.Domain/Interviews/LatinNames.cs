using System.Text.RegularExpressions;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// Names in Latin letters: one to three words with a capital, told from teams and products by what stands around them and by a list of given
/// names. The list alone is no proof for names that are words too ("Mark", "Bill"); these need a verb before them.
/// </summary>
internal static class LatinNames
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly IReadOnlySet<string> Given = WordList.Words("given names");
    private static readonly IReadOnlySet<string> Ambiguous = WordList.Words("names that are words too");
    private static readonly IReadOnlySet<string> NotAPerson = WordList.Words("not a person");
    private static readonly IReadOnlySet<string> OtherThingAfter = WordList.Words("other thing after it");
    private static readonly IReadOnlySet<string> Title = WordList.Words("title");
    private static readonly IReadOnlySet<string> NotTheName = WordList.Words("not the name itself");
    private static readonly IReadOnlySet<string> OnlyAPersonDoes = WordList.Words("what only a person does");
    private static readonly IReadOnlySet<string> WhatAPersonDoes = WordList.Words("what a person does");

    private static readonly Regex Capitals = new(@"[A-Z\u00C0-\u00DE][\p{L}'\-]+(?: (?:van |von |de |der |da |al |el |bin )?[A-Z\u00C0-\u00DE][\p{L}'\-]+){0,3}", Linear);

    private static readonly Regex Asks = Before(WordList.Section("asks a person"), WordList.Section("asks a person, chinese"));
    private static readonly Regex Reaches = Before(WordList.Section("reaches a person"), []);
    private static readonly Regex Pronoun = new("(?:^|[^a-z])(?:he|she|him|her|his|hers)(?:$|[^a-z])|[他她]", Linear | RegexOptions.IgnoreCase);

    public static IEnumerable<Stretch> In(PlainText wording)
    {
        foreach (var sentence in wording.Sentences)
        {
            var text = wording.Of(sentence);
            foreach (Match capitals in Capitals.Matches(text))
            {
                if (Name(text, capitals) is { } name)
                {
                    yield return name with { Start = sentence.Start + name.Start };
                }
            }
        }
    }

    private static Stretch? Name(string sentence, Match capitals)
    {
        // Chinese letters beside Latin ones would otherwise be taken as part of the word.
        var end = capitals.Index + capitals.Value.TakeWhile(character => !Phrases.IsHan(character)).Count();
        var (start, cue) = Cue(sentence, AfterOpening(sentence, capitals.Index, end), end);
        var words = sentence[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        words[^1] = WithoutPossessive(words[^1], out var possessive);
        if (words.Any(IsNoName) || OtherThingAfter.Contains(WordAfter(sentence, end)) || !IsLikely(sentence, start, end, words, cue, possessive))
        {
            return null;
        }

        return new Stretch(start, end - start - (possessive ? 2 : 0));
    }

    private enum Sign
    {
        None,
        Reached,
        Asked,
        Titled,
    }

    private static bool IsLikely(string sentence, int start, int end, string[] words, Sign cue, bool possessive)
    {
        if (cue == Sign.Titled)
        {
            return true;
        }

        if (Ambiguous.Contains(words[0]))
        {
            return cue == Sign.Asked || (cue == Sign.Reached && words.Length > 1);
        }

        if (Given.Contains(words[0]))
        {
            var first = sentence.AsSpan(0, start).IsWhiteSpace();
            return !first || words.Length > 1 || possessive || WhatAPersonDoes.Contains(WordAfter(sentence, end)) || (end < sentence.Length && Phrases.IsHan(sentence[end]));
        }

        // In no list: two capitals that sign or know something, two after "ask", or one of whom the sentence goes on to say "he" or "she".
        var several = words.Length is 2 or 3;
        return (several && OnlyAPersonDoes.Contains(WordAfter(sentence, end)))
            || (cue == Sign.Asked && (several || Pronoun.IsMatch(sentence[end..Math.Min(sentence.Length, end + 60)])));
    }

    /// <summary>"Then Okonkwo Eze": the first word of a sentence has a capital whatever it is.</summary>
    private static int AfterOpening(string sentence, int start, int end)
    {
        var first = WordAt(sentence, start, end);
        return start + first.Length < end && NotTheName.Contains(first) ? start + first.Length + 1 : start;
    }

    /// <summary>What stands before the name; a verb that begins the sentence has a capital of its own and is taken off.</summary>
    private static (int Start, Sign Cue) Cue(string sentence, int start, int end)
    {
        var first = WordAt(sentence, start, end);
        while (start + first.Length < end && (Title.Contains(first) || Sign.None != SignIn($"{first} ")))
        {
            var sign = Title.Contains(first) ? Sign.Titled : SignIn($"{first} ");
            start += first.Length + 1;
            if (sign == Sign.Titled)
            {
                return (start, sign);
            }

            first = WordAt(sentence, start, end);
            if (!Title.Contains(first))
            {
                return (start, sign);
            }
        }

        var before = sentence[Math.Max(0, start - 24)..start];
        var lastWord = before.TrimEnd().Split(' ')[^1];
        return Title.Contains(lastWord) ? (start, Sign.Titled) : (start, SignIn(before));
    }

    private static Sign SignIn(string before) => Asks.IsMatch(before) ? Sign.Asked : Reaches.IsMatch(before) ? Sign.Reached : Sign.None;

    private static bool IsNoName(string word) => word.Length < 2 || NotAPerson.Contains(word) && !Ambiguous.Contains(word)
        || word.All(letter => char.IsUpper(letter) || !char.IsLetter(letter)) || HasInnerCapital(word);

    /// <summary>"GitHub", "iOS", not "McLeod", "O'Neill", "Anne-Marie".</summary>
    private static bool HasInnerCapital(string word) => !word.StartsWith("Mc", StringComparison.Ordinal) && !word.StartsWith("Mac", StringComparison.Ordinal)
        && word.Skip(1).Zip(word).Any(pair => char.IsUpper(pair.First) && char.IsLetter(pair.Second));

    private static string WithoutPossessive(string word, out bool possessive)
    {
        possessive = word.EndsWith("'s", StringComparison.Ordinal);
        return possessive ? word[..^2] : word;
    }

    private static string WordAt(string sentence, int start, int end)
    {
        var blank = sentence.IndexOf(' ', start, end - start);
        return sentence[start..(blank < 0 ? end : blank)];
    }

    private static string WordAfter(string sentence, int end)
    {
        if (end >= sentence.Length || sentence[end] != ' ')
        {
            return "";
        }

        var stop = end + 1;
        while (stop < sentence.Length && char.IsAsciiLetter(sentence[stop]))
        {
            stop++;
        }

        return sentence[(end + 1)..stop];
    }

    /// <summary>One of these right before, with nothing but a blank or an @ between.</summary>
    private static Regex Before(IReadOnlyList<string> latin, IReadOnlyList<string> chinese)
    {
        var words = string.Join('|', latin.Select(phrase => $"(?:^|[^A-Za-z]){Regex.Escape(phrase)}").Concat(chinese.Select(Regex.Escape)));
        return new Regex($"(?:{words})(?:一下)?\\s*@?$", Linear | RegexOptions.IgnoreCase);
    }
}
