using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Every version of the notice that was ever shown, for everybody here.</summary>
internal sealed class NoticesModel(NoticeBoard notices) : PageModel
{
    /// <summary>The newest first, each with the purposes it says otherwise than the one before.</summary>
    public IReadOnlyList<(NoticeEdition Edition, IReadOnlyList<Purpose> Changed)> Editions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var editions = await notices.AllAsync(cancellationToken);
        Editions = [.. editions.Select((edition, index) => (edition, index + 1 < editions.Count ? edition.ChangedSince(editions[index + 1]) : []))];
    }
}
