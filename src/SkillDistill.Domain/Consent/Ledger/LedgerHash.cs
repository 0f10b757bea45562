using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// The two digests that make the ledger provable, as lower-case hexadecimal SHA-256:
/// of a payload, over the salt's bytes followed by its canonical JSON; of an entry, over its fields joined by line feeds, which none of them holds.
/// </summary>
public static class LedgerHash
{
    /// <summary>What the first entry of a stream is chained to.</summary>
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string EntryScheme = "sd1";

    public static string OfPayload(string salt, string payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(IsHexadecimal(salt) ? Convert.FromHexString(salt) : Encoding.UTF8.GetBytes(salt));
        hash.AppendData(Encoding.UTF8.GetBytes(payload));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string OfEntry(LedgerLine line) => OfText(string.Join('\n',
        EntryScheme, line.Stream, line.Sequence.ToString(CultureInfo.InvariantCulture), line.Type, line.At, line.Actor, line.PayloadDigest, line.PreviousHash));

    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static bool IsHexadecimal(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower);
}
