using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Data.People;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.People;

[AllowAnonymous]
internal sealed class FirstStartModel(FirstStart firstStart, SignInManager<Account> signIn) : PageModel
{
    [BindProperty]
    public FirstStartForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await firstStart.IsDueAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await firstStart.IsDueAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (account, refusal, result) = await firstStart.CreateAdminAsync(Form.Name, Form.Email, Form.Password, cancellationToken);
        if (account is not null)
        {
            await signIn.SignInAsync(account, isPersistent: false);
            return LocalRedirect("/");
        }

        if (refusal is not null)
        {
            this.Refuse(refusal, nameof(Form));
        }

        foreach (var error in result?.Errors ?? [])
        {
            var field = error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(Form.Password) : nameof(Form.Email);
            ModelState.TryAddModelError($"{nameof(Form)}.{field}", error.Description);
        }

        return Page();
    }
}

internal sealed class FirstStartForm
{
    [Required(ErrorMessage = "Form.Missing"), StringLength(Person.NameLength)]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Form.Missing"), StringLength(Person.EmailLength)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Form.Missing"), StringLength(200)]
    public string Password { get; set; } = "";
}
