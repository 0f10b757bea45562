using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Models;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>One sitting: a question at a time, or all of them. What is typed is saved as it is typed; each button saves first, and then does what it says.</summary>
internal sealed class SittingModel(SkillDistillDb db, OwnInterview own, SaveStep save, ActOnStep act, LayStep lay, TimeProvider clock, IStringLocalizer<InterviewsText> text) : PageModel
{
    private InterviewSoFar _soFar = null!;
    private IReadOnlyList<InterviewAnswer> _overtaken = [];

    [BindProperty(SupportsGet = true)]
    public string Sitting { get; set; } = "";

    /// <summary>The key of the step; where it is left out, the first that is open.</summary>
    [BindProperty(SupportsGet = true, Name = "step")]
    public string? At { get; set; }

    /// <summary>Whether every step stands on the page.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Whether one row more is wanted.</summary>
    [BindProperty(SupportsGet = true)]
    public bool More { get; set; }

    [BindProperty]
    public StepForm Form { get; set; } = new();

    public SittingKind Kind { get; private set; }

    public SittingProgress Progress { get; private set; } = null!;

    /// <summary>The one at hand, or all of them; none where the sitting asks nothing yet.</summary>
    public IReadOnlyList<StepView> Views { get; private set; } = [];

    public SittingKind? After => _soFar.Sittings.Select(sitting => (SittingKind?)sitting.Kind).FirstOrDefault(kind => kind > Kind);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        // The address names the question, so that a reload comes back to it though it is answered by then.
        return !All && At is null && _soFar.Agenda.ProgressOf(Kind).Next is { } next ? this.Again(new { sitting = Sitting, step = next.Key }) : await ShowAsync(null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Then? then, CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Asked is not { } step)
        {
            return NotFound();
        }

        var saved = await SaveAsync(step, cancellationToken);
        if (!saved.IsWhole)
        {
            return await ShowAsync(Form, cancellationToken);
        }

        return await GoOnAsync(then ?? new Then(ThenWhat.Stay), cancellationToken);
    }

    /// <summary>Saved as it is typed; gives what of the page that changes.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Asked is not { } step)
        {
            return NotFound();
        }

        var saved = await SaveAsync(step, cancellationToken);
        await FindAsync(cancellationToken);
        ViewData["Secret"] = saved.Refused.Any(row => row.Refusal is CredentialInAnswer);
        Response.StatusCode = saved.IsWhole ? StatusCodes.Status200OK : saved.IsOvertaken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Partial("_Saved", (await ViewAsync(Asked ?? step, Form, cancellationToken), saved.Closed is { } closed ? this.Sentence(closed) : null));
    }

    private Step? Asked => _soFar.Agenda.Find(Kind, Form.Step);

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (!Enum.TryParse<SittingKind>(Sitting, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || char.IsDigit(Sitting[0]) || await own.FindAsync(cancellationToken) is not { } soFar)
        {
            return false;
        }

        (Kind, _soFar) = (kind, soFar);
        return true;
    }

    private async Task<SavedStep> SaveAsync(Step step, CancellationToken cancellationToken)
    {
        var saved = await save.AsTypedAsync(_soFar, step, Form, cancellationToken);
        foreach (var row in saved.Refused.Where(row => row.Refusal is not AnswerChangedMeanwhile))
        {
            ModelState.AddModelError(RowForm.Field(row.At, row.Refusal.Field ?? AnswerParts.Whole), this.Sentence(row.Refusal));
        }

        if (saved.Closed is { } closed)
        {
            ModelState.AddModelError("", this.Sentence(closed));
        }

        if (saved.IsOvertaken)
        {
            await FindAsync(cancellationToken);
            _overtaken = [.. saved.Refused.Where(row => row.Refusal is AnswerChangedMeanwhile).Select(row => Asked?.Rows.FirstOrDefault(kept => kept.Slot == row.Slot)).OfType<InterviewAnswer>()];
        }

        return saved;
    }

    private async Task<IActionResult> GoOnAsync(Then then, CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        if (Asked is not { } step)
        {
            return this.Again(new { sitting = Sitting, all = Flag(All) });
        }

        var acted = await act.Async(_soFar, step, then, cancellationToken);
        if (acted.Refused is ModelLimitReached limit)
        {
            return await TooManyAsync(limit, cancellationToken);
        }

        if (acted.Applied || acted.Refused is not null)
        {
            this.Say(acted.Refused is { } refusal ? this.Sentence(refusal) : text["Said.Applied"]);
        }

        return this.Again(new { sitting = Sitting, step = All ? null : acted.Next, all = Flag(All), more = Flag(then.What == ThenWhat.Add) });
    }

    /// <summary>Not a redirect: scripts are to see the status, and when to come again; people see the sentence and everything they typed.</summary>
    private async Task<IActionResult> TooManyAsync(ModelLimitReached limit, CancellationToken cancellationToken)
    {
        this.Refuse(limit);
        var wait = Math.Max(1, Math.Ceiling((limit.Until - clock.GetUtcNow()).TotalSeconds));
        Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        await FindAsync(cancellationToken);
        return await ShowAsync(null, cancellationToken);
    }

    private static string? Flag(bool set) => set ? "true" : null;

    private async Task<IActionResult> ShowAsync(StepForm? typed, CancellationToken cancellationToken)
    {
        Progress = _soFar.Agenda.ProgressOf(Kind);
        var asked = All ? Progress.Steps : At == Then.End ? [] : (Progress.Steps.FirstOrDefault(step => step.Key == (typed?.Step ?? At)) ?? Progress.Next) is { } one ? [one] : [];
        var views = new List<StepView>();
        foreach (var step in asked)
        {
            views.Add(await ViewAsync(step, typed?.Step == step.Key ? typed : null, cancellationToken));
        }

        Views = views;
        return Page();
    }

    private async Task<StepView> ViewAsync(Step step, StepForm? typed, CancellationToken cancellationToken) =>
        await lay.Async(_soFar, step, typed, More, cancellationToken) with { IsOneOfMany = All, Overtaken = _overtaken };
}
