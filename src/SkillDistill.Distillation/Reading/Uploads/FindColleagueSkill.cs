using System.Text.Json;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>A colleague-skill is a folder that holds meta.json beside work.md or persona.md.</summary>
internal static class FindColleagueSkill
{
    /// <summary>The files of the skill, or none when there is none.</summary>
    public static Outcome<IReadOnlyList<UploadedDocument>> In(Contents contents)
    {
        // The tool keeps older versions of a skill in folders below it: the uppermost is the one meant.
        var skills = contents.Documents.GroupBy(document => UploadPath.FolderOf(document.Path)).Where(IsSkill)
            .GroupBy(folder => folder.Key.Length == 0 ? 0 : folder.Key.Split('/').Length).MinBy(depth => depth.Key)?.ToList() ?? [];
        if (skills.Count > 1)
        {
            return new SeveralColleagueSkills(skills[0].Key, skills[1].Key);
        }

        UploadedDocument[] files = [.. skills.SelectMany(folder => folder).Where(file => Named(file, UploadPath.Meta, "work.md", "persona.md"))];
        return files.FirstOrDefault(file => Named(file, UploadPath.Meta)) is { } meta && JsonProblem(meta) is { } problem ? problem : files;
    }

    private static bool IsSkill(IEnumerable<UploadedDocument> folder) =>
        folder.Any(file => Named(file, UploadPath.Meta)) && folder.Any(file => Named(file, "work.md", "persona.md"));

    private static bool Named(UploadedDocument file, params string[] names) =>
        names.Contains(UploadPath.NameOf(file.Path), StringComparer.OrdinalIgnoreCase);

    private static MetaNotJson? JsonProblem(UploadedDocument meta)
    {
        try
        {
            using var document = JsonDocument.Parse(meta.Text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? null : new MetaNotJson(meta.Path, 1);
        }
        catch (JsonException broken)
        {
            return new MetaNotJson(meta.Path, (int)(broken.LineNumber ?? 0) + 1);
        }
    }
}
