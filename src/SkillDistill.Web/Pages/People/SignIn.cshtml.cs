using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.People;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Demo;

namespace SkillDistill.Web.Pages.People;

[AllowAnonymous]
internal sealed class SignInModel(
    SkillDistillDb db,
    SignInManager<Account> signIn,
    UserManager<Account> accounts,
    FirstStart firstStart,
    PasswordByLink byLink,
    DemoOptions demo,
    IStringLocalizer<PeopleText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public SignInForm Form { get; set; } = new();

    public IReadOnlyList<DemoPerson> DemoPeople { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await firstStart.IsDueAsync(cancellationToken))
        {
            return RedirectToPage("/People/FirstStart");
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var result = await signIn.PasswordSignInAsync(Form.Email.Trim(), Form.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            await byLink.SayAfterSignInAsync(this, (await accounts.FindByNameAsync(Form.Email.Trim()))!);
            return Back();
        }

        ModelState.AddModelError("", text[result.IsLockedOut ? "SignIn.LockedOut" : "SignIn.Wrong"]);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostDemoAsync(Id<Person> person, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var known = demo.Enabled && await db.People.AnyAsync(known => known.Id == person && known.DeactivatedAt == null, cancellationToken);
        if (!known || await accounts.FindByIdAsync(person.Value.ToString()) is not { } account)
        {
            return NotFound();
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return Back();
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (demo.Enabled)
        {
            DemoPeople = await DemoPerson.ListAsync(db, cancellationToken);
        }

        return Page();
    }

    private LocalRedirectResult Back() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
}

internal sealed class SignInForm
{
    [Required(ErrorMessage = "Form.Missing"), StringLength(Person.EmailLength)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Form.Missing"), StringLength(200)]
    public string Password { get; set; } = "";
}
