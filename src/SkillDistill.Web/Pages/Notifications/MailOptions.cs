using System.ComponentModel.DataAnnotations;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SkillDistill.Web.Pages.Notifications;

/// <summary>The section "Mail" of the settings: through which server digests are sent. Without a host nothing is.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender's address, with or without a name before it.</summary>
    public string From { get; set; } = "";

    /// <summary>The address under which people open the application; it stands in every mail.</summary>
    public Uri? Site { get; set; }

    public bool IsOn => Host.Length > 0;

    internal SecureSocketOptions Socket => Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}

/// <summary>How the way to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Not at all; for a server on the same machine.</summary>
    None,

    /// <summary>Begun openly, and turned to TLS before anything is said (RFC 3207). A server that cannot is refused.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>Says which setting is wrong and what it should be.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    private static readonly ParserOptions Strictly = new() { AllowAddressesWithoutDomain = false };

    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        !options.IsOn ? ValidateOptionsResult.Success
        : !MailboxAddress.TryParse(Strictly, options.From, out _) ? ValidateOptionsResult.Fail("Mail:From must be an e-mail address, such as skills@example.org, while Mail:Host is set.")
        : options.Site is not { IsAbsoluteUri: true, Scheme: "http" or "https" } ? ValidateOptionsResult.Fail("Mail:Site must be the http or https address under which people open SkillDistill, while Mail:Host is set.")
        : options.User.Length > 0 && options.Security == MailSecurity.None ? ValidateOptionsResult.Fail("Mail:Security must be StartTls or Tls where Mail:User is set, or the password would go openly.")
        : ValidateOptionsResult.Success;
}
