using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// The signature over a document as a whole, so that no word of it can be changed unseen: of a receipt, who the controller is, what is prohibited and until when it holds, around a
/// ledger that is right. Over the kind of document and the SHA-256 of the document without this member, as canonical JSON.
/// </summary>
public static class DocumentSeal
{
    public const string Member = "sd:seal";

    /// <summary>A receipt of consent.</summary>
    public const string Receipt = "sd1-receipt";

    /// <summary>A statement of credit.</summary>
    public const string Credit = "sd1-credit";

    /// <param name="kind">What is sealed, so that a seal of one kind is none of another.</param>
    public static void Put(JsonObject document, string kind, ECDsa key, string keyId) =>
        document[Member] = new JsonObject { ["keyId"] = keyId, ["signature"] = LedgerSignature.Sign(key, Text(document, kind)) };

    internal static bool Holds(JsonObject document, string kind, PublishedKeys keys)
    {
        try
        {
            return document[Member] is JsonObject { Count: 2 } seal
                && (string?)seal["keyId"] is { } keyId
                && (string?)seal["signature"] is { } signature
                && keys.ById.TryGetValue(keyId, out var key)
                && LedgerSignature.IsValid(key, Text(document, kind), signature);
        }
        catch (Exception unlike) when (unlike is NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Text(JsonObject document, string kind)
    {
        var signed = (JsonObject)document.DeepClone();
        signed.Remove(Member);
        return $"{kind}\n{LedgerHash.OfText(CanonicalJson.Write(signed))}";
    }
}
