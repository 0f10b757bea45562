using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Erasures;

/// <summary>Says plainly what goes and what stays, asks for one tick, and erases everything.</summary>
internal sealed class EverythingModel(EraseByForm form) : PageModel
{
    [BindProperty]
    public bool Understood { get; set; }

    /// <summary>What the form is for, so that sending it twice is one wish.</summary>
    public Id<Erasure> Wish { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Wish = await form.WishAsync(this, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Id<Erasure> wish, CancellationToken cancellationToken)
    {
        if (!Understood)
        {
            this.Refuse(new ErasureNotConfirmed());
            Wish = wish;
            return Page();
        }

        return await form.Async(wish, (request, mine) => request.EverythingAsync(mine, cancellationToken));
    }
}

internal sealed record ErasureNotConfirmed : Refusal
{
    public override string? Field => nameof(EverythingModel.Understood);
}
