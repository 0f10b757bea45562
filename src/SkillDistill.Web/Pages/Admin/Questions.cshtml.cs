using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Language;
using SkillDistill.Web.Pages.Interviews.Protocols;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>What interviews ask: which optional questions, and which of the organisation's own. How many people are asked by which version is not shown; it is theirs.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class QuestionsModel(SkillDistillDb db, ShippedProtocols shipped, ProtocolShelf shelf, ChangeQuestions change, CurrentPerson me, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public QuestionsForm Form { get; set; } = new();

    /// <summary>Null before the organisation changed anything.</summary>
    public ProtocolEdition? Last { get; private set; }

    public Protocol Shipped { get; private set; } = null!;

    /// <summary>A newer shipped protocol to which the changes can be carried over.</summary>
    public string? Newer => Shipped.Version != shipped.Newest.Version ? shipped.Newest.Version : null;

    public string Version => Last?.Version ?? Shipped.Version;

    public IReadOnlyList<EditionRow> Editions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sittings =>
        [.. Shipped.Sittings.Select(sitting => new SelectListItem(sitting.Title.In(Languages.Current), $"{sitting.Kind}"))];

    public IReadOnlyList<SelectListItem> Aims => [.. AddedProbe.Aims.Select(aim => new SelectListItem(text[$"Questions.Aim.{aim}"], $"{aim}"))];

    public static IReadOnlyList<SelectListItem> MinutesToChoose => [.. AddedProbe.MinutesToChoose.Select(minutes => new SelectListItem($"{minutes:0.#}", $"{minutes}"))];

    public IEnumerable<AddedProbe> AddedTo(SittingKind sitting) => (Last?.Added ?? []).Where(probe => probe.Sitting == sitting);

    public bool IsAsked(string key) => Form.Asked.Contains(key);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Open();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await PublishAsync(Shipped, cancellationToken);
    }

    /// <summary>The same changes, on the newest questions that the product brings.</summary>
    public async Task<IActionResult> OnPostCarryOverAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Open();
        Form.Asked.AddRange(shipped.Newest.Probes.Select(probe => probe.Key).Except(Shipped.Probes.Select(probe => probe.Key)));
        return await PublishAsync(shipped.Newest, cancellationToken);
    }

    private async Task<IActionResult> PublishAsync(Protocol of, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var published = await change.PublishAsync(of, Form, me.Id, cancellationToken);
        if (published.Refused(out var refusal))
        {
            this.Refuse(refusal, nameof(Form));
            return Page();
        }

        this.Say(text["Questions.Said", published.Value.Version]);
        return RedirectToPage();
    }

    private void Open()
    {
        var hidden = Last?.Hidden ?? [];
        Form = new QuestionsForm
        {
            Seen = Last?.Number ?? 0,
            Asked = [.. Shipped.Probes.Where(probe => probe.IsOptional).Select(probe => probe.Key).Except(hidden), .. (Last?.Added ?? []).Select(probe => probe.Key)],
        };
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Last = await shelf.LastEditionAsync(cancellationToken);
        Shipped = shipped.Find(Last?.Shipped ?? "") ?? shipped.Newest;
        var editions = await db.ProtocolEditions.AsNoTracking().OrderByDescending(edition => edition.Number).Take(10)
            .Select(edition => new { Edition = edition, By = db.People.Where(person => person.Id == edition.MadeById).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancellationToken);
        Editions = [.. editions.Select(row => new EditionRow(row.Edition.Version, row.By, row.Edition.MadeAt, row.Edition.Hidden.Count, row.Edition.Added.Count))];
    }
}

internal sealed record EditionRow(string Version, string? By, DateTimeOffset MadeAt, int Hidden, int Added);
