using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Cards of one's own, gone through one at a time. The address says where one is, so that a reload or a day between loses nothing.</summary>
internal abstract class CardWalk(SkillDistillDb db, SkillLabels skills, CurrentPerson me, IStringLocalizer<CardsText> text) : PageModel
{
    // The address is anybody's to write: beyond this no walk has gone.
    private const int MostDone = 100_000;

    /// <summary>The card to look at; the first one when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Card { get; set; }

    /// <summary>The card to go on to where <see cref="Card"/> was decided meanwhile, by editing it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Next { get; set; }

    /// <summary>How many were gone through before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public int Done
    {
        get;
        set => field = Math.Clamp(value, 0, MostDone);
    }

    /// <summary>Whether the last one has been gone through.</summary>
    [BindProperty(SupportsGet = true)]
    public bool End { get; set; }

    /// <summary>Null when there is nothing more to go through.</summary>
    public CardReading? Reading { get; private set; }

    /// <summary>How many there are to go through, those behind included.</summary>
    public int Total { get; private set; }

    /// <summary>How many are still open.</summary>
    public int Open { get; private set; }

    public bool IsRefused { get; private set; }

    /// <summary>Where the present card is found again, and the next one should it be decided elsewhere meanwhile.</summary>
    public string Here => Url.Page(null, new RouteValueDictionary(Kept) { ["card"] = Card?.ToString("N"), ["next"] = Next?.ToString("N"), ["done"] = Done })!;

    /// <summary>Where one begins again.</summary>
    public string Beginning => Url.Page(null, Kept)!;

    /// <summary>One's own cards, whatever their state.</summary>
    protected IQueryable<OwnCard> Own => db.OwnCards(me.Id);

    /// <summary>What the address says besides, which narrows down what is gone through.</summary>
    protected virtual RouteValueDictionary Kept => [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostSkipAsync(CancellationToken cancellationToken) => GoOn(await InOrderAsync(cancellationToken));

    /// <summary>All that are to be gone through, in the order in which one meets them.</summary>
    protected abstract Task<IReadOnlyList<Guid>> InOrderAsync(CancellationToken cancellationToken);

    /// <summary>What is shown beside the card.</summary>
    protected virtual Task ShowAsync(Card card, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <param name="said">What is told of it: "Said.{said}.One".</param>
    protected async Task<IActionResult> DecideAsync(string said, Func<IEnumerable<Guid>, CancellationToken, Task<Decided>> decision, CancellationToken cancellationToken)
    {
        var order = await InOrderAsync(cancellationToken);
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

        this.Say(text[$"Said.{said}.One", 1]);
        return GoOn(order);
    }

    /// <param name="order">As it was before the decision.</param>
    private RedirectToPageResult GoOn(IReadOnlyList<Guid> order)
    {
        var at = order.ToList().IndexOf(Card ?? default);
        var to = new RouteValueDictionary(Kept) { ["done"] = at < 0 ? Done : Done + 1 };
        if (at >= 0 && at + 1 < order.Count)
        {
            to["card"] = order[at + 1];
        }
        else if (at >= 0)
        {
            to["end"] = true;
        }

        return this.Again(to);
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var order = (await InOrderAsync(cancellationToken)).ToList();
        var at = order.IndexOf(Card ?? default);
        if (at < 0 && Next is { } next)
        {
            (at, Done) = (order.IndexOf(next), Done + 1);
        }

        (at, Open) = (Math.Max(at, 0), order.Count);
        Total = Done + order.Count - at;
        if (End || order.Count == 0 || await Own.AsNoTracking().FirstOrDefaultAsync(row => row.Card.Id == new Id<Card>(order[at]), cancellationToken) is not { } own)
        {
            return;
        }

        (Card, Next) = (order[at], at + 1 < order.Count ? order[at + 1] : null);
        var labels = await skills.SortedAsync(own.Card.Skills.Select(tag => tag.SkillId), cancellationToken);
        Reading = CardReading.Of(own.Card, own.Revision.Text, labels);
        await ShowAsync(own.Card, cancellationToken);
    }
}
