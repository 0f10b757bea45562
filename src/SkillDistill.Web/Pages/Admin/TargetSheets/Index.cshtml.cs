using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.UploadedSheets;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.TargetSheets;

/// <summary>Targets of all teams from a sheet: looked at first, then brought in as a whole.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class IndexModel(BringTargets bring, IStringLocalizer<AdminText> text) : SheetPageModel
{
    /// <summary>Null before a sheet was given.</summary>
    public SheetView? View { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => File(TargetSheet.Write(await bring.LinesAsync(cancellationToken)), Sheets.MediaType, "targets.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var read = await ReadUploadAsync(TargetSheet.Read, cancellationToken);
        if (read.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return Page();
        }

        View = await bring.WeighAsync(read.Value, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostBringAsync(CancellationToken cancellationToken)
    {
        var read = TargetSheet.Read(Sheet ?? "");
        if (read.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return Page();
        }

        if (await bring.BringAsync(read.Value, cancellationToken) is not { } brought)
        {
            ModelState.AddModelError(nameof(Upload), text["Sheet.ChangedMeanwhile"]);
            View = await bring.WeighAsync(read.Value, cancellationToken);
            return Page();
        }

        this.Say(text["Sheet.Said", brought.Count(SheetEffect.New), brought.Count(SheetEffect.Changed), brought.Count(SheetEffect.Removed)]);
        return RedirectToPage("/Admin/Targets");
    }
}
