using System.Globalization;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>The owner's own messages in what they brought in.</summary>
/// <param name="Kept">Those that say something, in the order of the export, each once.</param>
/// <param name="Own">All of theirs, the short ones too.</param>
/// <param name="Seen">Messages by anybody.</param>
/// <param name="Unread">Messages that could not be read.</param>
public sealed record OwnMessages(IReadOnlyList<Message> Kept, int Own, int Seen, int Unread)
{
    public static Outcome<OwnMessages> Of(IReadOnlyList<Message> own, int seen, int unread, IReadOnlyDictionary<string, int> others, IReadOnlyCollection<string> me)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.Count == 0)
        {
            return new NoMessageOfYours(string.Join(", ", me), seen, Most(others));
        }

        var kept = Telling(own);
        return kept.Count == 0 ? new OnlyShortMessages(own.Count) : new OwnMessages(kept, own.Count, seen, unread);
    }

    /// <summary>Those that say more than "thanks", each once, shortened to what a person writes by hand.</summary>
    public static IReadOnlyList<Message> Telling(IEnumerable<Message> messages) =>
        [.. messages.Where(SaysSomething).Select(message => message.Text.Length <= MessageLimits.TextLength ? message : message with { Text = message.Text[..MessageLimits.TextLength].ToWellFormed() }).DistinctBy(message => message.Text)];

    /// <summary>Those who wrote most, as a list to read.</summary>
    public static string Most(IReadOnlyDictionary<string, int> authors)
    {
        ArgumentNullException.ThrowIfNull(authors);
        return string.Join("; ", authors.OrderByDescending(author => author.Value).ThenBy(author => author.Key, StringComparer.Ordinal).Take(MessageLimits.AuthorsShown)
            .Select(author => string.Create(CultureInfo.InvariantCulture, $"{author.Key} ({author.Value})")));
    }

    /// <summary>Chinese is counted by characters: two of them are about a word.</summary>
    private static bool SaysSomething(Message message)
    {
        var words = message.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return Wording.IsChinese(message.Text) ? message.Text.Count(char.IsLetter) >= 2 * MessageLimits.FewestWords : words >= MessageLimits.FewestWords;
    }
}
