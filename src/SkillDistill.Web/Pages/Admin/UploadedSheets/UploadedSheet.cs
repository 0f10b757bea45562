using System.Text;
using SkillDistill.Domain;

namespace SkillDistill.Web.Pages.Admin.UploadedSheets;

/// <summary>A file that somebody gave as a sheet, as letters: UTF-8 or UTF-16, whole, or not at all. No other encoding is guessed, since a wrong guess spells people's names wrong.</summary>
internal static class UploadedSheet
{
    public const int LargestFile = 5 * 1024 * 1024;

    private static readonly (byte[] Mark, Encoding Letters)[] Marked =
    [
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)),
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true)),
    ];

    private static readonly UTF8Encoding Unmarked = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<Outcome<string>> LettersAsync(IFormFile? upload, CancellationToken cancellationToken)
    {
        var bytes = await BytesAsync(upload, LargestFile, cancellationToken);
        return bytes.Refused(out var refusal) ? refusal : Decode(bytes.Value);
    }

    /// <param name="largest">In bytes.</param>
    public static async Task<Outcome<byte[]>> BytesAsync(IFormFile? upload, int largest, CancellationToken cancellationToken)
    {
        if (upload is null or { Length: 0 })
        {
            return new SheetEmpty();
        }

        if (upload.Length > largest)
        {
            return new SheetTooLarge(largest / 1024 / 1024);
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    public static Outcome<string> Decode(byte[] bytes)
    {
        var (mark, letters) = Marked.FirstOrDefault(marked => bytes.AsSpan().StartsWith(marked.Mark), ([], Unmarked));
        try
        {
            // A nought is in no text: in letters of one byte it tells of UTF-16 without its mark, or of a program.
            var text = letters.GetString(bytes, mark.Length, bytes.Length - mark.Length);
            return text.Contains('\0', StringComparison.Ordinal) ? new SheetNotUnicode() : text;
        }
        catch (DecoderFallbackException)
        {
            return new SheetNotUnicode();
        }
    }
}

internal sealed record SheetEmpty : Refusal
{
    public override string? Field => nameof(SheetPageModel.Upload);
}

internal sealed record SheetNotUnicode : Refusal
{
    public override string? Field => nameof(SheetPageModel.Upload);
}

internal sealed record SheetTooLarge(int Megabytes) : Refusal
{
    public override string? Field => nameof(SheetPageModel.Upload);

    public override IReadOnlyList<object> Arguments => [Megabytes];
}
