using SkillDistill.Domain;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>
/// ESCO's skills and skill groups as its portal gives them as CSV, and the file of which stands under which ("broaderRelationsSkillPillar"). Other names stand in one cell, a line each
/// (https://esco.ec.europa.eu/en/use-esco/download).
/// </summary>
internal static class EscoTable
{
    private const string Uri = "conceptUri";
    private const string Broader = "broaderUri";
    private const string Name = "preferredLabel";
    private static readonly string[] OtherNames = ["altLabels", "hiddenLabels"];

    public static bool Is(Table table) => table.Has(Uri, Name) || table.Has(Uri, Broader);

    public static Outcome<TaxonomyFile> Read(Table table, string language) =>
        table.Has(Uri, Name)
            ? TaxonomyFile.WithAll([.. table.Rows.Select(row => Of(table, row, language))])
            : TaxonomyFile.WithAll([.. table.Rows.Select(row => Concept.Of(row.Number, table.Cell(row, Uri), table.Cell(row, Broader), "", [], null)).DistinctBy(concept => concept.Uri)]);

    private static Concept Of(Table table, TableRow row, string language)
    {
        IEnumerable<SkillLabel> labels =
        [
            new SkillLabel(language, table.Cell(row, Name), true),
            .. OtherNames.SelectMany(head => table.Cell(row, head).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(name => new SkillLabel(language, name, false)),
        ];
        var definition = table.Cell(row, "definition") is { Length: > 0 } exact ? exact : table.Cell(row, "description");
        var group = table.Cell(row, "reuseLevel") is { Length: > 0 } level ? level : table.Cell(row, "skillType");
        return Concept.Of(row.Number, table.Cell(row, Uri), table.Cell(row, Broader), group, labels, definition);
    }
}
