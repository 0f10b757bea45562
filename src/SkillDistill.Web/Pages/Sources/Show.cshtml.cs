using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>One source: its documents, and the cards it gave.</summary>
internal sealed class ShowModel(SkillDistillDb db, AcceptDrafts accept, CurrentPerson me, IStringLocalizer<SourcesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Source> Id { get; set; }

    /// <summary>Drafts first, while there are any.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public DraftFilter? Filter { get; set; }

    [BindProperty(SupportsGet = true, Name = "part")]
    public int Part { get; set; } = 1;

    public SourceRow Source { get; private set; } = null!;

    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];

    public IReadOnlyList<SourceDraft> Drafts { get; private set; } = [];

    public int Parts { get; private set; } = 1;

    public IEnumerable<(DraftFilter Filter, int Count)> Filters => [(DraftFilter.Drafts, Source.Drafts), (DraftFilter.Accepted, Source.Accepted), (DraftFilter.Aside, Source.Aside)];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAcceptAsync(List<Id<Card>> ticked, CancellationToken cancellationToken)
    {
        try
        {
            var accepted = await accept.AsTickedAsync(Id, me.Id, ticked, cancellationToken);
            if (accepted.Refused(out var refusal))
            {
                this.Refuse(refusal);
                return await ShowAsync(cancellationToken);
            }

            this.Say(Line(accepted.Value));
        }
        catch (DbUpdateConcurrencyException)
        {
            this.Say(text["ChangedMeanwhile"]);
        }

        return this.Again(new { id = Id, show = Filter, part = Part });
    }

    /// <summary>Merging has a page of its own, in which the one is written.</summary>
    public IActionResult OnPostMerge(List<Guid> ticked) => RedirectToPage("/Cards/Rearranging/Merge", new { card = ticked.ConvertAll(card => card.ToString("N")) });

    private string Line(AcceptedDrafts accepted)
    {
        var line = text[accepted.Count == 1 ? "Accept.Said.One" : "Accept.Said", accepted.Count].Value;
        var reasons = accepted.Refusals.GroupBy(refusal => refusal.Key).Select(alike => text["Accept.Refused", alike.Count(), this.Sentence(alike.First())].Value);
        return string.Join(' ', reasons.Prepend(line));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.OwnSourceAsync(Id, me.Id, cancellationToken) is not { } source)
        {
            return NotFound();
        }

        Source = source;
        Filter ??= Filters.FirstOrDefault(filter => filter.Count > 0).Filter;
        Parts = Math.Max(1, (Filters.First(filter => filter.Filter == Filter).Count + SourceDrafts.PageSize - 1) / SourceDrafts.PageSize);
        Part = Math.Clamp(Part, 1, Parts);

        // Messages are gone through on a page of their own; here stand those that became cards.
        Documents = await db.SourceDocuments.AsNoTracking()
            .Where(document => document.SourceId == Id && (source.Kind != SourceKind.Messages || db.CardPassages.Any(passage => passage.From.DocumentId == document.Id))).OrderBy(document => document.Ordinal)
            .Select(document => new DocumentRow(document.Id, document.Path, db.CardPassages.Count(passage => passage.From.DocumentId == document.Id)))
            .ToListAsync(cancellationToken);
        Drafts = await db.DraftsAsync(Id, Filter.Value, Part, cancellationToken);
        return Page();
    }
}

internal sealed record DocumentRow(Id<SourceDocument> Id, string Path, int Cards);
