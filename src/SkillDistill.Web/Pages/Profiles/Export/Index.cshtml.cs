using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using SkillDistill.Web.Pages.Consent.Receipts;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>All that is kept of oneself, to take along with one press. It only ever gives the signed-in person's own.</summary>
internal sealed class IndexModel(ExportProfile export) : PageModel
{
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
}
