using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>One's own cards, a page at a time, with decisions on those ticked.</summary>
internal sealed class IndexModel(CardList list, DecideOnCards decide, Sharing sharing, SkillLabels skills, IStringLocalizer<CardsText> text) : PageModel
{
    private const int RefusalsTold = 8;
    private const string RefusedKey = "CardsRefused";

    [BindProperty(SupportsGet = true, Name = "")]
    public CardFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Nr { get; set; } = 1;

    [BindProperty]
    public List<Guid> Cards { get; set; } = [];

    public CardListPage Shown { get; private set; } = null!;

    public IReadOnlyList<Pick> Teams { get; private set; } = [];

    /// <summary>The cards that the decision before this page was refused for, with the sentence for each.</summary>
    public IDictionary<string, string> Refused { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Shown = await list.PageAsync(Filter, Nr, cancellationToken);
        Teams = await sharing.MyTeamsAsync(cancellationToken);
        Refused = TempData[RefusedKey] as IDictionary<string, string> ?? Refused;
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) =>
        Tell("Accepted", await decide.AcceptAsync(Cards, cancellationToken));

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) =>
        Tell("Confirmed", await decide.ConfirmAsync(Cards, cancellationToken));

    public async Task<IActionResult> OnPostSetAsideAsync(CancellationToken cancellationToken) =>
        Tell("SetAside", await decide.SetAsideAsync(Cards, cancellationToken));

    public async Task<IActionResult> OnPostShareAsync(string? audience, CancellationToken cancellationToken)
    {
        if (audience == nameof(AudienceScope.People) && Cards.Count > 0)
        {
            return RedirectToPage("Share", new { card = Cards });
        }

        var form = Guid.TryParse(audience, out var team)
            ? new AudienceForm { Scope = AudienceScope.Team, Team = team }
            : new AudienceForm { Scope = audience == nameof(AudienceScope.Organisation) ? AudienceScope.Organisation : AudienceScope.Private };
        var read = await sharing.ReadAsync(form, cancellationToken);
        return read.Refused(out var refusal)
            ? Tell("Shared", new Decided(0, [new RefusedCard(default, "", refusal)]))
            : Tell("Shared", await decide.ShareAsync(Cards, read.Value, cancellationToken));
    }

    public async Task<IActionResult> OnPostTagAsync(string? tag, CancellationToken cancellationToken)
    {
        var named = await skills.LikelyAsync(tag, cancellationToken);
        return named.Refused(out var refusal)
            ? Tell("Tagged", new Decided(0, [new RefusedCard(default, "", refusal)]))
            : Tell("Tagged", await decide.TagAsync(Cards, named.Value.Id, cancellationToken));
    }

    /// <summary>Merging has a page of its own, in which the one is written.</summary>
    public IActionResult OnPostMerge() => Cards.Count == 0 ? Tell("", new Decided(0, [])) : RedirectToPage("Rearranging/Merge", new { card = Cards.ConvertAll(card => card.ToString("N")) });

    /// <summary>Erasing has a page of its own that says what goes.</summary>
    public IActionResult OnPostErase() => Cards.Count == 0 ? Tell("", new Decided(0, [])) : RedirectToPage("/Erasures/Cards", new { cards = Cards.ConvertAll(card => card.ToString("N")) });

    private RedirectToPageResult Tell(string what, Decided decided)
    {
        if (decided.Done > 0 || decided.Refused.Count == 0)
        {
            this.Say(Cards.Count == 0 ? text["Nothing.Ticked"] : text[decided.Done == 1 ? $"Said.{what}.One" : $"Said.{what}", decided.Done]);
        }

        if (decided.Refused.Count > 0)
        {
            TempData[RefusedKey] = decided.Refused.Take(RefusalsTold).ToDictionary(card => card.Id.ToString(), card => Said.Short(card.Title.Length == 0 ? this.Sentence(card.Refusal) : text["Refused", card.Title, this.Sentence(card.Refusal)].Value));
        }

        return this.Again(Filter.Route(Nr));
    }
}

internal sealed record SkillNotFound(string Name) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Name];
}
