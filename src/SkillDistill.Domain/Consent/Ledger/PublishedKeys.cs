using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// The public keys that ever signed, as a JSON Web Key set (RFC 7517): what everybody needs to check a receipt. A key that is not what its id says is
/// no key of ours.
/// </summary>
public sealed record PublishedKeys(IReadOnlyDictionary<string, ECDsa> ById)
{
    public static JsonObject Write(IEnumerable<SigningKey> keys) => new() { ["keys"] = new JsonArray([.. keys.Select(Write)]) };

    public static PublishedKeys Of(IEnumerable<SigningKey> keys) => new(keys.ToDictionary(key => key.Id, key => key.Public()));

    /// <exception cref="JsonException">It is not a JSON Web Key set.</exception>
    public static PublishedKeys Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var known = new Dictionary<string, ECDsa>();
            foreach (var key in JsonNode.Parse(json.StartsWith("\uFEFF"u8) ? json[3..] : json)!["keys"]!.AsArray())
            {
                if ((string?)key!["kty"] == "EC" && (string?)key["crv"] == "P-256" && (string?)key["kid"] is { } id && Point(key) is { } point && SigningKey.Thumbprint(point) == id)
                {
                    known[id] = point;
                }
            }

            return new PublishedKeys(known);
        }
        catch (Exception broken) when (broken is InvalidOperationException or NullReferenceException)
        {
            throw new JsonException("Not a JSON Web Key set.", broken);
        }
    }

    private static JsonObject Write(SigningKey key)
    {
        using var point = key.Public();
        var (x, y) = SigningKey.Coordinates(point);
        return new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = x, ["y"] = y, ["kid"] = key.Id, ["use"] = "sig", ["alg"] = "ES256" };
    }

    private static ECDsa? Point(JsonNode key)
    {
        try
        {
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(key["x"]), Y = Bytes(key["y"]) } });
        }
        catch (Exception bad) when (bad is CryptographicException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] Bytes(JsonNode? text) => System.Buffers.Text.Base64Url.DecodeFromChars((string?)text ?? "");
}
