using System.Buffers.Binary;
using System.IO.Compression;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>Opens one ZIP without believing what it says about itself, and without writing anything to a disk.</summary>
internal static class Archive
{
    private const uint EndOfDirectory = 0x06054b50;

    /// <param name="entries">How many entries it may have.</param>
    /// <param name="read">Called once every entry has been judged.</param>
    public static Outcome<T> Open<T>(string name, byte[] bytes, int entries, Func<ZipArchive, Outcome<T>> read)
        where T : class
    {
        if (DeclaredEntries(bytes) > entries)
        {
            return new ArchiveHasTooManyEntries(name, entries);
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count > entries ? new ArchiveHasTooManyEntries(name, entries)
                : archive.Entries.Select(entry => Judge(name, entry)).FirstOrDefault(refusal => refusal is not null) is { } refusal ? refusal
                : read(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return new ArchiveBroken(name);
        }
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
