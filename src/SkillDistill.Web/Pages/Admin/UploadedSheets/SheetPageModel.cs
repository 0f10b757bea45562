using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Admin.UploadedSheets;

/// <summary>
/// A page on which a sheet is looked at first and then brought in as a whole. The sheet goes back and forth with the page until it is brought in, so that nothing of it is kept meanwhile; whoever brings it in
/// weighs it again.
/// </summary>
[RefuseTooLarge(RequestSize)]
[RequestSizeLimit(RequestSize)]
[RequestFormLimits(MultipartBodyLengthLimit = RequestSize, ValueLengthLimit = (int)RequestSize)]
internal abstract class SheetPageModel : PageModel
{
    /// <summary>Three times the file, since a letter may take more places in a form.</summary>
    private const long RequestSize = 3L * UploadedSheet.LargestFile;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The letters of the sheet that was looked at.</summary>
    [BindProperty]
    public string? Sheet { get; set; }

    /// <summary>A digest of what the page showed, for those pages that bring in nothing else than what was looked at.</summary>
    [BindProperty]
    public string? Looked { get; set; }
}

/// <typeparam name="TLine">One line of the sheet.</typeparam>
/// <typeparam name="TView">What the sheet would do.</typeparam>
internal abstract class SheetPageModel<TLine, TView> : SheetPageModel
    where TView : class, ISheetView
{
    /// <summary>Null before a sheet was given.</summary>
    public TView? View { get; private set; }

    /// <summary>The page that shows what was brought in.</summary>
    protected abstract string Goal { get; }

    /// <summary>Said where it is not what was looked at any more.</summary>
    protected abstract string Meanwhile { get; }

    /// <summary>Said where all of it is so already.</summary>
    protected abstract string Already { get; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var letters = await UploadedSheet.LettersAsync(Upload, cancellationToken);
        if (letters.Refused(out var refusal))
        {
            return Refused(refusal);
        }

        // The form holds what was posted before what is set here.
        ModelState.Remove(nameof(Sheet));
        Sheet = letters.Value;
        var read = Read(letters.Value);
        return read.Refused(out refusal) ? Refused(refusal) : await ShowAsync(read.Value, cancellationToken);
    }

    public async Task<IActionResult> OnPostBringAsync(CancellationToken cancellationToken)
    {
        var read = Read(Sheet ?? "");
        if (read.Refused(out var refusal))
        {
            return Refused(refusal);
        }

        var brought = await BringAsync(read.Value, cancellationToken);
        if (brought is not { Refusal: null })
        {
            var shown = await ShowAsync(read.Value, cancellationToken);
            if (brought is null && View is { DoesAnything: false, Mistakes.Count: 0 })
            {
                // All of it is so by now: most likely it was brought in by a first press of the same button.
                this.Say(Already);
                return RedirectToPage(Goal);
            }

            ModelState.AddModelError(nameof(Upload), brought is null ? Meanwhile : this.Sentence(brought.Refusal!));
            return shown;
        }

        this.Say(brought.Value);
        return RedirectToPage(Goal);
    }

    protected abstract Outcome<IReadOnlyList<TLine>> Read(string letters);

    protected abstract Task<TView> WeighAsync(IReadOnlyList<TLine> lines, CancellationToken cancellationToken);

    /// <returns>What to say when all of it was brought in, why not, or null where it is not what was looked at any more.</returns>
    protected abstract Task<Outcome<string>?> BringAsync(IReadOnlyList<TLine> lines, CancellationToken cancellationToken);

    private PageResult Refused(Refusal refusal)
    {
        this.Refuse(refusal);
        return Page();
    }

    private async Task<PageResult> ShowAsync(IReadOnlyList<TLine> lines, CancellationToken cancellationToken)
    {
        View = await WeighAsync(lines, cancellationToken);
        return Page();
    }
}

/// <summary>What a sheet would do, whatever it is about.</summary>
internal interface ISheetView
{
    bool DoesAnything { get; }

    IReadOnlyList<SheetMistake> Mistakes { get; }
}
