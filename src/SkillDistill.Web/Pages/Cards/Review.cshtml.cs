using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>One draft at a time, the words it came from beside it. The address says where one is, so that a reload or a day between loses nothing.</summary>
internal sealed class ReviewModel(SkillDistillDb db, DecideOnCards decide, CardDrafts drafts, SkillLabels skills, CurrentPerson me, IStringLocalizer<CardsText> text) : PageModel
{
    /// <summary>The draft to look at; the first one when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Card { get; set; }

    /// <summary>The draft to go on to where <see cref="Card"/> was decided meanwhile, by editing it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Next { get; set; }

    /// <summary>Only the drafts of this source.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Source { get; set; }

    /// <summary>How many were gone through before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public int Done { get; set; }

    /// <summary>Whether the last one has been gone through.</summary>
    [BindProperty(SupportsGet = true)]
    public bool End { get; set; }

    /// <summary>Null when there is nothing more to go through.</summary>
    public CardReading? Reading { get; private set; }

    public IReadOnlyList<CardOrigin> Origins { get; private set; } = [];

    /// <summary>How many there are to go through, those behind included.</summary>
    public int Total { get; private set; }

    /// <summary>How many drafts are still open.</summary>
    public int Open { get; private set; }

    public bool IsRefused { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) => DecideAsync("Accepted", decide.AcceptAsync, cancellationToken);

    public Task<IActionResult> OnPostSetAsideAsync(CancellationToken cancellationToken) => DecideAsync("SetAside", decide.SetAsideAsync, cancellationToken);

    public async Task<IActionResult> OnPostSkipAsync(CancellationToken cancellationToken) => GoOn(await drafts.InOrderAsync(Source, cancellationToken));

    private async Task<IActionResult> DecideAsync(string what, Func<IEnumerable<Guid>, CancellationToken, Task<Decided>> decision, CancellationToken cancellationToken)
    {
        var order = await drafts.InOrderAsync(Source, cancellationToken);
        if (Card is not { } card || !order.Contains(card))
        {
            return GoOn(order);
        }

        var decided = await decision([card], cancellationToken);
        foreach (var refused in decided.Refused)
        {
            ModelState.AddModelError("", this.Sentence(refused.Refusal));
        }

        if (decided.Refused.Count > 0)
        {
            IsRefused = true;
            await ShowAsync(cancellationToken);
            return Page();
        }

        this.Say(text[$"Said.{what}.One", 1]);
        return GoOn(order);
    }

    /// <param name="order">The drafts as they stood before the decision.</param>
    private RedirectToPageResult GoOn(IReadOnlyList<Guid> order)
    {
        var at = order.ToList().IndexOf(Card ?? default);
        return at < 0 ? this.Again(new { source = Source, done = Done })
            : at + 1 < order.Count ? this.Again(new { card = order[at + 1], source = Source, done = Done + 1 })
            : this.Again(new { end = true, source = Source, done = Done + 1 });
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var order = (await drafts.InOrderAsync(Source, cancellationToken)).ToList();
        var at = order.IndexOf(Card ?? default);
        if (at < 0 && Next is { } next)
        {
            (at, Done) = (order.IndexOf(next), Done + 1);
        }

        (at, Open) = (Math.Max(at, 0), order.Count);
        Total = Done + order.Count - at;
        if (End || order.Count == 0 || await db.OwnCards(me.Id).AsNoTracking().FirstOrDefaultAsync(row => row.Card.Id == new Domain.Id<Domain.Profiles.Card>(order[at]), cancellationToken) is not { } own)
        {
            return;
        }

        (Card, Next) = (order[at], at + 1 < order.Count ? order[at + 1] : null);
        var labels = await skills.SortedAsync(own.Card.Skills.Select(tag => tag.SkillId), cancellationToken);
        Reading = new CardReading(own.Revision.Text, labels, own.Card.ConfirmedAt);
        Origins = await drafts.OriginsAsync(own.Card, cancellationToken);
    }
}
