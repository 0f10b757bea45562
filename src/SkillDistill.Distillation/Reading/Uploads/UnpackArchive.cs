using System.IO.Compression;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>Takes the documents out of one ZIP.</summary>
internal static class UnpackArchive
{
    public static Outcome<Contents> Open(string name, byte[] bytes, ReadPdf readPdf) => Archive.Open(name, bytes, UploadLimits.Entries, archive => Read(archive, readPdf));

    private static Outcome<Contents> Read(ZipArchive archive, ReadPdf readPdf)
    {
        var contents = new Contents(readPdf);

        // Folders have entries of their own; they hold nothing.
        foreach (var entry in archive.Entries.Where(entry => entry.FullName[^1] is not ('/' or '\\')))
        {
            using var stream = UploadPath.IsOfInterest(entry.FullName) ? entry.Open() : Stream.Null;
            if (contents.Add(entry.FullName, stream).Refused(out var problem))
            {
                return problem;
            }
        }

        return contents;
    }
}
