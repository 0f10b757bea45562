using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Interviews.Inbox;

/// <summary>Questions of two minutes, each answered, put off or declined with one press. Nobody but their owner ever sees that they were asked.</summary>
internal sealed class IndexModel(WaitingQuestions waiting, SmallQuestions questions, GapsForMe gaps, IStringLocalizer<InterviewsText> text) : PageModel
{
    /// <summary>What was typed, where it could not be kept.</summary>
    public string? Words { get; private set; }

    /// <summary>The question that this was typed to.</summary>
    public string? Key { get; private set; }

    /// <summary>A reply to a question that is not there any more, so that what was written is not lost; else null.</summary>
    public string? Unsent { get; private set; }

    public Waiting Waiting { get; private set; } = null!;

    public IReadOnlyList<GapForMe> Replied { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await waiting.ReadAsync(cancellationToken);
        Replied = await gaps.RepliedAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostReplyAsync(List<Id<Gap>> gap, string? words, bool draft, CancellationToken cancellationToken)
    {
        if (await gaps.ReplyAsync(gap, words, draft, cancellationToken) is not { } replied)
        {
            if (string.IsNullOrWhiteSpace(words))
            {
                return Told("Said.GapGone");
            }

            Unsent = words;
            await OnGetAsync(cancellationToken);
            return Page();
        }

        if (replied.Refused(out var refusal))
        {
            ModelState.AddModelError(nameof(Words), this.Sentence(refusal));
            (Key, Words) = (gap.Count > 0 ? Gap.KeyOf(gap[0]) : null, words);
            await OnGetAsync(cancellationToken);
            return Page();
        }

        if (replied.Value.Draft is { } card)
        {
            this.Say(text["Said.RepliedAndDrafted"]);
            return RedirectToPage("/Cards/Edit", new { id = card.Id, back = "/interview/inbox" });
        }

        return Told(replied.Value.Count > 1 ? "Said.Replied.All" : "Said.Replied");
    }

    /// <summary>What nobody waits for any more becomes a draft.</summary>
    public async Task<IActionResult> OnPostDraftAsync(string? words, CancellationToken cancellationToken)
    {
        if ((await gaps.DraftAsync(words ?? "", cancellationToken)).Refused(out var refusal))
        {
            ModelState.AddModelError(nameof(Words), this.Sentence(refusal));
            Unsent = words;
            await OnGetAsync(cancellationToken);
            return Page();
        }

        return Told("Said.Drafted");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Id<Gap> gap, CancellationToken cancellationToken)
    {
        await gaps.TakeBackAsync(gap, cancellationToken);
        return Told("Said.TakenBack");
    }

    public async Task<IActionResult> OnPostSnoozeGapAsync(List<Id<Gap>> gap, CancellationToken cancellationToken)
    {
        return Told(await gaps.PutOffAsync(gap, forGood: false, cancellationToken) ? "Said.Snoozed" : "Said.GapGone");
    }

    public async Task<IActionResult> OnPostDeclineGapAsync(List<Id<Gap>> gap, CancellationToken cancellationToken)
    {
        return Told(await gaps.PutOffAsync(gap, forGood: true, cancellationToken) ? "Said.Declined" : "Said.GapGone");
    }

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
