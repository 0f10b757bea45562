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

    /// <summary>Reads the file that was given, and keeps its letters for the page to give back.</summary>
    protected async Task<Outcome<IReadOnlyList<T>>> ReadUploadAsync<T>(Func<string, Outcome<IReadOnlyList<T>>> read, CancellationToken cancellationToken)
    {
        var letters = await UploadedSheet.LettersAsync(Upload, cancellationToken);
        if (letters.Refused(out var refusal))
        {
            return refusal;
        }

        // The form holds what was posted before what is set here.
        ModelState.Remove(nameof(Sheet));
        Sheet = letters.Value;
        return read(letters.Value);
    }
}
