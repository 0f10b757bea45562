using SkillDistill.Data.Consent;

namespace SkillDistill.Web.Pages.Audit;

/// <summary>Which notices people could have read before deciding. The only place that says so to the auditor.</summary>
internal sealed class NoticeHistory(NoticeBoard notices)
{
    /// <returns>The newest version first, its languages in the order of the product's.</returns>
    public async Task<IReadOnlyList<NoticeRow>> AllAsync(CancellationToken cancellationToken)
    {
        var editions = await notices.AllAsync(cancellationToken);
        return [.. editions.SelectMany((edition, index) => edition.Notices.Select(notice => new NoticeRow(edition.Version, notice.Language, notice.Digest, edition.PublishedAt, index == 0)))];
    }
}

/// <param name="Digest">SHA-256 of the notice's bytes, hexadecimal.</param>
/// <param name="IsShown">Whether people are shown it today.</param>
internal sealed record NoticeRow(string Version, string Language, string Digest, DateTimeOffset PublishedAt, bool IsShown);
