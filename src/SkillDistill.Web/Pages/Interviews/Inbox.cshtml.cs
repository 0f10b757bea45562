using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>Questions of two minutes, each answered, put off or declined with one press. Nobody but their owner ever sees that they were asked.</summary>
internal sealed class InboxModel(SmallQuestions questions, IStringLocalizer<InterviewsText> text) : PageModel
{
    /// <summary>What was typed, where it could not be kept.</summary>
    public string? Words { get; private set; }

    /// <summary>The question that this was typed to.</summary>
    public string? Key { get; private set; }

    public IReadOnlyList<SmallQuestion> Questions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Questions = await questions.OpenAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string key, int seen, string? words, CancellationToken cancellationToken)
    {
        var answered = await questions.AnswerAsync(key ?? "", seen, words, cancellationToken);
        if (answered is null)
        {
            return this.Again();
        }

        if (answered.Refused(out var refusal))
        {
            ModelState.AddModelError(nameof(Words), this.Sentence(refusal));
            (Key, Words) = (key, words);
            await OnGetAsync(cancellationToken);
            return Page();
        }

        return Told("Said.Answered");
    }

    public async Task<IActionResult> OnPostHoldsAsync(string key, CancellationToken cancellationToken)
    {
        await questions.DecideAsync(key ?? "", holds: true, cancellationToken);
        return Told("Said.Holds");
    }

    public async Task<IActionResult> OnPostRetireAsync(string key, CancellationToken cancellationToken)
    {
        await questions.DecideAsync(key ?? "", holds: false, cancellationToken);
        return Told("Said.Retired");
    }

    public async Task<IActionResult> OnPostSnoozeAsync(string key, CancellationToken cancellationToken)
    {
        await questions.PutOffAsync(key ?? "", forGood: false, cancellationToken);
        return Told("Said.Snoozed");
    }

    public async Task<IActionResult> OnPostDeclineAsync(string key, CancellationToken cancellationToken)
    {
        await questions.PutOffAsync(key ?? "", forGood: true, cancellationToken);
        return Told("Said.Declined");
    }

    private RedirectToPageResult Told(string what)
    {
        this.Say(text[what]);
        return this.Again();
    }
}
