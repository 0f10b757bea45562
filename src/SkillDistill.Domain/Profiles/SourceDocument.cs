using System.Security.Cryptography;
using System.Text;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Domain.Profiles;

/// <summary>One document of a <see cref="Source"/>, its text as it came, with the SHA-256 of its UTF-8 form. Only erasing a sentence changes the text.</summary>
public sealed class SourceDocument
{
    public const int PathLength = 400;

    private const char Bar = '█';

    private SourceDocument()
    {
    }

    public Id<SourceDocument> Id { get; private set; }

    public Id<Source> SourceId { get; private set; }

    public int Ordinal { get; private set; }

    public string Path { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    /// <summary>How many passwords and keys were blacked out as it came in; known then, and not kept.</summary>
    public int Credentials { get; private set; }

    /// <summary>
    /// Takes the words of one passage away and leaves a black bar of the same length, so that every other passage stands where it stood. The digest
    /// remains that of the text as it came.
    /// </summary>
    /// <param name="start">In UTF-16 units; what lies outside the text is passed over.</param>
    public void BlackOut(int start, int length)
    {
        var (from, to) = (Math.Clamp(start, 0, Text.Length), Math.Clamp(start + length, 0, Text.Length));
        Text = string.Concat(Text.AsSpan(0, from), string.Concat(Text[from..to].Select(letter => letter is '\n' or '\r' ? letter : Bar)), Text.AsSpan(to));
    }

    /// <summary>Puts it behind so many others of its source.</summary>
    public void StandAfter(int others) => Ordinal = others + 1;

    /// <summary>A document that is to be kept; passwords and keys in it are blacked out first, and never kept.</summary>
    internal static SourceDocument Keep(Id<Source> source, int ordinal, string path, string text)
    {
        var document = new SourceDocument
        {
            Id = Id<SourceDocument>.New(),
            SourceId = source,
            Ordinal = ordinal,
            Path = path,
            Text = text,
        };
        document.BlackOutCredentials();
        document.Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
        return document;
    }

    /// <summary>A document as its owner took it along from another installation, held to the same.</summary>
    internal static SourceDocument Restore(Id<SourceDocument> id, Id<Source> source, int ordinal, string path, string text, string sha256)
    {
        var document = new SourceDocument { Id = id, SourceId = source, Ordinal = ordinal, Path = path, Text = text, Sha256 = sha256 };
        document.BlackOutCredentials();
        return document;
    }

    private void BlackOutCredentials()
    {
        var found = Exclusions.CredentialsIn(Text);
        foreach (var credential in found)
        {
            BlackOut(credential.Start, credential.Length);
        }

        Credentials = found.Count;
    }
}
