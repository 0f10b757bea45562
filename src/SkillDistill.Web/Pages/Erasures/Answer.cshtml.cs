using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Erasures;

/// <summary>The one step before an answer of the interview goes, with or without the cards that were made of it.</summary>
internal sealed class AnswerModel(SkillDistillDb db, EraseByForm form, CurrentPerson me) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<InterviewAnswer> Id { get; set; }

    /// <summary>What the form is for, so that sending it twice is one wish.</summary>
    public Id<Erasure> Wish { get; private set; }

    public string What { get; private set; } = "";

    /// <summary>How many cards were made of it.</summary>
    public int Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.InterviewAnswers.AsNoTracking().FirstOrDefaultAsync(
            answer => answer.Id == Id && db.Interviews.Any(interview => interview.Id == answer.InterviewId && interview.OwnerId == me.Id), cancellationToken) is not { } answer)
        {
            return NotFound();
        }

        What = string.Join('\n', answer.Parts.Texts.Values);
        Made = await db.FieldQuotes.Where(quote => quote.AnswerId == Id).Select(quote => quote.CardId).Distinct().CountAsync(cancellationToken);
        Wish = await form.WishAsync(this, cancellationToken);
        return Page();
    }

    /// <param name="cards">Whether the cards made of it go too.</param>
    public Task<IActionResult> OnPostAsync(Id<Erasure> wish, bool cards, CancellationToken cancellationToken) =>
        form.Async(wish, (request, mine) => request.AnswerAsync(mine, Id, cards, cancellationToken));
}
