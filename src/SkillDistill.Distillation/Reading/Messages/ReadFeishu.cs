using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>
/// Messages of Feishu (Lark) in JSON: as its own interface lists them ("im/v1/messages": sender, create_time in milliseconds, body.content that is JSON again), or as the
/// tools in use write them down, a list of messages with a sender's name and plain content.
/// </summary>
internal static partial class ReadFeishu
{
    public static Outcome<List<Message>> Of(string file, byte[] bytes)
    {
        var text = DecodeText.Of(file, bytes);
        if (text.Refused(out var refusal))
        {
            return refusal;
        }

        try
        {
            using var json = JsonDocument.Parse(text.Value);
            var messages = Listed(json.RootElement).Select(Read).OfType<Message>().ToList();
            return messages.Count == 0 ? new NoMessagesInFile(file) : messages;
        }
        catch (JsonException broken)
        {
            return new MessagesNotJson(file, (broken.LineNumber ?? 0) + 1);
        }
    }

    private static IEnumerable<JsonElement> Listed(JsonElement root) => root.ValueKind == JsonValueKind.Array
        ? root.Items()
        : root.Under("data").Under("items").Items().Concat(root.Under("items").Items()).Concat(root.Under("messages").Items()).Concat(root.Under("records").Items());

    private static Message? Read(JsonElement message)
    {
        var words = Content(message);
        var author = Author(message);
        return words.Length == 0 || author.Key.Length == 0 || message.Words("msg_type", "type") is not ("" or "text" or "post") || message.Under("sender").Words("sender_type") is "app"
            ? null
            : new Message(author, message.Words("chat_name", "chat", "group_name"), SentAt(message.Words("create_time", "timestamp", "time")), words);
    }

    private static MessageAuthor Author(JsonElement message)
    {
        var sender = message.Under("sender");
        var name = message.Words("sender_name", "sender", "from", "user_name") is { Length: > 0 } plain ? plain : sender.Words("name", "sender_name");
        var key = sender.Words("id", "open_id", "user_id") is { Length: > 0 } id ? id : message.Words("sender_id", "open_id");
        return new MessageAuthor(key.Length > 0 ? key : name, name, message.Words("email") is { Length: > 0 } address ? address : sender.Words("email"));
    }

    private static string Content(JsonElement message)
    {
        var content = message.Under("body").Words("content") is { Length: > 0 } inner ? inner : message.Words("content", "text", "body");
        return Mention().Replace(content.StartsWith('{') ? Unwrapped(content) : content, "$1").Trim();
    }

    /// <summary>A text is {"text": ...}; a post is a title and lines of pieces, in one language or several.</summary>
    private static string Unwrapped(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            var post = json.RootElement.Under("content").ValueKind == JsonValueKind.Array || json.RootElement.ValueKind != JsonValueKind.Object
                ? json.RootElement
                : json.RootElement.EnumerateObject().Select(language => language.Value).FirstOrDefault(value => value.Under("content").ValueKind == JsonValueKind.Array);
            var lines = post.Under("content").Items().Select(line => string.Concat(line.Items().Select(piece => piece.Words("text"))));
            return json.RootElement.Words("text") is { Length: > 0 } text ? text : string.Join('\n', lines.Prepend(post.Words("title")).Where(line => line.Length > 0));
        }
        catch (JsonException)
        {
            return content;
        }
    }

    private static DateTimeOffset? SentAt(string moment) =>
        long.TryParse(moment, out var since) && since is > 0 and < 4_000_000_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(since < 4_000_000_000 ? since * 1000 : since)
        : DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? read.ToUniversalTime()
        : null;

    [GeneratedRegex("<at[^>]*>([^<]*)</at>")]
    private static partial Regex Mention();
}
