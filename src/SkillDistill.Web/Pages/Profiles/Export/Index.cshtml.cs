using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using SkillDistill.Domain;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Consent.Receipts;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>All that is kept of oneself, to take along with one press and to bring into an empty profile. It only ever gives the signed-in person's own.</summary>
[RefuseTooLarge(ReadProfileFile.RequestSize)]
[RequestSizeLimit(ReadProfileFile.RequestSize)]
[RequestFormLimits(MultipartBodyLengthLimit = ReadProfileFile.RequestSize)]
internal sealed class IndexModel(ExportProfile export, BringProfile bring, DeploymentGate gate, KeepProfile keepProfile, CurrentPerson me, IStringLocalizer<ExportText> text) : PageModel
{
    private const int SkillsNamed = 5;

    /// <summary>A profile is brought in whole or not at all, and so only where there is none yet.</summary>
    public bool IsEmpty { get; private set; }

    public bool IsOpen { get; private set; }

    public bool MayKeep { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        (IsEmpty, IsOpen, MayKeep) = (await bring.IsEmptyAsync(cancellationToken), await gate.IsOpenAsync(cancellationToken), await keepProfile.IsAgreedAsync(me.Id, cancellationToken));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // The framework's ZIP writer ends an entry with a synchronous write, even when it is disposed of asynchronously.
        HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        Response.ContentType = MediaTypeNames.Application.Zip;
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = export.FileName }.ToString();
        await export.WriteAsync(Response.Body, ReceiptEndpoints.Site(Request), cancellationToken);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostBringAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        var brought = await BroughtAsync(file, cancellationToken);
        if (brought.Refused(out var refusal))
        {
            ModelState.AddModelError("file", this.Sentence(refusal));
            await OnGetAsync(cancellationToken);
            return Page();
        }

        this.Say(Line(brought.Value));
        return RedirectToPage("/Profiles/Index");
    }

    private async Task<Outcome<BroughtProfile>> BroughtAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return new NotAProfileFile();
        }

        await using var content = file.OpenReadStream();
        var read = ReadProfileFile.From(content);
        return read.Refused(out var refusal) ? refusal : await bring.FromAsync(read.Value, cancellationToken);
    }

    private string Line(BroughtProfile brought)
    {
        var line = text["Brought", brought.Cards, brought.Answers, brought.Sources].Value;
        return brought.UnknownSkills.Count == 0 ? line : $"{line} {text["Brought.Skills", string.Join(text["ListComma"], brought.UnknownSkills.Take(SkillsNamed))]}";
    }
}
