using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Sources.Messages;

/// <summary>The owner's messages of one source, to choose those from that become drafts.</summary>
internal sealed class ChooseModel(SkillDistillDb db, ChooseMessages choose, CurrentPerson me, IStringLocalizer<SourcesText> text) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Id<Source> Id { get; set; }

    /// <summary>Only messages with this in them.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "part")]
    public int Part { get; set; } = 1;

    public SourceRow Source { get; private set; } = null!;

    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    public int Left { get; private set; }

    public int Parts => Math.Max(1, (Left + PageSize - 1) / PageSize);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(List<Id<SourceDocument>> ticked, CancellationToken cancellationToken)
    {
        var drafted = await choose.DraftAsync(Id, me.Id, ticked, cancellationToken);
        if (drafted.Refused(out var refusal))
        {
            ModelState.AddModelError("", this.Sentence(refusal));
            return await ShowAsync(cancellationToken);
        }

        this.Say(text["Messages.Drafted", ticked.Count, drafted.Value.Count]);
        return this.Again(new { id = Id, q = Search, part = Part });
    }

    public async Task<IActionResult> OnPostRemoveAsync(List<Id<SourceDocument>> ticked, CancellationToken cancellationToken)
    {
        this.Say(text["Messages.Removed", await choose.RemoveAsync(Id, me.Id, ticked, cancellationToken)]);
        return await db.Sources.AnyAsync(source => source.Id == Id, cancellationToken) ? this.Again(new { id = Id, q = Search, part = Part }) : RedirectToPage("/Sources/Index");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.OwnSourceAsync(Id, me.Id, cancellationToken) is not { Kind: SourceKind.Messages } source)
        {
            return NotFound();
        }

        Source = source;
        var found = ChooseMessages.Undecided(db, Id, me.Id);
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var pattern = SearchPattern.Containing(Search);
            found = found.Where(document => EF.Functions.Like(SkillDistillDb.Lower(document.Path + " " + document.Text), pattern, SearchPattern.Escape));
        }

        Left = await found.CountAsync(cancellationToken);
        Part = Math.Clamp(Part, 1, Parts);
        Messages = await found.AsNoTracking().OrderBy(document => document.Ordinal).Skip((Part - 1) * PageSize).Take(PageSize)
            .Select(document => new MessageRow(document.Id, document.Path, document.Text)).ToListAsync(cancellationToken);
        return Page();
    }
}

internal sealed record MessageRow(Id<SourceDocument> Id, string Path, string Text)
{
    private const int BeginningLength = 280;

    public string Name => MessageDocuments.Shown(Path);

    public bool IsLong => Text.Length > BeginningLength;

    public string Beginning => IsLong ? Text[..(Text.LastIndexOf(' ', BeginningLength) is var end && end > BeginningLength / 2 ? end : BeginningLength)].TrimEnd() + " …" : Text;
}
