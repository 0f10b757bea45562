using System.Security.Cryptography;
using System.Text;
using SkillDistill.Domain;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>A digest of what a form showed when it was opened, so that a later save notices that somebody else was faster.</summary>
internal static class Seen
{
    public static string Of(params object?[] values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', values))))[..16];
}

internal sealed record ChangedMeanwhile : Refusal;
