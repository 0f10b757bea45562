namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>How much an owner may bring in at once. Sizes are in bytes; people are told megabytes of 1024 times 1024 bytes.</summary>
public static class UploadLimits
{
    public const int Megabyte = 1024 * 1024;

    public const int DocumentSize = 5 * Megabyte;

    public const int ArchiveSize = 20 * Megabyte;

    /// <summary>All documents together, once unpacked.</summary>
    public const int UnpackedSize = 30 * Megabyte;

    public const int Documents = 200;

    /// <summary>Entries of an archive or a folder, whether we read them or not.</summary>
    public const int Entries = 2000;

    /// <summary>Prose shrinks to a third or a tenth; only what was made to burst shrinks to less than a hundredth.</summary>
    public const int CompressionRatio = 100;

    /// <summary>Below this even the densest entry does no harm.</summary>
    public const int RatioCounts = Megabyte;

    /// <summary>More control characters than one in so many: not a text, whatever its name says.</summary>
    public const int ControlCharacterShare = 100;
}
