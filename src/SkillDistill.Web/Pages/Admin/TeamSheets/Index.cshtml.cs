using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.UploadedSheets;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.TeamSheets;

/// <summary>The team tree from a sheet: looked at first, then brought in as a whole.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class IndexModel(BringTeams bring, IStringLocalizer<AdminText> text) : SheetPageModel
{
    /// <summary>Null before a sheet was given.</summary>
    public TeamSheetView? View { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => File(TeamSheet.Write(await bring.LinesAsync(cancellationToken)), Sheets.MediaType, "teams.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var read = await ReadUploadAsync(TeamSheet.Read, cancellationToken);
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
        var read = TeamSheet.Read(Sheet ?? "");
        if (read.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return Page();
        }

        if (await bring.BringAsync(read.Value, Looked, cancellationToken) is not { } brought)
        {
            ModelState.AddModelError(nameof(Upload), text["Sheet.Meanwhile"]);
            View = await bring.WeighAsync(read.Value, cancellationToken);
            return Page();
        }

        this.Say(text["TeamSheet.Said", brought.Count(TeamEffect.New), brought.Count(TeamEffect.Changed)]);
        return RedirectToPage("/Admin/Teams");
    }
}
