using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Profiles;

/// <summary>
/// How far a mailbox has been read that comes in parts, so that one can stop and go on, after a break of either side too. The file itself stays with its owner; only messages they wrote
/// are kept, as documents of the source. It is gone once the file has been read to its end.
/// </summary>
public sealed class MailboxReading
{
    public const int FileNameLength = 200;
    public const int MeLength = 300;

    private MailboxReading()
    {
    }

    public Id<MailboxReading> Id { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    public Id<Source> SourceId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Bytes of the whole file. Name and size together tell whether it is the same file that is chosen again.</summary>
    public long Size { get; private set; }

    /// <summary>Names and mail addresses that the owner goes by, as they wrote them, with commas between.</summary>
    public string Me { get; private set; } = "";

    /// <summary>The first byte that has not been read; never more than <see cref="Size"/>. Two windows that send the same part collide here.</summary>
    public long At { get; private set; }

    /// <summary>Messages by anybody, so far.</summary>
    public int Seen { get; private set; }

    /// <summary>The owner's own, the short ones too.</summary>
    public int Own { get; private set; }

    /// <summary>Documents of the source.</summary>
    public int Kept { get; private set; }

    /// <summary>Messages that are broken or too large.</summary>
    public int Unread { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    public bool IsDone => At >= Size;

    public static MailboxReading Begin(Source source, string fileName, long size, string me, DateTimeOffset now) => new()
    {
        Id = Id<MailboxReading>.New(),
        OwnerId = source.OwnerId,
        SourceId = source.Id,
        FileName = fileName.Length > FileNameLength ? fileName[..FileNameLength].ToWellFormed() : fileName,
        Size = size,
        Me = me.Length > MeLength ? me[..MeLength].ToWellFormed() : me,
        BegunAt = now,
    };

    /// <summary>A part has been read.</summary>
    /// <param name="bytes">As many as are done with.</param>
    public void Take(int bytes, int seen, int own, int kept, int unread)
    {
        At = Math.Min(At + bytes, Size);
        Seen += seen;
        Own += own;
        Kept += kept;
        Unread += unread;
    }
}
