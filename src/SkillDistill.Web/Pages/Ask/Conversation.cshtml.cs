using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.Models;
using SkillDistill.Web.Pages.Disagreements;
using SkillDistill.Web.Pages.People;
using SkillDistill.Web.Pages.Questions;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>One conversation: its asker reads it, asks on, stops an answer, renames and deletes it. To everybody else it is not there.</summary>
internal sealed class ConversationModel(
    SkillDistillDb db, ReadConversation read, AskAgent ask, SendOn sendOn, Disagree disagree, AnswerDesk desk, IOptions<AskingOptions> asking, CurrentPerson me, IStringLocalizer<AskText> text) : AskingPage(desk)
{
    public ConversationView View { get; private set; } = null!;

    /// <summary>What was typed to be sent on and could not be.</summary>
    public UnsentQuestion? Unsent { get; private set; }

    /// <summary>What was typed to disagree, or about how it turned out, and could not be kept.</summary>
    public UnkeptDisagreement? Unkept { get; private set; }

    /// <summary>Whether it is the asker's to say if the owner may see who asks.</summary>
    public bool MayChooseName => !View.IsTrial && asking.Value.Names == AskerNames.AskerChooses;

    /// <summary>What the owner sees of this conversation.</summary>
    public string Told(IStringLocalizer words) =>
        words[$"Told.{(asking.Value.Names == AskerNames.Never ? AskerNames.Never : View.ShowsAsker ? AskerNames.Always : AskerNames.AskerChooses)}", View.OwnerName];

    public Task<IActionResult> OnGetAsync(Id<Conversation> id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    /// <summary>One turn by itself, for the page to put in place when its answer is complete.</summary>
    public async Task<IActionResult> OnGetTurnAsync(Id<Conversation> id, Id<Turn> turn, CancellationToken cancellationToken)
    {
        var view = await read.Async(id, cancellationToken);
        return view?.Turns.FirstOrDefault(row => row.Turn.Id == turn) is { } found ? Partial("_Turn", new TurnOnPage(view, found)) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Id<Conversation> id, CancellationToken cancellationToken) =>
        await AnsweredAsync(await ask.ContinueAsync(id, Question ?? "", cancellationToken), () => ShowAsync(id, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostStopAsync(Id<Conversation> id, Id<Turn> turn, CancellationToken cancellationToken)
    {
        var stopped = await db.Turns.Where(row => row.Id == turn && row.ConversationId == id && Mine(id).Any())
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.StopRequested, true), cancellationToken);
        if (stopped == 0)
        {
            return NotFound();
        }

        if (Desk.Running(turn) is { } running)
        {
            running.Stop();
            await running.Ended.WaitAsync(DeskLimits.Check, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return this.Again(new { id });
    }

    public async Task<IActionResult> OnPostShowMeAsync(Id<Conversation> id, bool shows, CancellationToken cancellationToken)
    {
        if (await read.Async(id, cancellationToken) is not { IsTrial: false } view || asking.Value.Names != AskerNames.AskerChooses)
        {
            return NotFound();
        }

        await Mine(id).ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.ShowsAsker, shows), cancellationToken);
        this.Say(text[shows ? "Conversation.Shown" : "Conversation.Hidden", view.OwnerName]);
        return this.Again(new { id });
    }

    public async Task<IActionResult> OnPostSendOnAsync(Id<Conversation> id, Id<Turn> turn, string? question, bool named, bool handOn, CancellationToken cancellationToken)
    {
        var words = new GapWords(question ?? "", named, handOn);
        if (await sendOn.SendAsync(id, turn, words, cancellationToken) is not { } sent)
        {
            return NotFound();
        }

        if (sent.Refused(out var refusal))
        {
            (Unsent, Question) = (new UnsentQuestion(turn, words, this.Sentence(refusal)), null);
            return await ShowAsync(id, cancellationToken);
        }

        return Back(id, $"sent-{turn}");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Id<Conversation> id, Id<Turn> turn, CancellationToken cancellationToken)
    {
        if (await sendOn.TakeBackAsync(turn, cancellationToken))
        {
            this.Say(text["Sent.RepliedMeanwhile"]);
        }

        return Back(id, $"sent-{turn}");
    }

    public async Task<IActionResult> OnPostDisagreeAsync(Id<Conversation> id, Id<Turn> turn, string? question, string? wouldDo, string? why, bool named, CancellationToken cancellationToken)
    {
        var words = new DisagreementWords(question, wouldDo, why, named);
        if (await disagree.SendAsync(id, turn, words, cancellationToken) is not { } sent)
        {
            return NotFound();
        }

        if (sent.Refused(out var refusal))
        {
            (Unkept, Question) = (new UnkeptDisagreement(turn, words, null, refusal.Field, this.Sentence(refusal)), null);
            return await ShowAsync(id, cancellationToken);
        }

        return Back(id, $"disagree-{turn}");
    }

    public async Task<IActionResult> OnPostAgreeAgainAsync(Id<Conversation> id, Id<Turn> turn, Id<Disagreement> disagreement, CancellationToken cancellationToken)
    {
        await disagree.TakeBackAsync(disagreement, cancellationToken);
        return Back(id, $"disagree-{turn}");
    }

    public async Task<IActionResult> OnPostTurnedOutAsync(Id<Conversation> id, Id<Turn> turn, Id<Disagreement> disagreement, string? words, CancellationToken cancellationToken)
    {
        if (await disagree.TellHowItTurnedOutAsync(disagreement, words, cancellationToken) is not { } told)
        {
            return NotFound();
        }

        if (told.Refused(out var refusal))
        {
            Unkept = new UnkeptDisagreement(turn, null, words, refusal.Field, this.Sentence(refusal));
            return await ShowAsync(id, cancellationToken);
        }

        return Back(id, $"disagree-{turn}");
    }

    public async Task<IActionResult> OnPostRenameAsync(Id<Conversation> id, string title, CancellationToken cancellationToken)
    {
        if (await read.Readable().AsTracking().FirstOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } conversation)
        {
            return NotFound();
        }

        conversation.Rename(title);
        await db.SaveChangesAsync(cancellationToken);
        return this.Again(new { id });
    }

    public async Task<IActionResult> OnPostDeleteAsync(Id<Conversation> id, CancellationToken cancellationToken)
    {
        if (await Mine(id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return NotFound();
        }

        this.Say(text["Conversation.Deleted"]);
        return RedirectToPage("/Ask/Index");
    }

    private RedirectToPageResult Back(Id<Conversation> id, string place) => RedirectToPage(null, null, new { id }, place);

    private IQueryable<Conversation> Mine(Id<Conversation> id) => db.Conversations.Where(conversation => conversation.Id == id && conversation.AskerId == me.Id);

    private async Task<IActionResult> ShowAsync(Id<Conversation> id, CancellationToken cancellationToken)
    {
        if (await read.Async(id, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}

internal sealed record TurnOnPage(ConversationView Conversation, TurnView View, UnsentQuestion? Unsent = null)
{
    /// <summary>What an external model took for this answer; null where none was asked.</summary>
    public long? Tokens => View.Turn.InputTokens + View.Turn.OutputTokens;

    public string? Price => View.Turn is { Price: { } price, Currency: { } currency } ? Money.Of(price, currency) : null;

    /// <summary>What the addresses of its citations begin with: unlike any other turn's on the page.</summary>
    public int Place { get; init; } = View.Turn.Ordinal;

    /// <summary>Whether it stands beside another answer already, and need not say so.</summary>
    public bool IsHalf { get; init; }

    /// <summary>Whether a judgement about people was asked for: then there is nobody to be asked it instead, and nothing that somebody could record.</summary>
    public bool IsAboutPeople => View.Turn.VerdictReason == VerdictReason.AboutPeople;

    /// <summary>Whether the same question may be put to somebody else: it is answered, and by another's agent.</summary>
    public bool MayBeAskedAgain => !IsHalf && !IsAboutPeople && !Conversation.IsTrial && View.Turn.State == TurnState.Answered;

    /// <summary>What was typed to disagree and could not be kept, or null.</summary>
    public UnkeptDisagreement? Unkept { get; init; }

    /// <summary>Whether the asker may say that they would not do this: it rests on cards of somebody else, who is there to be told.</summary>
    public bool MayBeDisagreedWith => !IsHalf && View is { Disagreement: null, IsWithheld: false, Turn.State: TurnState.Answered, Citations.Count: > 0 } && Conversation is { IsTrial: false, OwnerIsHere: true };

    /// <summary>Whether the question may be sent on: the agent could not tell, nobody else was named, and the owner is there to be asked.</summary>
    public bool MayBeSentOn => !IsAboutPeople && View is { Sent: null, Turn: { State: TurnState.Answered, Verdict: Verdict.CannotTell }, Citations.Count: 0 } && Conversation is { IsTrial: false, OwnerIsHere: true };
}

/// <param name="Why">The sentence that says why it was not sent.</param>
internal sealed record UnsentQuestion(Id<Turn> Turn, GapWords Words, string Why);

/// <param name="Words">Null where it was about how it turned out.</param>
/// <param name="TurnedOut">Null where it was not.</param>
/// <param name="Field">What is wrong, or null where it is the whole.</param>
/// <param name="Why">The sentence that says why it was not kept.</param>
internal sealed record UnkeptDisagreement(Id<Turn> Turn, DisagreementWords? Words, string? TurnedOut, string? Field, string Why);
