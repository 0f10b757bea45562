using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Sources;

[RefuseTooLarge(NewSourceForm.RequestSize)]
[RequestSizeLimit(NewSourceForm.RequestSize)]
[RequestFormLimits(MultipartBodyLengthLimit = NewSourceForm.RequestSize, ValueLengthLimit = (int)NewSourceForm.RequestSize, ValueCountLimit = NewSourceForm.RequestParts)]
internal sealed class NewModel(
    ImportSource import, DeploymentGate gate, KeepProfile keepProfile, CurrentPerson me, TimeProvider clock, IStringLocalizer<SourcesText> text) : PageModel
{
    private const int SkippedNamed = 3;

    [BindProperty]
    public NewSourceForm Form { get; set; } = new();

    /// <summary>Whether it is on record that everybody was informed; nothing is taken in before.</summary>
    public bool IsOpen { get; private set; }

    public bool MayKeep { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        (IsOpen, MayKeep) = (await gate.IsOpenAsync(cancellationToken), await keepProfile.IsAgreedAsync(me.Id, cancellationToken));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (!IsOpen || !MayKeep || !ModelState.IsValid)
        {
            return Page();
        }

        var untitled = text["New.Untitled", clock.GetUtcNow().ToString("D", CultureInfo.CurrentCulture)].Value;
        var chosen = Form.Chosen(untitled);
        var imported = chosen.Refused(out var refusal) ? refusal : await import.FromAsync(me.Id, chosen.Value, Form.Name(untitled), cancellationToken);
        if (imported.Refused(out refusal))
        {
            ModelState.AddModelError($"{nameof(Form)}.{Form.Used}", this.Sentence(refusal));
            return Page();
        }

        this.Say(Line(imported.Value));
        return RedirectToPage(imported.Value.Kind == SourceKind.ColleagueSkill ? "Statements" : "Show", new { id = imported.Value.Id });
    }

    private string Line(ImportedSource imported)
    {
        if (imported.WasThere)
        {
            return text["New.WasThere"];
        }

        var line = text[$"New.Said.{imported.Kind}", imported.Documents, imported.Proposals].Value;
        var names = string.Join(", ", imported.Skipped.Take(SkippedNamed).Select(path => path[(path.LastIndexOf('/') + 1)..]));
        line = imported.Credentials switch
        {
            0 => line,
            1 => text["New.Credential", line],
            var count => text["New.Credentials", line, count],
        };
        return imported.Skipped.Count switch
        {
            0 => line,
            <= SkippedNamed => text["New.Skipped", line, names],
            _ => text["New.SkippedMore", line, names, imported.Skipped.Count - SkippedNamed],
        };
    }
}
