using SkillDistill.Domain;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>
/// O*NET's content model, as text with tabs or as a workbook: elements whose ids tell where they stand ("2.A.1.a" is under "2.A.1"). Files that list elements by occupation do as well:
/// each element counts once (https://www.onetcenter.org/database.html).
/// </summary>
internal static class OnetTable
{
    private const string Id = "Element ID";
    private const string Name = "Element Name";
    private const string Occupation = "O*NET-SOC Code";

    /// <summary>What somebody can learn: basic skills, skills across functions, and knowledge. The others are of what work is like, and what people are like.</summary>
    private static readonly string[] Learnt = ["2.A", "2.B", "2.C"];

    public static bool Is(Table table) => table.Has(Id, Name);

    public static bool IsOfOccupations(Table table) => table.Has(Occupation);

    public static Outcome<TaxonomyFile> Read(Table table)
    {
        var rows = table.Rows.Where(row => table.Cell(row, Id).Length > 0).DistinctBy(row => table.Cell(row, Id)).ToList();
        var names = rows.ToDictionary(row => table.Cell(row, Id), row => table.Cell(row, Name));

        // Single figures are the chapters of the model.
        var concepts = rows.Where(row => table.Cell(row, Id).Contains('.', StringComparison.Ordinal)).Select(row => Of(table, row, names)).ToList();
        var learnt = concepts.Select(concept => concept.Group).Distinct().Where(group => Learnt.Contains(group.Split(' ')[0])).ToList();
        return learnt.Count > 0 ? new TaxonomyFile(concepts, learnt) : TaxonomyFile.WithAll(concepts);
    }

    private static Concept Of(Table table, TableRow row, Dictionary<string, string> names)
    {
        var id = table.Cell(row, Id);
        var branch = string.Join('.', id.Split('.').Take(2));
        var above = id[..id.LastIndexOf('.')];
        return Concept.Of(
            row.Number,
            ConceptSchemes.OnetUris + id,
            above.Contains('.', StringComparison.Ordinal) ? ConceptSchemes.OnetUris + above : null,
            $"{branch} {names.GetValueOrDefault(branch)}",
            [new SkillLabel("en", table.Cell(row, Name), true)],
            table.Cell(row, "Description"));
    }
}
