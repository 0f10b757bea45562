using System.Text.RegularExpressions;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.ColleagueSkills;

/// <summary>Takes apart what somebody else's tool made of the owner, so that the owner can say to each sentence: mine, or not.</summary>
public static partial class ReadColleagueSkill
{
    private const int TitleLength = 60;

    private const int SaysEnough = 8;

    /// <summary>The statements in the order work.md, persona.md, meta.json, so that labels come last.</summary>
    public static Outcome<IReadOnlyList<StatementProposal>> Propose(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var statements = new List<StatementProposal>();
        foreach (var document in upload.Documents.OrderBy(document => Order(document.Path)))
        {
            statements.AddRange(UploadPath.NameOf(document.Path).ToUpperInvariant() switch
            {
                "META.JSON" => MetaLabels.In(document),
                "PERSONA.MD" => Statements.In(document, PersonaKind.Of),
                _ => Statements.In(document, (_, text) => PersonaKind.IsLabel(text) ? StatementKind.Label : StatementKind.Work),
            });
        }

        return statements.Count == 0 ? new NothingStated() : statements;
    }

    /// <summary>The card a claimed statement becomes. The words stay as they are, the "you" in them too: the owner rewrites them, not we.</summary>
    public static CardText Draft(StatementKind kind, string place, string quote)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(quote);
        var words = Words(quote);
        var headings = place.Split(" > ");
        var heading = Wording.Heading(headings[^1]);
        var title = Title(heading, words);
        if (kind != StatementKind.Work)
        {
            return new CardText { Kind = CardKind.Voice, Title = title, Action = words }.Tidied();
        }

        var (card, askInstead) = GuessKind.Of(headings, words);
        return (CardFields.Of(title, heading, words) with { Kind = card, AskInstead = askInstead }).Tidied();
    }

    private static string Words(string quote)
    {
        var text = string.Join('\n', ReadBlocks.Of("quote.md", quote).Select(block => block.Text));
        var lines = text.Split('\n').Select(line => line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line);
        var words = string.Join('\n', lines).Trim();

        // A bullet that is claimed alone is a sentence, not a list of one.
        words = words.StartsWith("- ", StringComparison.Ordinal) && !words.Contains("\n-", StringComparison.Ordinal) ? words[2..] : words;
        return words.Length > CardText.FieldLength ? PlainText.Shortened(words, CardText.FieldLength) : words.Length > 0 ? words : PlainText.Tidied(quote);
    }

    private static string Title(string heading, string words)
    {
        var first = PlainText.Tidied(Sentences.First(words)).TrimStart('-', ' ');
        var sentence = PlainText.Shortened(first, TitleLength);
        return words.Contains("\n2. ", StringComparison.Ordinal) && heading.Length > 0 ? heading
            : heading.Length > 0 && LeansOn(heading, sentence) ? $"{PlainText.Shortened(heading, TitleLength)}{(Wording.IsChinese(heading) ? "：" : ": ")}{sentence}"
            : sentence.Length > 0 ? sentence : "…";
    }

    /// <summary>"Topics without a result" says nothing without "You dislike" above it.</summary>
    private static bool LeansOn(string heading, string sentence) =>
        sentence.Length < SaysEnough
        || (Addresses().IsMatch(heading) && !Addresses().IsMatch(sentence))
        || sentence[0] is '"' or '“' or '「'
        || (Wording.IsChinese(heading) && !Wording.IsChinese(sentence.Split('、', '（')[0]));

    [GeneratedRegex("^(?:你|you\\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    private static int Order(string path) => UploadPath.NameOf(path).ToUpperInvariant() switch { "WORK.MD" => 0, "PERSONA.MD" => 1, _ => 2 };
}

/// <summary>A colleague-skill whose files say nothing about anybody.</summary>
public sealed record NothingStated : UploadRefusal;
