using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Data.People;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Where an invitation link leads: the person sets their own password and is in. No link says whether anybody exists.</summary>
[AllowAnonymous]
internal sealed class JoinModel(InvitePerson invite, PasswordByLink byLink, UserManager<Account> accounts, SignInManager<Account> signIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Person> Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The address that the account is for, or null where the link does not work.</summary>
    public string? Email { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Email = (await invite.OpenAsync(Id, Token, cancellationToken)).Account?.Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (account, token) = await invite.OpenAsync(Id, Token, cancellationToken);
        Email = account?.Email;
        if (account is null)
        {
            return Page();
        }

        var replaces = await accounts.HasPasswordAsync(account);
        var result = await accounts.ResetPasswordAsync(account, token, Password ?? "");
        if (!result.Succeeded)
        {
            foreach (var error in result.Errors)
            {
                ModelState.AddModelError(nameof(Password), error.Description);
            }

            return Page();
        }

        if (replaces)
        {
            await byLink.SayEarlierAsync(this, account);
            await byLink.RememberAsync(account);
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await signIn.SignInAsync(account, isPersistent: false);
        return LocalRedirect("/");
    }
}
