using System.Globalization;

namespace SkillDistill.Domain.Consent;

/// <summary>One version of the notice in every language: published together, and never changed afterwards.</summary>
public sealed class NoticeEdition
{
    private readonly Dictionary<string, Notice> _notices;

    private NoticeEdition(int number, string version, DateTimeOffset publishedAt, IEnumerable<Notice> notices) =>
        (Number, Version, PublishedAt, _notices) = (number, version, publishedAt, notices.ToDictionary(notice => notice.Language));

    /// <summary>From 1, without gaps. The highest is the one shown today.</summary>
    public int Number { get; }

    /// <summary>What people know it by, such as 2026-11 or 2026-11.2.</summary>
    public string Version { get; }

    public DateTimeOffset PublishedAt { get; }

    public IEnumerable<Notice> Notices => Notice.Languages.Select(language => _notices[language]);

    /// <summary>The edition that the product comes with, or came with once, as the first of a new store.</summary>
    public static NoticeEdition Shipped(DateTimeOffset now, string version = Notice.ShippedVersion) =>
        new(1, version, now, Notice.Languages.Select(language => Notice.Shipped(language, version)));

    /// <param name="rows">Those of one version, in every language.</param>
    public static NoticeEdition Of(IReadOnlyList<PublishedNotice> rows) => new(rows[0].Number, rows[0].Version, rows[0].PublishedAt, rows.Select(row => row.Read()));

    /// <summary>The notice in this language, or in English where there is none.</summary>
    public Notice In(string language) => _notices.TryGetValue(language, out var notice) ? notice : _notices[Notice.Languages[0]];

    /// <summary>The purposes that are said in other words than before, in any language. Who agreed to one of them is asked again.</summary>
    public IReadOnlyList<Purpose> ChangedSince(NoticeEdition earlier) => [.. In("").Purposes.Keys.Where(purpose => !SaysAs(earlier, purpose))];

    /// <summary>
    /// The edition that follows when a release comes with other words. A purpose takes the words of the release that never hung here: those that did were chosen or written over
    /// by an admin, and so stay what they made of them. Therefore a release is taken in once, and again at no later start.
    /// </summary>
    /// <param name="shipped">What the release comes with.</param>
    /// <param name="published">Every edition so far, this one among them.</param>
    /// <returns>Null where all words of the release hung before.</returns>
    public NoticeEdition? TakeIn(NoticeEdition shipped, IReadOnlyCollection<NoticeEdition> published, DateTimeOffset now)
    {
        var taken = shipped.In("").Purposes.Keys.Where(purpose => !published.Any(edition => shipped.SaysAs(edition, purpose))).ToHashSet();
        if (taken.Count == 0)
        {
            return null;
        }

        PurposeNotice Said(string language, Purpose purpose) => (taken.Contains(purpose) ? shipped : this).In(language).Purposes[purpose];
        var isAsShipped = shipped.In("").Purposes.Keys.All(purpose => taken.Contains(purpose) || shipped.SaysAs(this, purpose));
        var version = isAsShipped && string.CompareOrdinal(shipped.Version, Month()) > 0 ? shipped.Version : VersionAfter(now);
        return new NoticeEdition(Number + 1, version, now, Notice.Languages.Select(language =>
            Notice.Write(version, language, shipped.In(language).Purposes.Keys.ToDictionary(purpose => purpose, purpose => Said(language, purpose)))));
    }

    /// <summary>The edition that would follow this one with these words.</summary>
    /// <param name="words">By language; surrounding blanks do not count.</param>
    public Outcome<NoticeEdition> Revise(Func<string, Purpose, NoticePart, string?> words, DateTimeOffset now)
    {
        var version = VersionAfter(now);
        var notices = new List<Notice>();
        foreach (var language in Notice.Languages)
        {
            var purposes = new Dictionary<Purpose, PurposeNotice>();
            foreach (var purpose in In(language).Purposes.Keys)
            {
                string Part(NoticePart part) => string.Join(' ', (words(language, purpose, part) ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
                var said = new PurposeNotice(Part(NoticePart.Name), Part(NoticePart.Means), Part(NoticePart.Sees), Part(NoticePart.IfNot));
                foreach (var part in Enum.GetValues<NoticePart>())
                {
                    if (said[part].Length == 0 || said[part].Length > PurposeNotice.LongestOf(part))
                    {
                        return new NoticeWordsOutOfRange(language, purpose, part);
                    }
                }

                purposes[purpose] = said;
            }

            notices.Add(Notice.Write(version, language, purposes));
        }

        var next = new NoticeEdition(Number + 1, version, now, notices);
        return next.ChangedSince(this).Count == 0 ? new NoticeUnchanged() : next;
    }

    private bool SaysAs(NoticeEdition other, Purpose purpose) =>
        Notice.Languages.All(language => In(language).Purposes[purpose] == other.In(language).Purposes.GetValueOrDefault(purpose));

    private string Month() => Version.Split('.')[0];

    /// <summary>Named by its month, with a number from the second of a month on. A clock that went back names none twice.</summary>
    private string VersionAfter(DateTimeOffset now)
    {
        var dot = Version.IndexOf('.', StringComparison.Ordinal);
        var month = Month();
        var today = now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var count = dot < 0 ? 1 : int.Parse(Version.AsSpan(dot + 1), CultureInfo.InvariantCulture);
        return string.CompareOrdinal(today, month) > 0 ? today : string.Create(CultureInfo.InvariantCulture, $"{month}.{count + 1}");
    }
}

/// <summary>Words are missing, or there are too many of them.</summary>
public sealed record NoticeWordsOutOfRange(string Language, Purpose Purpose, NoticePart Part) : Refusal
{
    public override string? Field => $"Words[{Language}.{Purpose}.{Part}]";

    public override IReadOnlyList<object> Arguments => [PurposeNotice.LongestOf(Part)];
}

/// <summary>Not a word is another one, so nobody need be asked anew.</summary>
public sealed record NoticeUnchanged : Refusal;

/// <summary>What was on the screen is not what is published now.</summary>
public sealed record NoticeChangedMeanwhile : Refusal;
