using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Skills;

/// <summary>A person's own skills: one press says a level, another changes it.</summary>
internal sealed class IndexModel(MySkills mySkills, DeclareProficiency declare, ConfirmLevels confirm, KeepProfile keepProfile, CurrentPerson me, IStringLocalizer<SkillsText> text) : PageModel
{
    private const int SuggestedFirst = 6;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<SkillRow> Declared { get; private set; } = [];

    public IReadOnlyList<SkillRow> Found { get; private set; } = [];

    public bool AreMoreFound { get; private set; }

    /// <summary>What the team looks for: the first few, and the others behind a press.</summary>
    public IReadOnlyList<SkillRow> Suggested { get; private set; } = [];

    public IReadOnlyList<SkillRow> SuggestedToo { get; private set; } = [];

    /// <summary>What colleagues ask the person to confirm.</summary>
    public IReadOnlyList<AskedOfMe> OfMe { get; private set; } = [];

    /// <summary>Whether the person agrees to anything of theirs being kept.</summary>
    public bool MayKeep { get; private set; }

    public bool Searched => !string.IsNullOrWhiteSpace(Q);

    /// <summary>The key of the sentence that says who can see this.</summary>
    public string Seen { get; private set; } = "";

    public async Task<PageResult> OnGetAsync(CancellationToken cancellationToken)
    {
        MayKeep = await keepProfile.IsAgreedAsync(me.Id, cancellationToken);
        OfMe = await confirm.OfMeAsync(cancellationToken);
        (Found, AreMoreFound) = Searched ? await mySkills.FindAsync(Q!, cancellationToken) : ([], false);
        Declared = [.. (await mySkills.DeclaredAsync(cancellationToken)).ExceptBy(Found.Select(row => row.Id), row => row.Id)];
        var suggested = Searched ? [] : await mySkills.SuggestedAsync(cancellationToken);
        (Suggested, SuggestedToo) = ([.. suggested.Take(SuggestedFirst)], [.. suggested.Skip(SuggestedFirst)]);
        Seen = await mySkills.SeenAsync(cancellationToken) switch
        {
            (Named: true, _) => "Seen.Named",
            (_, Counted: true) => "Seen.Counted",
            _ => "Seen.Nobody",
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Id<Skill> skill, [BindRequired] int level, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await declare.DeclareAsync(skill, level, cancellationToken) : null;
        if (outcome is null)
        {
            return NotFound();
        }

        if (outcome.Refused(out var refusal))
        {
            ModelState.AddModelError("", this.Sentence(refusal));
            return await OnGetAsync(cancellationToken);
        }

        this.Say(text["Declared", level, text[$"Level.{level}"].Value]);
        return this.Again(new { Q });
    }

    public async Task<IActionResult> OnPostAnswerAsync(Id<Confirmation> confirmation, [BindRequired] bool confirms, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await confirm.AnswerAsync(confirmation, confirms, cancellationToken))
        {
            return NotFound();
        }

        this.Say(text[confirms ? "OfMe.Said" : "OfMe.SaidNot"]);
        return this.Again();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Id<Skill> skill, CancellationToken cancellationToken)
    {
        if (!await declare.RemoveAsync(skill, cancellationToken))
        {
            return NotFound();
        }

        this.Say(text["Removed"]);
        return this.Again(new { Q });
    }
}
