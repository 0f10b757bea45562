using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>What changed between two revisions of a card, field by field and word by word.</summary>
internal sealed class HistoryModel(SkillDistillDb db, CurrentPerson me) : PageModel
{
    public Guid Id { get; private set; }

    public CardRevision From { get; private set; } = null!;

    public CardRevision To { get; private set; } = null!;

    public IReadOnlyList<RevisionRow> Revisions { get; private set; } = [];

    public IReadOnlyList<CardField> Changed { get; private set; } = [];

    /// <param name="from">The number of the older revision; the one before <paramref name="to"/> when left out.</param>
    /// <param name="to">The number of the newer revision; the newest when left out.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, int? from, int? to, CancellationToken cancellationToken)
    {
        if (await db.OwnCards(me.Id).AsNoTracking().FirstOrDefaultAsync(row => row.Card.Id == new Id<Card>(id), cancellationToken) is not { } own)
        {
            return NotFound();
        }

        var revisions = db.CardRevisions.AsNoTracking().Where(revision => revision.CardId == own.Card.Id);
        var newer = to ?? own.Card.RevisionNumber;
        var older = from ?? Math.Max(1, newer - 1);
        var two = await revisions.Where(revision => revision.Number == older || revision.Number == newer).OrderBy(revision => revision.Number).ToListAsync(cancellationToken);
        if (two.Find(revision => revision.Number == older) is not { } first || two.Find(revision => revision.Number == newer) is not { } second)
        {
            return NotFound();
        }

        (Id, From, To) = (id, first, second);
        Changed = [.. Enum.GetValues<CardField>().Where(field => first.Text[field] != second.Text[field])];
        Revisions = await revisions.OrderByDescending(revision => revision.Number)
            .Select(revision => new RevisionRow(revision.Number, revision.WrittenAt, revision.Text.Title)).ToListAsync(cancellationToken);
        return Page();
    }
}
