using System.Security.Cryptography;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// A key that vouches for the ledger. The public half is published and kept for ever, so that old receipts stay verifiable; the private half is kept
/// protected and is forgotten when the next key takes over.
/// </summary>
public sealed class SigningKey
{
    private SigningKey()
    {
    }

    /// <summary>The thumbprint of the public key as a JSON Web Key, RFC 7638, base64url.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The public half as SubjectPublicKeyInfo (RFC 5280), base64.</summary>
    public string PublicKey { get; private set; } = "";

    /// <summary>The private half, protected by whoever stores it; null once retired.</summary>
    public string? ProtectedPrivateKey { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }

    /// <param name="key">A new key on P-256.</param>
    public static SigningKey Of(ECDsa key, Func<byte[], string> protect, DateTimeOffset now) => new()
    {
        Id = Thumbprint(key),
        PublicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        ProtectedPrivateKey = protect(key.ExportPkcs8PrivateKey()),
        CreatedAt = now,
    };

    public void Retire(DateTimeOffset now) => (ProtectedPrivateKey, RetiredAt) = (null, RetiredAt ?? now);

    public ECDsa Public()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
        return key;
    }

    /// <summary>RFC 7638: SHA-256 over the required members in lexical order, without blanks.</summary>
    public static string Thumbprint(ECDsa key)
    {
        var (x, y) = Coordinates(key);
        return System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
    }

    /// <summary>The point of the public key, each coordinate base64url, as a JSON Web Key writes it (RFC 7518, 6.2.1).</summary>
    public static (string X, string Y) Coordinates(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return (System.Buffers.Text.Base64Url.EncodeToString(point.X), System.Buffers.Text.Base64Url.EncodeToString(point.Y));
    }
}
