using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>The same profile for people: a file for each card, the interview in one, documents as they came. It is made of the JSON and of nothing else, so that the two cannot differ.</summary>
internal static class ReadableProfile
{
    private const int NameLength = 60;

    private static readonly string[] Fields = ["situation", "action", "reason", "threshold", "exception", "falsifier", "case", "askInstead"];

    public static IEnumerable<(string Name, string Text)> Of(JsonObject profile)
    {
        yield return ("README.md", Readme(profile));
        foreach (var (card, at) in Items(profile["cards"]).Select((card, at) => (card, at)))
        {
            var newest = Items(card["revisions"]).Last();
            yield return (string.Create(CultureInfo.InvariantCulture, $"cards/{at + 1:000}-{Named(Text(newest["text"], "title"))}.md"), Card(card, newest["text"]!));
        }

        if (profile["interview"] is { } interview)
        {
            yield return ("interview.md", Interview(interview));
        }

        foreach (var (source, at) in Items(profile["sources"]).Select((source, at) => (source, at)))
        {
            foreach (var (document, number) in Items(source["documents"]).Select((document, number) => (document, number)))
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"sources/{at + 1:000}/{number + 1:000}-{Named(Path.GetFileNameWithoutExtension(Text(document, "path")))}.txt"), Text(document, "text"));
            }
        }
    }

    private static string Readme(JsonObject profile) => $"""
        # {Line(Text(profile["person"], "name"))}

        What SkillDistill kept of you. `profile.json` has all of it for machines; the rest is the same for people. `manifest.json` has the SHA-256 of each file.

        | what | how many |
        |---|---|
        | cards (`cards/`) | {Items(profile["cards"]).Count()} |
        | interview answers (`interview.md`) | {Items(profile["interview"]?["answers"]).Count()} |
        | sources (`sources/`) | {Items(profile["sources"]).Count()} |
        | skills declared | {Items(profile["skills"]).Count()} |
        | versions of your agent | {Items(profile["agent"]?["versions"]).Count()} |
        | questions you asked | {Items(profile["asked"]).Sum(conversation => Items(conversation["questions"]).Count())} |

        `consent/` holds your receipt and ledger, which can be verified without us: see the page "My consent".
        """.ReplaceLineEndings("\n");

    private static string Card(JsonNode card, JsonNode words)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {Line(Text(words, "title"))}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Text(words, "kind")} · {Text(card, "status")} · for: {Text(card["audience"], "scope")} · confirmed {Text(card, "confirmedAt")}\n");
        foreach (var field in Fields.Where(field => Text(words, field).Length > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {field}\n\n{Text(words, field)}\n");
        }

        if (Text(words, "caseDate") is { Length: > 0 } date)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nCase of {date}.\n");
        }

        if (Text(card["holds"], "until") is { Length: > 0 } until)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nHolds until: {Line(until)}\n");
        }

        return text.ToString();
    }

    private static string Interview(JsonNode interview)
    {
        var text = new StringBuilder("# Interview\n");
        foreach (var answer in Items(interview["answers"]).Where(answer => answer["parts"]!.AsObject().Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Text(answer, "probe")}\n");
            foreach (var (part, words) in answer["parts"]!.AsObject())
            {
                text.Append(part.Length == 0 ? "\n" : string.Create(CultureInfo.InvariantCulture, $"\n### {part}\n\n")).Append(words!.GetValue<string>()).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<JsonNode> Items(JsonNode? list) => list?.AsArray().OfType<JsonNode>() ?? [];

    private static string Text(JsonNode? node, string name) => node?[name]?.ToString() ?? "";

    private static string Line(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries));

    /// <summary>Letters and digits of a title, which a file may be called on any system.</summary>
    private static string Named(string title)
    {
        var name = string.Join('-', new string([.. title.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "untitled" : name.Length <= NameLength ? name : name[..NameLength];
    }
}
