using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>A sentence as its owner decides on it.</summary>
internal sealed record StatementRow(
    Id<Statement> Id, int Ordinal, StatementKind Kind, string Place, string Quote, StatementDecision Decision, Id<Card>? CardId, Id<SourceDocument> DocumentId, string Path)
{
    /// <summary>Where a person finds it: the file and the headings in it.</summary>
    public string Section => string.Join(" › ", Place.Split(" > ").Prepend(Path[(Path.LastIndexOf('/') + 1)..]).Where(part => part.Length > 0));
}

/// <summary>All sentences of one source, and those of them that are shown now.</summary>
internal sealed record StatementSheet(string Name, IReadOnlyList<StatementRow> All, bool ShowsAll)
{
    /// <summary>As many as a page bears; deciding on them brings the next.</summary>
    public const int ShownAtOnce = 150;

    public int Decided => All.Count(row => row.Decision != StatementDecision.Undecided);

    /// <summary>Sentences of one kind by document and section, in the order of the document.</summary>
    public IEnumerable<IGrouping<string, StatementRow>> Groups(StatementKind kind) =>
        Listed.Where(row => row.Kind == kind).Take(ShownAtOnce).GroupBy(row => row.Section);

    public int Count(StatementKind kind) => Listed.Count(row => row.Kind == kind);

    public int Open(StatementKind kind) => All.Count(row => row.Kind == kind && row.Decision == StatementDecision.Undecided);

    public bool Has(Id<Statement> id) => All.Any(row => row.Id == id);

    public bool IsLabel(Id<Statement> id) => All.Any(row => row.Id == id && row.Kind == StatementKind.Label);

    /// <summary>The next sentence to decide on as they are shown; from a sentence about work or manner it never leads into the labels.</summary>
    public Id<Statement>? NextAfter(Id<Statement> id)
    {
        var isLabel = IsLabel(id);
        var shown = All.Where(row => row.Kind == StatementKind.Label == isLabel).OrderBy(row => row.Kind).ThenBy(row => row.Ordinal);
        return shown.SkipWhile(row => row.Id != id).Skip(1).FirstOrDefault(row => row.Decision == StatementDecision.Undecided)?.Id;
    }

    private IEnumerable<StatementRow> Listed => All.Where(row => ShowsAll || row.Decision == StatementDecision.Undecided);
}

internal static class StatementSheets
{
    /// <returns>The sheet, or null where the owner has no such colleague-skill.</returns>
    public static async Task<StatementSheet?> StatementSheetAsync(this SkillDistillDb db, Id<Source> id, Id<Person> owner, bool showsAll, CancellationToken cancellationToken)
    {
        var name = await db.Sources.Where(source => source.Id == id && source.OwnerId == owner && source.Kind == SourceKind.ColleagueSkill)
            .Select(source => source.Name).FirstOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return null;
        }

        var rows = await (
            from statement in db.Statements.AsNoTracking()
            join document in db.SourceDocuments on statement.Provenance.DocumentId equals document.Id
            where statement.SourceId == id
            orderby statement.Ordinal
            select new StatementRow(
                statement.Id,
                statement.Ordinal,
                statement.Kind,
                statement.Provenance.Place,
                statement.Provenance.Quote,
                statement.Decision,
                statement.CardId,
                document.Id,
                document.Path)).ToListAsync(cancellationToken);
        return new StatementSheet(name, rows, showsAll);
    }
}
