using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>
/// The section "Organisation" of the settings: who answers for the data, as it stands in every receipt. What is left empty is said to be missing;
/// nothing is made up.
/// </summary>
public sealed class OrganisationOptions
{
    public const string Section = "Organisation";

    private const int Longest = 400;

    /// <summary>The legal name of the controller.</summary>
    [MaxLength(Longest)]
    public string? Name { get; set; }

    /// <summary>How the controller is reached: an e-mail address, a web address or a telephone number.</summary>
    [MaxLength(Longest)]
    public string? Contact { get; set; }

    /// <summary>The postal address of the controller, in one line.</summary>
    [MaxLength(Longest)]
    public string? Address { get; set; }

    /// <summary>Whose law applies: a country as in ISO 3166-1 (two capital letters), or EU.</summary>
    public string? Jurisdiction { get; set; }

    /// <summary>Where the database and its backups are: a country as in ISO 3166-1, or a place in words.</summary>
    [MaxLength(Longest)]
    public string? StorageLocation { get; set; }

    /// <summary>The supervisory authority to complain to, by name.</summary>
    [MaxLength(Longest)]
    public string? Authority { get; set; }

    /// <summary>How that authority is reached.</summary>
    [MaxLength(Longest)]
    public string? AuthorityContact { get; set; }

    /// <summary>Whom people turn to about their data: the privacy officer's e-mail or web address.</summary>
    [MaxLength(Longest)]
    public string? PrivacyContact { get; set; }

    /// <summary>Where consent is withdrawn. Empty for the consent page of this installation, at the address by which it is opened.</summary>
    public Uri? WithdrawalAddress { get; set; }

    /// <summary>Takes over what is empty here.</summary>
    public void FillFrom(OrganisationOptions other)
    {
        (Name, Contact, Address) = (Either(Name, other.Name), Either(Contact, other.Contact), Either(Address, other.Address));
        (Jurisdiction, StorageLocation) = (Either(Jurisdiction, other.Jurisdiction), Either(StorageLocation, other.StorageLocation));
        (Authority, AuthorityContact) = (Either(Authority, other.Authority), Either(AuthorityContact, other.AuthorityContact));
        PrivacyContact = Either(PrivacyContact, other.PrivacyContact);
    }

    private static string? Either(string? own, string? other) => string.IsNullOrWhiteSpace(own) ? other : own;
}

/// <summary>Says which setting is wrong and what it should be.</summary>
internal sealed class OrganisationOptionsCheck : IValidateOptions<OrganisationOptions>
{
    public ValidateOptionsResult Validate(string? name, OrganisationOptions options)
    {
        if (!string.IsNullOrEmpty(options.Jurisdiction) && !Countries.IsCountryOrUnion(options.Jurisdiction))
        {
            return ValidateOptionsResult.Fail("Organisation:Jurisdiction must be a country's two capital letters as in ISO 3166-1, such as DE, or EU.");
        }

        return options.WithdrawalAddress is { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") }
            ? ValidateOptionsResult.Fail("Organisation:WithdrawalAddress must be an absolute http or https address.")
            : ValidateOptionsResult.Success;
    }
}
