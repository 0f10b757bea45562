using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>The words of the notice as an admin edits them.</summary>
internal sealed class NoticeForm
{
    /// <summary>The edition that the words were opened from.</summary>
    public int Seen { get; set; }

    /// <summary>The fingerprint of what would be published, as it was last shown beside the words of today.</summary>
    public string? Shown { get; set; }

    /// <summary>By language, purpose and part, see <see cref="Key"/>.</summary>
    public Dictionary<string, string?> Words { get; set; } = [];

    public static NoticeForm Of(NoticeEdition edition) => new()
    {
        Seen = edition.Number,
        Words = (from notice in edition.Notices from purpose in notice.Purposes from part in Enum.GetValues<NoticePart>() select (notice.Language, purpose, part))
            .ToDictionary(word => Key(word.Language, word.purpose.Key, word.part), word => (string?)word.purpose.Value[word.part]),
    };

    public static string Fingerprint(NoticeEdition edition) => string.Join('.', edition.Notices.Select(notice => notice.Digest));

    /// <summary>As <see cref="NoticeWordsOutOfRange.Field"/> names it.</summary>
    public static string Key(string language, Purpose purpose, NoticePart part) => $"{language}.{purpose}.{part}";

    public string? Word(string language, Purpose purpose, NoticePart part) => Words.GetValueOrDefault(Key(language, purpose, part));
}
