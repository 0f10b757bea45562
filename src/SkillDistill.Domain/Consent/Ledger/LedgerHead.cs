using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// The end of a stream at one moment: what a receipt carries signed, so that its holder can show later that nothing before it was changed.
/// Signed with ECDSA on P-256 over SHA-256 (FIPS 186-5), the signature as r and s in 64 bytes, base64url without padding, as in RFC 7518, 3.4.
/// </summary>
public sealed record LedgerHead(string Stream, int Sequence, string Hash, string At)
{
    private const string Scheme = "sd1-head";

    public static LedgerHead Of(ConsentStream stream) => new(stream.Id.ToString(), stream.LastSequence, stream.LastHash, LedgerLine.Time(stream.LastAt));

    public string Sign(ECDsa key) => LedgerSignature.Sign(key, Text());

    public bool IsSignedBy(ECDsa key, string signature) => LedgerSignature.IsValid(key, Text(), signature);

    private string Text() => string.Join('\n', Scheme, Stream, Sequence.ToString(CultureInfo.InvariantCulture), Hash, At);
}

internal static class LedgerSignature
{
    public static string Sign(ECDsa key, string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public static bool IsValid(ECDsa key, string text, string signature)
    {
        var bytes = new byte[64];
        return System.Buffers.Text.Base64Url.IsValid(signature, out var length) && length == bytes.Length
            && System.Buffers.Text.Base64Url.TryDecodeFromChars(signature, bytes, out _)
            && System.Buffers.Text.Base64Url.EncodeToString(bytes) == signature
            && key.VerifyData(Encoding.UTF8.GetBytes(text), bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
