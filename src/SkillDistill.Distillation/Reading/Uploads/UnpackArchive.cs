using System.Buffers.Binary;
using System.IO.Compression;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>Opens one ZIP without believing what it says about itself, and without writing anything to a disk.</summary>
internal static class UnpackArchive
{
    private const uint EndOfDirectory = 0x06054b50;

    public static Outcome<Contents> Open(string name, byte[] bytes)
    {
        if (DeclaredEntries(bytes) > UploadLimits.Entries)
        {
            return new ArchiveHasTooManyEntries(name, UploadLimits.Entries);
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return Read(name, archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return new ArchiveBroken(name);
        }
    }

    private static Outcome<Contents> Read(string name, ZipArchive archive)
    {
        if (archive.Entries.Count > UploadLimits.Entries)
        {
            return new ArchiveHasTooManyEntries(name, UploadLimits.Entries);
        }

        var contents = new Contents();
        foreach (var entry in archive.Entries)
        {
            if (Judge(name, entry) is { } refusal)
            {
                return refusal;
            }

            // Folders have entries of their own; they hold nothing.
            if (entry.FullName[^1] is not ('/' or '\\'))
            {
                using var stream = UploadPath.IsOfInterest(entry.FullName) ? entry.Open() : Stream.Null;
                if (contents.Add(entry.FullName, stream).Refused(out var problem))
                {
                    return problem;
                }
            }
        }

        return contents;
    }

    private static UploadRefusal? Judge(string name, ZipArchiveEntry entry) => entry switch
    {
        { FullName: "" } => new ArchiveBroken(name),
        { IsEncrypted: true } => new ArchiveEncrypted(name),
        { Length: > UploadLimits.RatioCounts } when entry.Length / Math.Max(1, entry.CompressedLength) > UploadLimits.CompressionRatio
            => new ArchiveIsBomb(name, entry.FullName),
        _ => null,
    };

    /// <summary>The count in the archive's last record, read before .NET makes an object of every entry.</summary>
    private static int DeclaredEntries(byte[] bytes)
    {
        const int recordLength = 22;
        for (var at = bytes.Length - recordLength; at >= Math.Max(0, bytes.Length - recordLength - ushort.MaxValue); at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == EndOfDirectory)
            {
                return BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 10));
            }
        }

        return 0;
    }
}
