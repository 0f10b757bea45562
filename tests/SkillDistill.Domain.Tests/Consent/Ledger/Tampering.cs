using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Domain.Tests.Consent.Ledger;

/// <summary>
/// What somebody without the key may do to a ledger in their hands, from a slip to a well-made forgery. Not here: putting back an older head of the
/// same stream with the entries cut to it, which is a ledger that once was and shows only against a checkpoint.
/// </summary>
internal sealed class Tampering(Random random, Func<JsonObject> another)
{
    private const string Letters = "0123456789abcdefABCDEFghijklmnopqrstuvwxyz {}[]\",:.-_\\/é汉";

    private static readonly string[] EntryFields = ["sequence", "type", "at", "actor", "salt", "payloadDigest", "previousHash", "hash"];
    private static readonly string[] HeadFields = ["sequence", "hash", "at", "keyId", "signature"];

    public static readonly IReadOnlyList<string> Kinds =
        ["letter", "entry field", "payload", "head field", "stream", "delete", "swap", "swap and renumber", "relink", "relink and sign", "truncate", "insert", "another's event", "another's head", "take the payload away"];

    /// <returns>The ledger with that done to it, as text.</returns>
    public string Do(string kind, JsonObject ledger)
    {
        var original = GeneratedLedger.Text(ledger);
        string altered;
        do
        {
            var copy = (JsonObject)JsonNode.Parse(original)!;
            altered = kind == "letter" ? Letter(original) : Alter(kind, copy, Entries(copy)) ? GeneratedLedger.Text(copy) : Letter(original);
        }
        while (SaysTheSame(original, altered));
        return altered;
    }

    private static JsonArray Entries(JsonObject ledger) => ledger["entries"]!.AsArray();

    /// <summary>Another way to write the same JSON is no tampering.</summary>
    private static bool SaysTheSame(string original, string altered)
    {
        try
        {
            return CanonicalJson.Write(JsonNode.Parse(original)) == CanonicalJson.Write(JsonNode.Parse(altered));
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private string Letter(string text)
    {
        var at = random.Next(text.Length);
        return char.IsSurrogate(text[at]) ? Letter(text) : $"{text[..at]}{Other(text[at])}{text[(at + 1)..]}";
    }

    private char Other(char letter) => Letters[random.Next(Letters.Length)] is var other && other != letter ? other : Other(letter);

    /// <returns>Whether this ledger has what it takes.</returns>
    private bool Alter(string kind, JsonObject ledger, JsonArray entries)
    {
        var at = random.Next(entries.Count);
        var entry = entries[at]!.AsObject();
        switch (kind)
        {
            case "entry field":
                return Flip(entry, EntryFields[random.Next(EntryFields.Length)]);
            case "payload":
                return entry["payload"] is JsonObject payload && ChangePayload(payload);
            case "head field":
                return Flip(ledger["head"]!.AsObject(), HeadFields[random.Next(HeadFields.Length)]);
            case "stream":
                return Flip(ledger, "stream");
            case "delete":
                entries.RemoveAt(at);
                return true;
            case "swap":
                return Swap(entries, at, random.Next(entries.Count));
            case "swap and renumber":
                return Swap(entries, at, random.Next(entries.Count)) && Renumber(entries);
            case "relink":
                return Change(entry) && Relink(ledger, entries);
            case "relink and sign":
                return Change(entry) && Relink(ledger, entries) && Sign(ledger);
            case "truncate":
                return Truncate(ledger, entries, 1 + random.Next(entries.Count));
            case "insert":
                return Insert(ledger, entries, at, (JsonObject)entry.DeepClone());
            case "another's event":
                return Forge(ledger, entries, at, Entries(another()));
            case "another's head":
                ledger["head"] = another()["head"]!.DeepClone();
                return true;
            default:
                (entry["payload"], entry["salt"]) = (null, null);
                return ledger["partial"]!.GetValue<bool>() == false && !entries.Any(one => (string?)one!["type"] == LedgerTypes.Erased);
        }
    }

    private bool Flip(JsonObject holder, string field)
    {
        switch (holder[field])
        {
            case JsonValue value when value.TryGetValue<int>(out var number):
                holder[field] = number + (random.Next(2) == 0 ? 1 : -1);
                return true;
            case JsonValue value when value.TryGetValue<string>(out var text):
                var at = random.Next(text.Length);
                holder[field] = $"{text[..at]}{Other(text[at])}{text[(at + 1)..]}";
                return true;
            default:
                return false;
        }
    }

    private bool ChangePayload(JsonObject payload)
    {
        // An erasure decides nothing else.
        switch (payload.Count == 0 ? -1 : random.Next(5))
        {
            case 0:
                payload["endsAt"] = "2031-01-01T00:00:00.000Z";
                return true;
            case 1:
                return Flip(payload, "purpose");
            case 2:
                return Flip(payload["audience"]!.AsObject(), "scope");
            case 3:
                return Flip(payload["notice"]!.AsObject(), "digest");
            default:
                payload["recipient"] = "somebody@else.example";
                return true;
        }
    }

    private bool Change(JsonObject entry)
    {
        if (entry["payload"] is JsonObject payload && random.Next(2) == 0)
        {
            return ChangePayload(payload);
        }

        entry["type"] = (string?)entry["type"] == "Given" ? "Refused" : "Given";
        return true;
    }

    private static bool Swap(JsonArray entries, int one, int other)
    {
        if (one == other)
        {
            return false;
        }

        var (first, second) = (entries[one]!.DeepClone(), entries[other]!.DeepClone());
        (entries[one], entries[other]) = (second, first);
        return true;
    }

    private static bool Renumber(JsonArray entries)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            entries[index]!["sequence"] = index + 1;
        }

        return true;
    }

    /// <summary>Makes digests, hashes and the head fit again. Only the signature cannot be made.</summary>
    private static bool Relink(JsonObject ledger, JsonArray entries)
    {
        Renumber(entries);
        var previous = LedgerHash.Origin;
        foreach (var entry in entries.Select(entry => entry!.AsObject()))
        {
            if (entry["payload"] is { } payload && (string?)entry["salt"] is { } salt)
            {
                entry["payloadDigest"] = LedgerHash.OfPayload(salt, CanonicalJson.Write(payload));
            }

            entry["previousHash"] = previous;
            entry["hash"] = previous = LedgerHash.OfText(string.Join(
                '\n', "sd1", (string?)ledger["stream"], entry["sequence"]!.ToString(), (string?)entry["type"], (string?)entry["at"], (string?)entry["actor"], (string?)entry["payloadDigest"], previous));
        }

        return CutHead(ledger, entries);
    }

    private static bool CutHead(JsonObject ledger, JsonArray entries)
    {
        var head = ledger["head"]!.AsObject();
        (head["sequence"], head["hash"], head["at"]) = (entries.Count, entries[^1]!["hash"]!.DeepClone(), entries[^1]!["at"]!.DeepClone());
        return true;
    }

    private bool Sign(JsonObject ledger)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var head = ledger["head"]!.AsObject();
        var text = string.Join('\n', "sd1-head", (string?)ledger["stream"], head["sequence"]!.GetValue<int>().ToString(CultureInfo.InvariantCulture), (string?)head["hash"], (string?)head["at"]);
        head["signature"] = System.Buffers.Text.Base64Url.EncodeToString(own.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        if (random.Next(2) == 0)
        {
            head["keyId"] = SigningKey.Thumbprint(own);
        }

        return true;
    }

    private bool Truncate(JsonObject ledger, JsonArray entries, int count)
    {
        for (; count > 0; count--)
        {
            entries.RemoveAt(entries.Count - 1);
        }

        return random.Next(3) == 0 || entries.Count == 0 || CutHead(ledger, entries);
    }

    private bool Insert(JsonObject ledger, JsonArray entries, int at, JsonObject entry)
    {
        entries.Insert(at, entry);
        return random.Next(2) == 0 || Relink(ledger, entries);
    }

    private bool Forge(JsonObject ledger, JsonArray entries, int at, JsonArray others)
    {
        var theirs = others[random.Next(others.Count)]!.DeepClone();
        if (random.Next(2) == 0)
        {
            entries[at] = theirs;
        }
        else
        {
            entries.Add(theirs);
        }

        return random.Next(2) == 0 || Relink(ledger, entries);
    }
}
