using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Web.Language;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Where something stopped after the signed-in person took a consent back, place by place, with the time.</summary>
internal sealed class StoppedModel(SkillDistillDb db, NoticeBoard notices, CurrentPerson me, IStringLocalizer<ConsentText> text) : PageModel
{
    private const int Shown = 200;

    public Notice Notice { get; private set; } = null!;

    /// <summary>Withdrawals, newest first, each with the places it reached.</summary>
    public IReadOnlyList<IGrouping<(Purpose Purpose, DateTimeOffset WithdrawnAt), Stop>> Withdrawals { get; private set; } = [];

    public bool IsClearing => Withdrawals.Any(withdrawal => withdrawal.Any(stop => stop.StoppedAt is null));

    /// <summary>What stopped there; some purposes stop less than others in the same place.</summary>
    public string How(Stop stop) => text[$"Surface.{stop.Surface}.{stop.Purpose}"] is { ResourceNotFound: false } own ? own : text[$"Surface.{stop.Surface}.How"];

    public async Task<PageResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Notice = (await notices.CurrentAsync(cancellationToken)).In(Languages.Current);
        var stops = await db.Stops.AsNoTracking().Where(stop => stop.SubjectId == me.Id)
            .OrderByDescending(stop => stop.WithdrawnAt).ThenBy(stop => stop.Id).Take(Shown).ToListAsync(cancellationToken);
        Withdrawals = [.. stops.GroupBy(stop => (stop.Purpose, stop.WithdrawnAt))];
        return Page();
    }
}
