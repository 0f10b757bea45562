using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Domain.Notifications;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Notifications;

/// <summary>What is new for the signed-in person, and of what they want to be told.</summary>
internal sealed class IndexModel(SkillDistillDb db, ReadNotifications read, IOptions<MailOptions> mail, CurrentPerson me, IStringLocalizer<NotificationsText> text) : PageModel
{
    public IReadOnlyList<NotificationRow> Rows { get; private set; } = [];

    public NotificationSettings Settings { get; private set; } = null!;

    /// <summary>Whether the installation sends any.</summary>
    public bool SendsMail => mail.Value.IsOn;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Rows = await read.NewestAsync(cancellationToken);
        Settings = await db.NotificationSettings.AsNoTracking().FirstOrDefaultAsync(settings => settings.PersonId == me.Id, cancellationToken) ?? NotificationSettings.Of(me.Id);
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken cancellationToken)
    {
        await read.ReadAllAsync(cancellationToken);
        return this.Again();
    }

    public async Task<IActionResult> OnPostChooseAsync(List<NotificationKind> wanted, bool byMail, CancellationToken cancellationToken)
    {
        var settings = await db.NotificationSettings.FirstOrDefaultAsync(known => known.PersonId == me.Id, cancellationToken) ?? db.NotificationSettings.Add(NotificationSettings.Of(me.Id)).Entity;
        settings.Choose(wanted, SendsMail ? byMail : settings.ByMail);
        await db.SaveChangesAsync(cancellationToken);
        this.Say(text["Chosen"]);
        return this.Again();
    }
}
