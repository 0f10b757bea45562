using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.People;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>
/// Lets somebody in: a person, an account without a password, and a link by which they set one themselves. The link works once, for a week, and
/// only until a newer one is made.
/// </summary>
internal sealed class InvitePerson(SkillDistillDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>As long as those that Identity makes.</summary>
    private const int StampBytes = 20;

    public async Task<Outcome<Person>> AddAsync(PersonForm form, CancellationToken cancellationToken)
    {
        var joined = Person.Join(form.Name ?? "", form.Email ?? "", form.JobTitle ?? "", form.TeamId, clock.GetUtcNow());
        if (joined.Refused(out _))
        {
            return joined;
        }

        var person = joined.Value;
        if (await db.People.AnyAsync(known => known.Email == person.Email, cancellationToken))
        {
            return new EmailTaken(person.Email);
        }

        person.TakeDuties(form.IsAdmin, form.IsAuditor);
        db.People.Add(person);
        try
        {
            // Saves the person too: account and person are one unit of work.
            var made = await accounts.CreateAsync(Account.For(person));
            return made.Succeeded ? person : made.Errors.Any(error => error.Code.StartsWith("Invalid", StringComparison.Ordinal)) ? new EmailNotValid() : new EmailTaken(person.Email);
        }
        catch (DbUpdateException)
        {
            return new EmailTaken(person.Email);
        }
    }

    /// <summary>Whether an account can be called so.</summary>
    public bool Takes(string email) => email.All(accounts.Options.User.AllowedUserNameCharacters.Contains) && new EmailAddressAttribute().IsValid(email);

    /// <summary>The account of somebody who joins together with others, and is invited later. Saved by the caller, who has asked <see cref="Takes"/> and that the address is free.</summary>
    public Account AccountOf(Person person)
    {
        var account = Account.For(person);
        account.NormalizedUserName = account.NormalizedEmail = accounts.NormalizeName(person.Email);
        account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(StampBytes));
        return account;
    }

    /// <returns>The token for a new link; links made before it stop working. Null where there is nobody to invite.</returns>
    public async Task<string?> LinkAsync(Id<Person> person)
    {
        if (await accounts.FindByIdAsync(person.Value.ToString()) is not { } account)
        {
            return null;
        }

        await accounts.UpdateSecurityStampAsync(account);
        return WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await accounts.GeneratePasswordResetTokenAsync(account)));
    }

    /// <returns>The account that this link is for, or null where the link is used, replaced, too old or was never one.</returns>
    public async Task<(Account? Account, string Token)> OpenAsync(Id<Person> person, string? link, CancellationToken cancellationToken)
    {
        var token = Decode(link);
        var isHere = await db.People.AnyAsync(known => known.Id == person && known.DeactivatedAt == null, cancellationToken);
        return isHere && await accounts.FindByIdAsync(person.Value.ToString()) is { } account
            && await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token)
            ? (account, token)
            : (null, "");
    }

    private static string Decode(string? link)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(link ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}

internal sealed record EmailTaken(string Email) : Refusal
{
    public override string? Field => nameof(Person.Email);

    public override IReadOnlyList<object> Arguments => [Email];
}
