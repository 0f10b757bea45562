using System.Text.RegularExpressions;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>
/// An organisation's own sheet: "name:en" and "other names:en" for each language, "under", "meaning" and "address". A column "skill" holds names in the language that was chosen.
/// </summary>
internal static partial class OwnTable
{
    private const string Under = "under";
    private const string Meaning = "meaning";
    private const string Address = "address";

    private static readonly Dictionary<string, string> InChinese = new() { [Under] = "上级", [Meaning] = "说明", [Address] = "地址" };

    public static bool Is(Table table) => table.Heads.Any(head => NamesOf(head, "en") is { IsPreferred: true });

    public static Outcome<TaxonomyFile> Read(Table table, string language) => TaxonomyFile.WithAll([.. table.Rows.Select(row => Of(table, row, language))]);

    /// <returns>A sheet of all these skills that is read again as it was written.</returns>
    public static byte[] Write(IReadOnlyList<Skill> skills)
    {
        var languages = skills.SelectMany(skill => skill.Labels).Select(label => label.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        var names = skills.ToDictionary(skill => skill.Id, skill => skill.Labels[0].Text);
        return Sheets.Write(
        [
            [.. languages.SelectMany(language => new[] { $"name:{language}", $"other names:{language}" }), Under, Meaning, Address],
            .. skills.Select(skill => (IEnumerable<string?>)
            [
                .. languages.SelectMany(language => new[] { Names(skill, language, true), Names(skill, language, false) }),
                skill.BroaderId is { } broader ? names.GetValueOrDefault(broader) : null, skill.Definition, skill.Uri,
            ]).Select(row => row.Select(SheetReader.Guarded)),
        ]);
    }

    private static string? Names(Skill skill, string language, bool isPreferred) =>
        string.Join('\n', skill.Labels.Where(label => label.Language == language && label.IsPreferred == isPreferred).Select(label => label.Text)) is { Length: > 0 } names ? names : null;

    private static Concept Of(Table table, TableRow row, string language)
    {
        var labels = table.Heads.Select(head => (Head: head, Names: NamesOf(head, language))).Where(column => column.Names is not null).DistinctBy(column => column.Head)
            .SelectMany(column => Split(SheetReader.Plain(table.Cell(row, column.Head)), column.Names!.IsPreferred).Select(name => new SkillLabel(column.Names.Language, name, column.Names.IsPreferred)));
        string Said(string head) => SheetReader.Plain(table.Cell(row, head) is { Length: > 0 } said ? said : table.Cell(row, InChinese[head]));
        return Concept.Of(row.Number, Said(Address), Said(Under), "", labels, Said(Meaning));
    }

    private static string[] Split(string cell, bool isPreferred) => isPreferred ? [cell] : cell.Split(['\n', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Column? NamesOf(string head, string language) => Head().Match(head) is { Success: true } match
        ? new Column(match.Groups["in"] is { Success: true } said ? said.Value.ToLowerInvariant() : language, match.Groups["one"].Success)
        : null;

    [GeneratedRegex("^((?<one>skill|name|技能|名称)|other names|别名|其他名称)(:(?<in>[a-z]{2}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    private sealed record Column(string Language, bool IsPreferred);
}
