using SkillDistill.Distillation.Reading.Uploads;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>How much of messages is read at once, and how little is worth keeping.</summary>
public static class MessageLimits
{
    /// <summary>Bytes of a mailbox that are read at once while messages are of a usual size.</summary>
    public const int Part = UploadLimits.Megabyte;

    /// <summary>Bytes that one message may have, its attachments included. A larger one is passed over.</summary>
    public const int LargestPart = 32 * UploadLimits.Megabyte;

    /// <summary>Bytes of a mail, or of a chat's JSON, brought in by itself.</summary>
    public const int FileSize = 20 * UploadLimits.Megabyte;

    /// <summary>A chat export has a file for each channel and day.</summary>
    public const int Entries = 50_000;

    /// <summary>A chat export, once unpacked.</summary>
    public const int UnpackedSize = 200 * UploadLimits.Megabyte;

    /// <summary>Characters of a message that are kept. Nobody writes more by hand; what is longer was pasted.</summary>
    public const int TextLength = 20_000;

    /// <summary>A message with fewer words says "thanks" or "on my way".</summary>
    public const int FewestWords = 8;

    /// <summary>Who else wrote in it, to choose oneself from.</summary>
    public const int AuthorsShown = 8;
}
