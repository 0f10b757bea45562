using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain.Deployment;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Deployment;

/// <summary>Where an admin records how everybody was informed, which opens imports and distilling.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class RecordModel(SkillDistillDb db, RecordDeployment record, CurrentPerson me, TimeProvider clock, IStringLocalizer<DeploymentText> text) : PageModel
{
    [BindProperty]
    public DeploymentForm Form { get; set; } = new();

    public DeploymentHistory History { get; private set; } = null!;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        History = await DeploymentHistory.LoadAsync(db, cancellationToken);
        Form.Seen = History.Newest?.Number ?? 0;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // A day that is missing or cannot be read has its sentence already.
        var problems = DeploymentRecord.Problems(Form.How ?? "", Form.InformedOn ?? Today, Form.Document ?? "", clock.GetUtcNow()).ToList();
        problems.ForEach(problem => this.Refuse(problem, nameof(Form)));
        if (ModelState.IsValid)
        {
            var recorded = await record.RecordAsync(me.Person, Form, cancellationToken);
            if (!recorded.Refused(out var refusal))
            {
                this.Say(text[recorded.Value.Number == 1 ? "Said.First" : "Said"]);
                return this.Again();
            }

            this.Refuse(refusal, nameof(Form));
        }

        // What is on the screen from now on includes what another admin recorded meanwhile.
        ModelState.Remove($"{nameof(Form)}.{nameof(Form.Seen)}");
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
