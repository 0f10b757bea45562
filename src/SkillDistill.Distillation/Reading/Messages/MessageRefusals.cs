using SkillDistill.Distillation.Reading.Uploads;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>A file that is neither a mailbox, a mail, nor a chat export that we know.</summary>
public sealed record NoMessagesInFile(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

/// <summary>JSON that breaks off or is written wrongly.</summary>
/// <param name="Line">Counted from 1.</param>
public sealed record MessagesNotJson(string File, long Line) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Line];
}

public sealed record MessagesTooLarge(string File, int Megabytes) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Megabytes];
}

/// <summary>Nobody in the file goes by the names that were given.</summary>
/// <param name="Authors">Those who wrote most in it.</param>
public sealed record NoMessageOfYours(string Names, int Messages, string Authors) : UploadRefusal
{
    public override string? Field => "Me";

    public override IReadOnlyList<object> Arguments => [Names, Messages, Authors];
}

/// <summary>All that the owner wrote in it is too short to say anything.</summary>
public sealed record OnlyShortMessages(int Own) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [Own];
}

/// <summary>As <see cref="NoMessageOfYours"/>, of a mailbox, whose other authors are let go of while it is read.</summary>
/// <param name="Messages">How many it holds.</param>
public sealed record NoMailOfYours(string Names, int Messages) : UploadRefusal
{
    public override string? Field => "Me";

    public override IReadOnlyList<object> Arguments => [Names, Messages];
}
