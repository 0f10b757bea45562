using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Pages.Consent.AfterLeaving;

/// <summary>
/// The secret part of an address with which somebody whose account is closed ends what goes on after they left. Nothing of it is stored, it does not
/// run out, and all it opens is the way to end.
/// </summary>
internal sealed class LeaverKey(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SkillDistill.Consent.AfterLeaving");

    /// <summary>The whole address. Not made by routing, which writes in lower case: the key is told by its capitals too.</summary>
    /// <param name="site">The address under which people open the application, ending in a slash.</param>
    public string Address(Uri site, Id<ConsentStream> stream) => $"{site}consent/after-leaving/{_protector.Protect(stream.ToString())}";

    /// <returns>Null where this is no key of ours.</returns>
    public Id<ConsentStream>? Read(string key)
    {
        try
        {
            return Id<ConsentStream>.TryParse(_protector.Unprotect(key), null, out var stream) ? stream : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
