using System.Text;
using System.Text.Json;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.ColleagueSkills;

/// <summary>The values of meta.json that put a label on a person. Quotes are the raw characters between the quotation marks.</summary>
internal static class MetaLabels
{
    private static readonly string[] Parts = ["profile", "tags", "impression"];

    public static IReadOnlyList<StatementProposal> In(UploadedDocument document)
    {
        var bytes = Encoding.UTF8.GetBytes(document.Text);
        var found = new List<StatementProposal>();
        var path = new Stack<string>();
        var property = "";
        var (countedBytes, countedChars) = (0, 0);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    property = reader.GetString() ?? "";
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    path.Push(property);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    property = path.Pop();
                    break;
                case JsonTokenType.String when IsLabel(path, property, reader.ValueSpan):
                    var from = (int)reader.TokenStartIndex + 1;
                    countedChars += Encoding.UTF8.GetCharCount(bytes, countedBytes, from - countedBytes);
                    countedBytes = from;
                    var quote = Encoding.UTF8.GetString(reader.ValueSpan);
                    var place = string.Join(" > ", path.Reverse().Append(property).Where(part => part.Length > 0).Distinct());
                    found.Add(new StatementProposal(StatementKind.Label, document.Path, place, quote, countedChars));
                    break;
            }
        }

        return found;
    }

    private static bool IsLabel(Stack<string> path, string property, ReadOnlySpan<byte> value)
    {
        var top = path.Reverse().Append(property).FirstOrDefault(part => part.Length > 0) ?? "";
        return Parts.Contains(top) && Encoding.UTF8.GetString(value).Trim() is not ("" or "None" or "null" or "-");
    }
}
