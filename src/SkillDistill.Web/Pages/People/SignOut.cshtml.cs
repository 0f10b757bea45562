using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Data.People;

namespace SkillDistill.Web.Pages.People;

[AllowAnonymous]
internal sealed class SignOutModel(SignInManager<Account> signIn) : PageModel
{
    public RedirectToPageResult OnGet() => RedirectToPage("/People/SignIn");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return RedirectToPage("/People/SignIn");
    }
}
