using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// The signature over a receipt as a whole, so that its words (who the controller is, what is prohibited, until when it holds) cannot be changed unseen
/// around a ledger that is right: over the SHA-256 of the receipt without this member, as canonical JSON.
/// </summary>
public static class ReceiptSeal
{
    public const string Member = "sd:seal";

    private const string Scheme = "sd1-receipt";

    public static void Put(JsonObject receipt, ECDsa key, string keyId) =>
        receipt[Member] = new JsonObject { ["keyId"] = keyId, ["signature"] = LedgerSignature.Sign(key, Text(receipt)) };

    internal static bool Holds(JsonObject receipt, PublishedKeys keys)
    {
        try
        {
            return receipt[Member] is JsonObject { Count: 2 } seal
                && (string?)seal["keyId"] is { } keyId
                && (string?)seal["signature"] is { } signature
                && keys.ById.TryGetValue(keyId, out var key)
                && LedgerSignature.IsValid(key, Text(receipt), signature);
        }
        catch (Exception unlike) when (unlike is NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Text(JsonObject receipt)
    {
        var signed = (JsonObject)receipt.DeepClone();
        signed.Remove(Member);
        return $"{Scheme}\n{LedgerHash.OfText(CanonicalJson.Write(signed))}";
    }
}
