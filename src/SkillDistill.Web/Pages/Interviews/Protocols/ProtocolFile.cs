using System.Text;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>A file of a protocol as it lies there. The protocol 2026-11 is <c>2026-11.yaml</c>, its pack for sales <c>2026-11.sales.yaml</c>.</summary>
internal sealed record ProtocolFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Four times what the shipped one takes; a person could not read more.</summary>
    public const int LargestBytes = 256 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ProtocolFile Of(string name, string text) => new(name, Strict.GetBytes(text));

    /// <summary>Reads no more than it takes to see that a file is too large.</summary>
    public static ProtocolFile Open(string path)
    {
        using var stream = File.OpenRead(path);
        var content = new byte[Math.Min(stream.Length, LargestBytes + 1L)];
        stream.ReadExactly(content);
        return new ProtocolFile(Path.GetFileName(path), content);
    }

    /// <returns>Null where it cannot be read as text, which is then among the mistakes.</returns>
    public string? Text(MistakesOf mistakes)
    {
        if (Content.Length > LargestBytes)
        {
            mistakes.Add(1, $"the file is larger than {LargestBytes / 1024} KiB; expected a file that a person can read");
            return null;
        }

        try
        {
            return Strict.GetString(Content.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            var line = 1 + Content.Span[..exception.Index].Count((byte)'\n');
            mistakes.Add(line, "the file is not UTF-8 here; expected UTF-8");
            return null;
        }
    }
}
