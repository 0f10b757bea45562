using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// What the whole store held at one moment, signed and chained to the checkpoint before: the heads that moved since then, and how many streams and
/// entries there were. Whoever keeps one elsewhere can show later that a stream was cut, rewritten or removed.
/// </summary>
public sealed class Checkpoint
{
    private const string Scheme = "sd1-store";

    private Checkpoint()
    {
    }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Streams { get; private set; }

    public long Entries { get; private set; }

    /// <summary>The heads that moved since the checkpoint before, as canonical JSON: an array of [stream, sequence, hash], by stream.</summary>
    public string Heads { get; private set; } = "[]";

    public string PreviousHash { get; private set; } = LedgerHash.Origin;

    public string Hash { get; private set; } = "";

    public string KeyId { get; private set; } = "";

    public string Signature { get; private set; } = "";

    /// <param name="before">The newest checkpoint, or null for the first.</param>
    /// <param name="moved">The streams whose heads moved since.</param>
    public static Checkpoint Take(Checkpoint? before, IEnumerable<ConsentStream> moved, int streams, long entries, ECDsa key, string keyId, DateTimeOffset now)
    {
        var heads = moved.OrderBy(stream => stream.Id.ToString(), StringComparer.Ordinal)
            .Select(stream => (JsonNode)new JsonArray(stream.Id.ToString(), stream.LastSequence, stream.LastHash));
        var checkpoint = new Checkpoint
        {
            Number = (before?.Number ?? 0) + 1,
            At = LedgerEntry.ToMillisecond(now),
            Streams = streams,
            Entries = entries,
            Heads = CanonicalJson.Write(new JsonArray([.. heads])),
            PreviousHash = before?.Hash ?? LedgerHash.Origin,
            KeyId = keyId,
        };
        checkpoint.Hash = checkpoint.ComputeHash();
        checkpoint.Signature = LedgerSignature.Sign(key, checkpoint.Hash);
        return checkpoint;
    }

    /// <summary>Whether it is what it was when it was signed, follows the one before, and the key is known.</summary>
    public bool Holds(Checkpoint? before, IReadOnlyDictionary<string, ECDsa> keys) =>
        Number == (before?.Number ?? 0) + 1
        && PreviousHash == (before?.Hash ?? LedgerHash.Origin)
        && Hash == ComputeHash()
        && keys.TryGetValue(KeyId, out var key)
        && LedgerSignature.IsValid(key, Hash, Signature);

    /// <summary>The heads it holds. Ask <see cref="Holds"/> first.</summary>
    /// <exception cref="JsonException">It was altered.</exception>
    public IEnumerable<(string Stream, int Sequence, string Hash)> ReadHeads() =>
        JsonNode.Parse(Heads)!.AsArray().Select(head => ((string)head![0]!, (int)head[1]!, (string)head[2]!));

    private string ComputeHash() => LedgerHash.OfText(string.Join('\n',
        Scheme,
        Number.ToString(CultureInfo.InvariantCulture),
        LedgerLine.Time(At),
        Streams.ToString(CultureInfo.InvariantCulture),
        Entries.ToString(CultureInfo.InvariantCulture),
        LedgerHash.OfText(Heads),
        KeyId,
        PreviousHash));
}
