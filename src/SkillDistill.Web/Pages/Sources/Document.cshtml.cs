using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>A document as it came, with everything that was made of it marked where it stands.</summary>
internal sealed class DocumentModel(SkillDistillDb db, CurrentPerson me) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Source> Id { get; set; }

    public Id<SourceDocument> DocumentId { get; private set; }

    public string Path { get; private set; } = "";

    public string SourceName { get; private set; } = "";

    public IReadOnlyList<Run> Runs { get; private set; } = [];

    public int Cards { get; private set; }

    public async Task<IActionResult> OnGetAsync(Id<SourceDocument> documentId, CancellationToken cancellationToken)
    {
        var found = await (
            from source in db.Sources.AsNoTracking()
            join document in db.SourceDocuments on source.Id equals document.SourceId
            where source.Id == Id && source.OwnerId == me.Id && document.Id == documentId
            select new { source.Name, document.Path, document.Text }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return NotFound();
        }

        var cards = await CardsAsync(documentId, cancellationToken);
        (DocumentId, SourceName, Path, Cards) = (documentId, found.Name, found.Path, cards.Count);
        Runs = MarkedText.Of(found.Text, cards.Concat(await StatementsAsync(documentId, cancellationToken)));
        return Page();
    }

    private Task<List<Passage>> CardsAsync(Id<SourceDocument> document, CancellationToken cancellationToken) => (
        from passage in db.CardPassages.AsNoTracking()
        join card in db.Cards on passage.CardId equals card.Id
        join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
        where card.OwnerId == me.Id && passage.From.DocumentId == document
        select new Passage($"q-{card.Id}-{passage.Ordinal}", passage.From.Start, passage.From.Quote.Length, card.Id, revision.Text.Title)).ToListAsync(cancellationToken);

    private Task<List<Passage>> StatementsAsync(Id<SourceDocument> document, CancellationToken cancellationToken) => (
        from statement in db.Statements.AsNoTracking()
        where statement.SourceId == Id && statement.Provenance.DocumentId == document
        select new Passage($"s-{statement.Id}", statement.Provenance.Start, statement.Provenance.Quote.Length, null, "")).ToListAsync(cancellationToken);
}
