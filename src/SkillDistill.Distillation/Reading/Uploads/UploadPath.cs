namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>What a path within an upload tells, before anything is read.</summary>
internal static class UploadPath
{
    public const string Meta = "meta.json";

    public static string Normalised(string path) => path.Replace('\\', '/');

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    public static bool IsArchive(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    public static bool IsWord(string path) => path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase);

    public static bool IsPdf(string path) => path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the path would lead out of the folder it came in, or onto a drive.</summary>
    public static bool Leaves(string path) =>
        path.StartsWith('/') || path.Contains('\0', StringComparison.Ordinal) || path is [_, ':', ..] || path.Split('/').Contains("..");

    public static bool IsOfInterest(string path) => IsDocument(path) || NameOf(Normalised(path)).Equals(Meta, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finder's "__MACOSX/._notes.md" is named like a note and holds none.</summary>
    public static bool IsDocument(string path)
    {
        var parts = Normalised(path).Split('/');
        return !parts.Contains("__MACOSX")
            && !parts[^1].StartsWith('.')
            && (Path.GetExtension(parts[^1]).ToUpperInvariant() is ".MD" or ".MARKDOWN" or ".TXT" or ".DOCX" or ".PDF");
    }
}
