using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Erasures;

/// <summary>The one step before a source goes, or one document of it, or one sentence; with or without the cards that were made of it.</summary>
internal sealed class SourceModel(SkillDistillDb db, EraseByForm form, CurrentPerson me) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Source> Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id<SourceDocument>? Document { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id<Statement>? Statement { get; set; }

    /// <summary>What the form is for, so that sending it twice is one wish.</summary>
    public Id<Erasure> Wish { get; private set; }

    public ErasureKind Kind => Statement is not null ? ErasureKind.Statement : Document is not null ? ErasureKind.Document : ErasureKind.Source;

    public string Name { get; private set; } = "";

    /// <summary>The name of what goes, or the sentence itself.</summary>
    public string What { get; private set; } = "";

    /// <summary>How many cards were made of it.</summary>
    public int Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var own = db.Sources.AsNoTracking().Where(source => source.Id == Id && source.OwnerId == me.Id);
        Name = await own.Select(source => source.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        What = Kind switch
        {
            ErasureKind.Statement => await own.SelectMany(source => source.Statements).Where(statement => statement.Id == Statement).Select(statement => statement.Provenance.Quote).FirstOrDefaultAsync(cancellationToken) ?? "",
            ErasureKind.Document => await own.SelectMany(source => source.Documents).Where(document => document.Id == Document).Select(document => document.Path).FirstOrDefaultAsync(cancellationToken) ?? "",
            _ => Name,
        };
        Made = await db.Cards.CountAsync(card => Kind == ErasureKind.Statement
            ? db.Statements.Any(statement => statement.Id == Statement && statement.CardId == card.Id)
            : card.Passages.Any(passage => db.SourceDocuments.Any(document => document.SourceId == Id && document.Id == passage.From.DocumentId && (Document == null || document.Id == Document))), cancellationToken);
        Wish = await form.WishAsync(this, cancellationToken);
        return What.Length == 0 ? NotFound() : Page();
    }

    /// <param name="cards">Whether the cards made of it go too.</param>
    public Task<IActionResult> OnPostAsync(Id<Erasure> wish, bool cards, CancellationToken cancellationToken) => form.Async(wish, (request, mine) => Kind switch
    {
        ErasureKind.Statement => request.StatementAsync(mine, Statement!.Value, cards, cancellationToken),
        ErasureKind.Document => request.DocumentAsync(mine, Document!.Value, cards, cancellationToken),
        _ => request.SourceAsync(mine, Id, cards, cancellationToken),
    });
}
