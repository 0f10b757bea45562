using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>Why an upload was turned away; the whole of it, so that nothing is kept by halves.</summary>
public abstract record UploadRefusal : Refusal
{
    public override string? Field => "Files";
}

public sealed record NoFileChosen : UploadRefusal;

/// <summary>A single file of a kind that is not read, such as a picture.</summary>
public sealed record FileKindNotRead(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

/// <summary>A folder or an archive without any text in it.</summary>
public sealed record NoReadableDocument : UploadRefusal;

public sealed record DocumentEmpty(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

public sealed record DocumentTooLarge(string File, int Megabytes) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Megabytes];
}

/// <summary>A Word document that is protected by a password, or of the format before 2007.</summary>
public sealed record WordProtected(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

public sealed record WordBroken(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

/// <summary>A PDF that asks for a password.</summary>
public sealed record PdfProtected(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

public sealed record PdfBroken(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

/// <summary>A PDF of pictures, scanned pages for example.</summary>
public sealed record PdfHoldsNoText(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

public sealed record PdfTooLong(string File, int Pages, int Limit) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Pages, Limit];
}

/// <summary>A PDF whose reading took more time or memory than any honest one of its size.</summary>
public sealed record PdfTooMuch(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

public sealed record UploadTooLarge(int Megabytes) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [Megabytes];
}

public sealed record TooManyDocuments(int Limit) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record TooManyFiles(int Limit) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record DocumentNotText(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

/// <param name="Line">The line of the first byte that is not of the encoding, counted from 1.</param>
/// <param name="Offset">That byte's place in the file, counted from 0.</param>
public sealed record DocumentNotUnicode(string File, int Line, int Offset) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Line, Offset];
}

public sealed record PathLeavesFolder(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

public sealed record PathTooLong(string File, int Limit) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Limit];
}

public sealed record PathTwice(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

public sealed record ArchiveNotAlone(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

public sealed record ArchiveTooLarge(string File, int Megabytes) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Megabytes];
}

public sealed record ArchiveHasTooManyEntries(string File, int Limit) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Limit];
}

/// <summary>An archive that swells beyond reason when unpacked.</summary>
public sealed record ArchiveIsBomb(string File, string Entry) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Entry];
}

public sealed record ArchiveEncrypted(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

public sealed record ArchiveBroken(string File) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File];
}

/// <summary>The meta.json of a colleague-skill is not a JSON object.</summary>
public sealed record MetaNotJson(string File, int Line) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [File, Line];
}

public sealed record SeveralColleagueSkills(string First, string Second) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [First, Second];
}
