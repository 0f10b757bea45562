using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Cards;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>Everything one has answered, with what became a card marked where it stands, and for whom it is.</summary>
internal sealed class AnswersModel(SkillDistillDb db, OwnInterview own, ShareAnswers share, Sharing sharing, IStringLocalizer<InterviewsText> text) : PageModel
{
    [BindProperty]
    public AudienceForm Audience { get; set; } = new();

    /// <summary>The answer whose audience is being chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<InterviewAnswer>? Sharing { get; set; }

    public AudienceOffer? Offer { get; private set; }

    public IReadOnlyList<AnswerView> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await own.FindAsync(cancellationToken) is not { } soFar)
        {
            return RedirectToPage("Index");
        }

        return await ShowAsync(soFar, null, cancellationToken);
    }

    /// <summary>Only me: for this answer, and for every card that was made of it.</summary>
    public async Task<IActionResult> OnPostPrivateAsync(Id<InterviewAnswer> answer, CancellationToken cancellationToken)
    {
        if (!await share.WithAsync(answer, Domain.People.Audience.Private(), cancellationToken))
        {
            return NotFound();
        }

        this.Say(text["Said.Private"]);
        return this.Again();
    }

    public async Task<IActionResult> OnPostShareAsync(string? then, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(cancellationToken) is not { } soFar || Sharing is not { } answer)
        {
            return NotFound();
        }

        var read = await sharing.ReadAsync(Audience, cancellationToken);
        if (then == "find")
        {
            return await ShowAsync(soFar, Audience, cancellationToken);
        }

        if (read.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await ShowAsync(soFar, Audience, cancellationToken);
        }

        if (!await share.WithAsync(answer, read.Value, cancellationToken))
        {
            return NotFound();
        }

        this.Say(text["Said.Shared"]);
        return this.Again();
    }

    private async Task<IActionResult> ShowAsync(InterviewSoFar soFar, AudienceForm? choosing, CancellationToken cancellationToken)
    {
        var quotes = await (
            from quote in db.FieldQuotes.AsNoTracking()
            join answer in db.InterviewAnswers on quote.AnswerId equals answer.Id
            where answer.InterviewId == soFar.Interview.Id
            select quote).ToListAsync(cancellationToken);
        var order = Enum.GetValues<SittingKind>().SelectMany(kind => soFar.Agenda.StepsOf(kind)).SelectMany(step => step.Rows.Select(row => (step, row))).ToList();
        Answers =
        [
            .. order.Where(part => !part.row.IsBlank).Select(part => AnswerView.Of(soFar, part.row, part.step.Probe, part.step.Subject, quotes)),
            .. soFar.Answers.Except(order.Select(part => part.row)).Where(row => !row.IsBlank).Select(row => AnswerView.Of(soFar, row, soFar.Protocol.Find(row.Probe), "", quotes)),
        ];
        if (Answers.FirstOrDefault(answer => answer.Id == Sharing) is { } chosen)
        {
            Offer = await sharing.OfferAsync(nameof(Audience), choosing ?? AudienceForm.Of(chosen.Audience), cancellationToken);
        }

        return Page();
    }
}
