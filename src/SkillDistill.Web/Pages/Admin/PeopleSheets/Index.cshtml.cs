using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.UploadedSheets;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.PeopleSheets;

/// <summary>People from a sheet: looked at first, then brought in as a whole.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class IndexModel(BringPeople bring, IStringLocalizer<AdminText> text) : SheetPageModel
{
    /// <summary>Null before a sheet was given.</summary>
    public PeopleSheetView? View { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => File(PeopleSheet.Write(await bring.LinesAsync(cancellationToken)), Sheets.MediaType, "people.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var read = await ReadUploadAsync(PeopleSheet.Read, cancellationToken);
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
        var read = PeopleSheet.Read(Sheet ?? "");
        if (read.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return Page();
        }

        var brought = await bring.BringAsync(read.Value, Looked, cancellationToken);
        if (brought is not { Refusal: null })
        {
            ModelState.AddModelError(nameof(Upload), brought is null ? text["Sheet.Meanwhile"] : this.Sentence(brought.Refusal!));
            View = await bring.WeighAsync(read.Value, cancellationToken);
            return Page();
        }

        var done = brought.Value;
        this.Say(text["PeopleSheet.Said", done.Count(PersonEffect.New), done.Count(PersonEffect.Changed), done.Count(PersonEffect.Leaves), done.Count(PersonEffect.Returns)]);
        return RedirectToPage("/Admin/Index");
    }
}
