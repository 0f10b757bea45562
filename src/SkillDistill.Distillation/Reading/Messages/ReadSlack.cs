using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>
/// A Slack export: a ZIP with users.json, and for each channel a folder with a file of messages for each day (Slack, "How to read Slack data exports").
/// What was joined, renamed or posted by an app is no message of a person's.
/// </summary>
internal static partial class ReadSlack
{
    private const string Users = "users.json";

    public static Outcome<List<Message>> Of(string name, byte[] bytes) => Archive.Open(name, bytes, MessageLimits.Entries, archive => Read(name, archive));

    private static Outcome<List<Message>> Read(string name, ZipArchive archive)
    {
        if (archive.GetEntry(Users) is not { } users || archive.Entries.Sum(entry => entry.Length) > MessageLimits.UnpackedSize)
        {
            return archive.GetEntry(Users) is null ? new NoMessagesInFile(name) : new MessagesTooLarge(name, MessageLimits.UnpackedSize / UploadLimits.Megabyte);
        }

        var people = new Dictionary<string, MessageAuthor>();
        if (ForEach(users, user => people[user.Words("id")] = Author(user)) is { } broken)
        {
            return broken;
        }

        var messages = new List<Message>();
        foreach (var day in archive.Entries.Where(entry => Day().IsMatch(entry.FullName)))
        {
            var channel = day.FullName[..day.FullName.IndexOf('/', StringComparison.Ordinal)];
            if (ForEach(day, message => Put(message, channel, people, messages)) is { } wrong)
            {
                return wrong;
            }
        }

        return messages;
    }

    private static MessagesNotJson? ForEach(ZipArchiveEntry entry, Action<JsonElement> take)
    {
        if (ReadBytes.UpTo(MessageLimits.FileSize, entry.Open()) is not { } bytes)
        {
            return new MessagesNotJson(entry.FullName, 1);
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            foreach (var element in json.RootElement.Items())
            {
                take(element);
            }

            return null;
        }
        catch (JsonException broken)
        {
            return new MessagesNotJson(entry.FullName, (broken.LineNumber ?? 0) + 1);
        }
    }

    private static MessageAuthor Author(JsonElement user)
    {
        var profile = user.Under("profile");
        var name = profile.Words("real_name") is { Length: > 0 } real ? real : user.Words("real_name") is { Length: > 0 } known ? known : user.Words("name");
        return new MessageAuthor(user.Words("id"), name, profile.Words("email"));
    }

    private static void Put(JsonElement message, string channel, Dictionary<string, MessageAuthor> people, List<Message> messages)
    {
        var (user, said) = (message.Words("user"), Plain(message.Words("text"), people));
        if (user.Length == 0 || said.Length == 0 || message.Words("type") != "message" || message.Words("subtype") is not ("" or "thread_broadcast" or "me_message"))
        {
            return;
        }

        messages.Add(new Message(people.GetValueOrDefault(user, new MessageAuthor(user, "", "")), $"#{channel}", SentAt(message.Words("ts")), said));
    }

    private static DateTimeOffset? SentAt(string seconds) =>
        double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var since) && since is > 0 and < 4e9 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(since * 1000)) : null;

    /// <summary>Slack's own marks to words: people by name, links by what they are called.</summary>
    private static string Plain(string text, Dictionary<string, MessageAuthor> people) => WebUtility.HtmlDecode(Mark().Replace(text, mark => mark.Groups["kind"].Value switch
    {
        _ when mark.Groups["label"].Success => mark.Groups["label"].Value,
        "@" => $"@{people.GetValueOrDefault(mark.Groups["what"].Value)?.Name ?? mark.Groups["what"].Value}",
        var kind => kind + mark.Groups["what"].Value,
    })).Trim();

    [GeneratedRegex(@"^[^/]+/\d{4}-\d{2}-\d{2}\.json$")]
    private static partial Regex Day();

    [GeneratedRegex(@"<(?<kind>[@#!]?)(?<what>[^<>|]+)(?:\|(?<label>[^<>]*))?>")]
    private static partial Regex Mark();
}
