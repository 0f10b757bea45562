using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Erasures;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Erasures;

/// <summary>Takes a wish from a form, has it done, and leads on to the page that tells how far it is.</summary>
internal sealed class EraseByForm(SkillDistillDb db, RequestErasure request, ErasureDesk desk, CurrentPerson me)
{
    /// <summary>The id under which this form's wish will be kept. The same form gives the same id until something is erased, so that pressing twice is one wish.</summary>
    public async Task<Id<Erasure>> WishAsync(PageModel page, CancellationToken cancellationToken)
    {
        var before = await db.Erasures.CountAsync(erasure => erasure.OwnerId == me.Id, cancellationToken);
        var what = SHA256.HashData(Encoding.UTF8.GetBytes($"{me.Id} {before} {page.Request.GetEncodedPathAndQuery()}"));
        return new Id<Erasure>(new Guid(what.AsSpan(0, 16)));
    }

    /// <param name="wish">The id that the form was given when it was shown.</param>
    /// <returns>The way on, or "not found" where the signed-in person has no such thing.</returns>
    public async Task<IActionResult> Async(Id<Erasure> wish, Func<RequestErasure, ErasureWish, Task<Erasure?>> erase)
    {
        if (await erase(request, new ErasureWish(wish == default ? Id<Erasure>.New() : wish, me.Id)) is not { } erasure)
        {
            return new NotFoundResult();
        }

        desk.Begin();
        return new RedirectToPageResult("/Erasures/Show", new { id = erasure.Id });
    }
}
