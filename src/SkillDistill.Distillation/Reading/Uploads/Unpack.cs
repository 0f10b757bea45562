using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>Opens what an owner chose in the browser: files, a folder, or one archive of them.</summary>
public static class Unpack
{
    /// <summary>All of it, or the first reason why not. Reads .md, .markdown, .txt, .docx, .pdf and, in a colleague-skill, meta.json.</summary>
    public static Outcome<Upload> Open(IReadOnlyList<UploadedFile> files, ReadPdf readPdf)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(readPdf);
        if (files.Count == 0)
        {
            return new NoFileChosen();
        }

        if (files.FirstOrDefault(file => UploadPath.IsArchive(file.Path)) is { } archive && IsChosenByHand(files, archive))
        {
            return files.Count == 1 ? OpenArchive(archive, readPdf) : new ArchiveNotAlone(archive.Path);
        }

        return files.Count > UploadLimits.Entries ? new TooManyFiles(UploadLimits.Entries) : OpenFiles(files, readPdf);
    }

    /// <summary>An archive that merely lies in a folder is left out like any other file we do not read.</summary>
    private static bool IsChosenByHand(IReadOnlyList<UploadedFile> files, UploadedFile archive) =>
        files.Count == 1 || UploadPath.FolderOf(UploadPath.Normalised(archive.Path)).Length == 0;

    private static Outcome<Upload> OpenArchive(UploadedFile file, ReadPdf readPdf)
    {
        var name = UploadPath.NameOf(UploadPath.Normalised(file.Path));
        var bytes = ReadBytes.UpTo(UploadLimits.ArchiveSize, file.Content);
        if (bytes is null)
        {
            return new ArchiveTooLarge(name, UploadLimits.ArchiveSize / UploadLimits.Megabyte);
        }

        return UnpackArchive.Open(name, bytes, readPdf) is var contents && contents.Refused(out var refusal)
            ? refusal
            : Sort(Path.GetFileNameWithoutExtension(name), contents.Value);
    }

    private static Outcome<Upload> OpenFiles(IReadOnlyList<UploadedFile> files, ReadPdf readPdf)
    {
        var contents = new Contents(readPdf);
        foreach (var file in files)
        {
            if (contents.Add(file.Path, file.Content).Refused(out var refusal))
            {
                return refusal;
            }
        }

        if (files.Count == 1 && contents.Skipped.Count == 1)
        {
            return UploadPath.IsDocument(files[0].Path) ? new DocumentEmpty(files[0].Path) : new FileKindNotRead(files[0].Path);
        }

        return Sort(NameOf(files), contents);
    }

    private static string NameOf(IReadOnlyList<UploadedFile> files)
    {
        var first = UploadPath.Normalised(files[0].Path);
        return first.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? first[..slash] : first;
    }

    private static Outcome<Upload> Sort(string name, Contents contents)
    {
        if (FindColleagueSkill.In(contents) is var skill && skill.Refused(out var refusal))
        {
            return refusal;
        }

        var isSkill = skill.Value.Count > 0;
        var kept = isSkill ? skill.Value : [.. contents.Documents.Where(document => UploadPath.IsDocument(document.Path))];
        if (kept.Count == 0)
        {
            return new NoReadableDocument();
        }

        var left = contents.Documents.Except(kept).Select(document => document.Path);
        return new Upload(isSkill ? SourceKind.ColleagueSkill : SourceKind.Notes, name, kept, [.. contents.Skipped, .. left]);
    }
}
