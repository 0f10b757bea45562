using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>A colleague-skill, sentence by sentence: mine, mine in other words, or not true.</summary>
internal sealed class StatementsModel(SkillDistillDb db, DecideStatements decide, CurrentPerson me, IStringLocalizer<SourcesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Source> Id { get; set; }

    /// <summary>"all" shows the decided sentences too.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "labels")]
    public bool LabelsOpen { get; set; }

    /// <summary>Whether a claimed sentence is to be edited at once.</summary>
    [BindProperty]
    public bool Edit { get; set; }

    [BindProperty]
    public RewriteForm Rewrite { get; set; } = new();

    public StatementSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostClaimAsync(Id<Statement> statement, CancellationToken cancellationToken) =>
        DecideAsync("Claimed", statement, () => decide.ClaimOneAsync(Id, me.Id, statement, null, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRewriteAsync(CancellationToken cancellationToken) => DecideAsync(
        "Claimed",
        Rewrite.Statement,
        () => decide.ClaimOneAsync(Id, me.Id, Rewrite.Statement, (Rewrite.Title ?? "", Rewrite.Action ?? ""), cancellationToken),
        cancellationToken);

    public Task<IActionResult> OnPostDiscardAsync(Id<Statement> statement, CancellationToken cancellationToken) =>
        DecideAsync("Thrown", statement, () => decide.DiscardAsync(Id, me.Id, [statement], cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostClaimTickedAsync(List<Id<Statement>> ticked, CancellationToken cancellationToken) =>
        DecideAsync("Claimed", null, () => decide.ClaimAsync(Id, me.Id, ticked, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDiscardTickedAsync(List<Id<Statement>> ticked, CancellationToken cancellationToken) =>
        DecideAsync("Thrown", null, () => decide.DiscardAsync(Id, me.Id, ticked, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDiscardLabelsAsync(CancellationToken cancellationToken) =>
        DecideAsync("Thrown", null, () => decide.DiscardLabelsAsync(Id, me.Id, cancellationToken), cancellationToken);

    /// <summary>Does what was decided and goes on to the next open sentence; a refusal shows the sheet again with everything typed.</summary>
    private async Task<IActionResult> DecideAsync(string said, Id<Statement>? one, Func<Task<Outcome<Decided>>> decision, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!await FindAsync(cancellationToken) || (one is { } id && !Sheet.Has(id)))
        {
            return NotFound();
        }

        try
        {
            var decided = await decision();
            if (decided.Refused(out var refusal))
            {
                Rewrite.Statement = one ?? default;
                this.Refuse(refusal, nameof(Rewrite));
                return Page();
            }

            this.Say(text[$"Statements.{said}", decided.Value.Count]);
            return Edit && decided.Value.Card is { } card ? Redirect($"/cards/{card}/edit") : Onward(one);
        }
        catch (DbUpdateConcurrencyException)
        {
            this.Say(text["ChangedMeanwhile"]);
            return Onward(one);
        }
    }

    private RedirectToPageResult Onward(Id<Statement>? from) => RedirectToPage(
        null,
        null,
        new { id = Id, show = Show, labels = from is { } one && Sheet.IsLabel(one) ? "true" : null },
        from is { } before && Sheet.NextAfter(before) is { } next ? $"s-{next}" : null);

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Sheet = (await db.StatementSheetAsync(Id, me.Id, Show == "all", cancellationToken))!;
        return Sheet is not null;
    }
}

/// <summary>A sentence in the owner's own words.</summary>
internal sealed class RewriteForm
{
    public Id<Statement> Statement { get; set; }

    public string? Title { get; set; }

    public string? Action { get; set; }
}
