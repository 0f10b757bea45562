using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.UploadedSheets;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>Skills from a published taxonomy or the organisation's own list: looked at first, then brought in as a whole.</summary>
[Authorize(PeopleAuthorization.Admin)]
[RefuseTooLarge(RequestSize)]
[RequestSizeLimit(RequestSize)]
[RequestFormLimits(MultipartBodyLengthLimit = RequestSize, ValueLengthLimit = (int)RequestSize)]
internal sealed class ImportModel(SkillDistillDb db, BringTaxonomy bring, IStringLocalizer<TaxonomyText> text) : PageModel
{
    private const long RequestSize = 2L * ReadTaxonomy.LargestFile;

    /// <summary>In which ESCO is published, and Chinese.</summary>
    private static readonly string[] Published =
        ["ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it", "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "uk", "zh"];

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Of names that do not say theirs.</summary>
    [BindProperty]
    public string Language { get; set; } = "en";

    /// <summary>The file that was looked at.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public List<string?> Groups { get; set; } = [];

    /// <summary>Null before a file was given.</summary>
    public ImportView? View { get; private set; }

    public static IEnumerable<(string Code, string Name)> Languages => Published.Select(code => (code, CultureInfo.GetCultureInfo(code).NativeName));

    public IActionResult OnGet() => Page();

    /// <summary>All skills there are, as a sheet that can be brought in again.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) =>
        File(OwnTable.Write(await db.Skills.AsNoTracking().Where(skill => skill.RetiredAt == null).OrderBy(skill => skill.Key).ToListAsync(cancellationToken)), Sheets.MediaType, "skills.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var read = await ReadAsync(cancellationToken);
        if (read.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return Page();
        }

        var name = Path.GetFileName(Upload!.FileName).ToPlainLine();
        (Kept, Groups) = (KeptConcepts.Pack(name, read.Value.Concepts), [.. read.Value.Chosen]);
        ModelState.Remove(nameof(Kept));
        return await ShowAsync(name, read.Value.Concepts, cancellationToken);
    }

    /// <summary>The same file, with other groups chosen.</summary>
    public async Task<IActionResult> OnPostChooseAsync(CancellationToken cancellationToken) =>
        KeptConcepts.Unpack(Kept) is not { } kept ? Forgotten() : await ShowAsync(kept.File, kept.Concepts, cancellationToken);

    public async Task<IActionResult> OnPostBringAsync(CancellationToken cancellationToken)
    {
        if (KeptConcepts.Unpack(Kept) is not { } kept)
        {
            return Forgotten();
        }

        if (await bring.BringAsync(Chosen(kept.Concepts), kept.File, cancellationToken) is not { } brought)
        {
            ModelState.AddModelError(nameof(Upload), text["Import.ChangedMeanwhile"]);
            return await ShowAsync(kept.File, kept.Concepts, cancellationToken);
        }

        if (!brought.DoesAnything)
        {
            // Most likely by a first press of the same button.
            this.Say(text["Import.Nothing"]);
            return RedirectToPage("Index");
        }

        this.Say(text["Import.Said", brought.Steps.Count(step => step.Effect == ImportEffect.New), brought.Steps.Count(step => step.Effect == ImportEffect.Changed)]);
        return RedirectToPage("Index");
    }

    private IReadOnlyList<Concept> Chosen(IReadOnlyList<Concept> concepts) => [.. concepts.Where(concept => Groups.Contains(concept.Group) || (concept.Group.Length == 0 && Groups.Contains(null)))];

    private async Task<IActionResult> ShowAsync(string file, IReadOnlyList<Concept> concepts, CancellationToken cancellationToken)
    {
        View = new ImportView(file, [.. concepts.GroupBy(concept => concept.Group).Select(group => (group.Key, group.Count()))], await bring.WeighAsync(Chosen(concepts), cancellationToken));
        return Page();
    }

    private PageResult Forgotten()
    {
        this.Refuse(new SheetEmpty());
        return Page();
    }

    private async Task<Outcome<TaxonomyFile>> ReadAsync(CancellationToken cancellationToken)
    {
        var bytes = await UploadedSheet.BytesAsync(Upload, ReadTaxonomy.LargestFile, cancellationToken);
        return bytes.Refused(out var refusal) ? refusal : ReadTaxonomy.Of(bytes.Value, Published.Contains(Language) ? Language : "en");
    }
}

/// <param name="Groups">By which it can be chosen, with how many there are in each.</param>
internal sealed record ImportView(string File, IReadOnlyList<(string Name, int Count)> Groups, TaxonomyImport Import)
{
    public IReadOnlyList<SheetMistake> Mistakes => [.. Import.Mistakes.OrderBy(mistake => mistake.Line).Select(mistake => new SheetMistake(mistake.Line, $"Skills.{mistake.Key}", mistake.Arguments))];

    public int Count(ImportEffect effect) => Import.Steps.Count(step => step.Effect == effect);
}
