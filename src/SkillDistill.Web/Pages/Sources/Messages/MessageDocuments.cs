using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Reading.Messages;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Sources.Messages;

/// <summary>Messages as documents of a source: what each is called, and which of them are there already.</summary>
internal static partial class MessageDocuments
{
    /// <summary>Read as plain text, not as Markdown.</summary>
    public const string Ending = ".txt";

    private const int AboutLength = 120;

    public static string PathOf(Message message)
    {
        var day = message.SentAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var about = NotForPaths().Replace(message.About, " ").Trim();
        var name = string.Join(' ', new[] { day, about.Length > AboutLength ? about[..AboutLength].ToWellFormed() : about }.Where(part => !string.IsNullOrEmpty(part)));
        return (name.Length == 0 ? "-" : name) + Ending;
    }

    /// <summary>The same, as people read it.</summary>
    public static string Shown(string path) => path.EndsWith(Ending, StringComparison.Ordinal) ? path[..^Ending.Length] : path;

    /// <summary>Documents of messages that this owner has not brought in before.</summary>
    public static async Task<List<SourceDocument>> NewOnesAsync(this SkillDistillDb db, Source source, int before, IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        var made = messages.Select(message => source.Append(before, PathOf(message), message.Text)).DistinctBy(document => document.Sha256).ToList();
        var digests = made.Select(document => document.Sha256).ToList();
        var known = await db.SourceDocuments.Where(document => digests.Contains(document.Sha256) && db.Sources.Any(other => other.Id == document.SourceId && other.OwnerId == source.OwnerId && other.Kind == SourceKind.Messages))
            .Select(document => document.Sha256).ToListAsync(cancellationToken);
        var fresh = made.Where(document => !known.Contains(document.Sha256)).Take(ImportSource.ProposalLimit - before).ToList();
        foreach (var (document, at) in fresh.Select((document, at) => (document, at)))
        {
            document.StandAfter(before + at);
        }

        return fresh;
    }

    public static IReadOnlyList<string> Names(string? me) => [.. (me ?? "").Split([',', ';', '，', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    public static async Task<string> AddressOfAsync(this SkillDistillDb db, Id<Person> person, CancellationToken cancellationToken) =>
        await db.People.Where(known => known.Id == person).Select(known => known.Email).FirstOrDefaultAsync(cancellationToken) ?? "";

    [GeneratedRegex(@"[/\\:\p{C}\s]+")]
    private static partial Regex NotForPaths();
}
