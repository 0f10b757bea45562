using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>One version of the notice as it was on the screen, and its text to the byte for whoever wants to reckon its digest.</summary>
internal sealed class NoticeModel(NoticeBoard notices) : PageModel
{
    public NoticeEdition Edition { get; private set; } = null!;

    public Notice Notice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string version, string? language, CancellationToken cancellationToken) =>
        await FindAsync(version, language, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetTextAsync(string version, string? language, CancellationToken cancellationToken) => await FindAsync(version, language, cancellationToken)
        ? File(Encoding.UTF8.GetBytes(Notice.Text), "application/json", $"notice-{Notice.Version}.{Notice.Language}.json")
        : NotFound();

    private async Task<bool> FindAsync(string version, string? language, CancellationToken cancellationToken)
    {
        if (!(await notices.FindAsync([version], cancellationToken)).TryGetValue(version, out var edition))
        {
            return false;
        }

        (Edition, Notice) = (edition, edition.In(language ?? Languages.Current));
        return true;
    }
}
