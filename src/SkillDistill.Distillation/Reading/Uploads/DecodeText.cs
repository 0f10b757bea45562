using System.Buffers;
using System.Text;
using System.Text.Unicode;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>Bytes to text, strictly: a replacement character would make every quote after it a lie.</summary>
internal static class DecodeText
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Outcome<string> Of(string path, byte[] bytes)
    {
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Utf16(path, bytes, bigEndian: false),
            [0xFE, 0xFF, ..] => Utf16(path, bytes, bigEndian: true),
            [0xEF, 0xBB, 0xBF, ..] => Utf8Text(path, bytes, 3),
            _ => Utf8Text(path, bytes, 0),
        };
        return !text.Refused(out _) && LooksBinary(text.Value) ? new DocumentNotText(path) : text;
    }

    private static Outcome<string> Utf8Text(string path, byte[] bytes, int skip)
    {
        // NULs are valid UTF-8, and a picture renamed ".md" should be called that rather than badly encoded.
        if (bytes.AsSpan().Contains((byte)0))
        {
            return new DocumentNotText(path);
        }

        var chars = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes.AsSpan(skip), chars, out var read, out var written, replaceInvalidSequences: false);
        if (status == OperationStatus.Done)
        {
            return new string(chars, 0, written);
        }

        return IsMostlyControls(bytes.AsSpan(0, skip + read)) ? new DocumentNotText(path)
            : skip == 0 && Gb18030Text(bytes) is { } chinese ? chinese
            : NotUnicode(path, bytes, skip + read);
    }

    private static Outcome<string> Utf16(string path, byte[] bytes, bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);
        try
        {
            return encoding.GetString(bytes, 2, bytes.Length - 2);
        }
        catch (DecoderFallbackException broken)
        {
            return NotUnicode(path, bytes, Math.Clamp(broken.Index + 2, 0, bytes.Length));
        }
    }

    /// <summary>
    /// The Chinese national encoding, which much of what Windows programs saved is in. Nearly any bytes can be read so; it is believed only where nearly all letters beyond ASCII are in
    /// the rows of common characters (GB 2312), which other encodings hardly ever fill.
    /// </summary>
    private static string? Gb18030Text(byte[] bytes)
    {
        try
        {
            var text = Gb18030.GetString(bytes);
            var chinese = text.Count(letter => letter is >= '\u4E00' and <= '\u9FFF');
            return chinese * 10 >= text.Count(letter => letter > 0x7F) * 7 && IsCommon(bytes) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsCommon(byte[] bytes)
    {
        var (pairs, common) = (0, 0);
        for (var at = 0; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] > 0x7F)
            {
                pairs++;
                common += bytes[at] is >= 0xA1 and <= 0xF7 && bytes[at + 1] >= 0xA1 ? 1 : 0;
                at++;
            }
        }

        return pairs > 0 && common * 10 >= pairs * 9;
    }

    private static DocumentNotUnicode NotUnicode(string path, byte[] bytes, int offset) => new(path, bytes.AsSpan(0, offset).Count((byte)'\n') + 1, offset);

    private static bool IsMostlyControls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
        {
            count += value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') ? 1 : 0;
        }

        return count * UploadLimits.ControlCharacterShare > bytes.Length;
    }

    private static bool LooksBinary(string text)
    {
        var controls = text.Count(c => c == '\0' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f')));
        return text.Contains('\0', StringComparison.Ordinal) || controls * UploadLimits.ControlCharacterShare > text.Length;
    }
}
