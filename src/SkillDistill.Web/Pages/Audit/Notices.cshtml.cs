using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Audit;

/// <summary>The notices there are, by version and digest.</summary>
[Authorize(PeopleAuthorization.Auditor)]
internal sealed class NoticesModel(NoticeHistory history) : PageModel
{
    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Notices = await history.AllAsync(cancellationToken);
}
