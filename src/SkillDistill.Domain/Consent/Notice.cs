using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SkillDistill.Domain.Consent;

/// <summary>
/// The text a person reads before deciding, in one language: known by its version and by the SHA-256 of its UTF-8 bytes. Which one is shown
/// today is said by the newest <see cref="NoticeEdition"/> published.
/// </summary>
public sealed class Notice
{
    /// <summary>The version the product comes with: the first one published in a new store. Those of earlier releases lie beside it.</summary>
    public const string ShippedVersion = "2027-02";

    /// <summary>Every version is published in all of these.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "zh-Hans"];

    // Readable by a person, in whatever language: what is hashed is what they would print.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ConcurrentDictionary<(string Version, string Language), Notice> ShippedNotices = [];

    private Notice(string version, string language, string text, IReadOnlyDictionary<Purpose, PurposeNotice> purposes) =>
        (Version, Language, Text, Digest, Purposes) = (version, language, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), purposes);

    public string Version { get; }

    public string Language { get; }

    /// <summary>The JSON as it was published, to the byte.</summary>
    public string Text { get; }

    public string Digest { get; }

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyDictionary<Purpose, PurposeNotice> Purposes { get; }

    /// <summary>The notice that the product comes with, or came with once, in this language, or in English where there is none.</summary>
    /// <exception cref="InvalidOperationException">No release came with this version.</exception>
    public static Notice Shipped(string language, string version = ShippedVersion) => ShippedNotices.GetOrAdd((version, Languages.Contains(language) ? language : Languages[0]), ReadShipped);

    /// <exception cref="JsonException">The text is not that of a notice.</exception>
    public static Notice Parse(string version, string language, string text) =>
        new(version, language, text, JsonSerializer.Deserialize<Dictionary<Purpose, PurposeNotice>>(text, Readable) ?? throw new JsonException("Not a notice."));

    internal static Notice Write(string version, string language, IReadOnlyDictionary<Purpose, PurposeNotice> purposes) =>
        new(version, language, JsonSerializer.Serialize(purposes, Readable) + "\n", purposes);

    private static Notice ReadShipped((string Version, string Language) of)
    {
        var name = $"{typeof(Notice).Namespace}.Notices.{of.Version}.{of.Language}.json";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No notice {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(of.Version, of.Language, reader.ReadToEnd());
    }
}

/// <summary>The notice for one purpose.</summary>
/// <param name="Name">What the decision is called.</param>
/// <param name="Means">What happens when it is on, in one sentence.</param>
/// <param name="Sees">Who would see what.</param>
/// <param name="IfNot">What happens without it.</param>
public sealed record PurposeNotice(string Name, string Means, string Sees, string IfNot)
{
    public const int NameLength = 80;
    public const int SentenceLength = 400;

    public string this[NoticePart part] => part switch
    {
        NoticePart.Name => Name,
        NoticePart.Means => Means,
        NoticePart.Sees => Sees,
        _ => IfNot,
    };

    public static int LongestOf(NoticePart part) => part == NoticePart.Name ? NameLength : SentenceLength;
}

/// <summary>The parts of the notice for one purpose, in reading order.</summary>
public enum NoticePart
{
    Name,
    Means,
    Sees,
    IfNot,
}
