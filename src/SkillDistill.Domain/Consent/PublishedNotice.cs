namespace SkillDistill.Domain.Consent;

/// <summary>A version of the notice in one language, as it was published: kept for good, because decisions rest on it.</summary>
public sealed class PublishedNotice
{
    public const int VersionLength = 20;

    private PublishedNotice()
    {
    }

    /// <summary>The same for all languages of a version; see <see cref="NoticeEdition.Number"/>.</summary>
    public int Number { get; private set; }

    public string Language { get; private set; } = "";

    public string Version { get; private set; } = "";

    /// <summary>The notice as JSON, to the byte.</summary>
    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of the text in UTF-8, in lower-case hexadecimal.</summary>
    public string Digest { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    public static IReadOnlyList<PublishedNotice> Of(NoticeEdition edition) => [.. edition.Notices.Select(notice => new PublishedNotice
    {
        Number = edition.Number,
        Language = notice.Language,
        Version = notice.Version,
        Text = notice.Text,
        Digest = notice.Digest,
        PublishedAt = edition.PublishedAt,
    })];

    public Notice Read() => Notice.Parse(Version, Language, Text);
}
