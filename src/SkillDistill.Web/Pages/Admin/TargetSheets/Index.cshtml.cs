using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.TargetSheets;

/// <summary>Targets of all teams from a sheet: looked at first, then brought in as a whole.</summary>
[Authorize(PeopleAuthorization.Admin)]
[RefuseTooLarge(RequestSize)]
[RequestSizeLimit(RequestSize)]
[RequestFormLimits(MultipartBodyLengthLimit = RequestSize, ValueLengthLimit = (int)RequestSize)]
internal sealed class IndexModel(BringTargets bring, IStringLocalizer<AdminText> text) : PageModel
{
    /// <summary>Twice the file, since a letter may take two places in a form.</summary>
    private const long RequestSize = 3L * TargetSheet.LargestFile;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The sheet that was looked at, as it goes back and forth until it is brought in.</summary>
    [BindProperty]
    public string? Sheet { get; set; }

    /// <summary>Null before a sheet was given.</summary>
    public SheetView? View { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => File(TargetSheet.Write(await bring.LinesAsync(cancellationToken)), Sheets.MediaType, "targets.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var read = await ReadAsync(cancellationToken);
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

    private async Task<Outcome<IReadOnlyList<SheetLine>>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Upload is null or { Length: 0 })
        {
            return new SheetEmpty();
        }

        if (Upload.Length > TargetSheet.LargestFile)
        {
            return new SheetTooLarge(TargetSheet.LargestFile / 1024 / 1024);
        }

        using var bytes = new MemoryStream();
        await Upload.CopyToAsync(bytes, cancellationToken);
        var decoded = TargetSheet.Decode(bytes.ToArray());
        if (decoded.Refused(out var refusal))
        {
            return refusal;
        }

        // The form holds what was posted before what is set here.
        ModelState.Remove(nameof(Sheet));
        Sheet = decoded.Value;
        return TargetSheet.Read(decoded.Value);
    }
}
