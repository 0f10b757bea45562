using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.People;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.People;

/// <summary>The first start asks for an admin and nothing else. As soon as anybody has an account, it is over for good.</summary>
internal sealed class FirstStart(SkillDistillDb db, UserManager<Account> accounts, TimeProvider clock)
{
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken) => !await db.Users.AnyAsync(cancellationToken);

    /// <returns>The admin's account, or what is wrong with the name, the address or the password.</returns>
    public async Task<(Account? Account, Refusal? Refusal, IdentityResult? Result)> CreateAdminAsync(
        string name, string email, string password, CancellationToken cancellationToken)
    {
        var joined = Person.Join(name, email, "", null, clock.GetUtcNow());
        if (joined.Refused(out var refusal))
        {
            return (null, refusal, null);
        }

        // Serializable: of two people who open a new installation at once, one becomes its admin.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (!await IsDueAsync(cancellationToken))
        {
            return (null, new AlreadyStarted(), null);
        }

        joined.Value.MakeAdmin();
        db.People.Add(joined.Value);
        var account = Account.For(joined.Value);
        var result = await accounts.CreateAsync(account, password);
        if (result.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return (result.Succeeded ? account : null, null, result);
    }
}

internal sealed record AlreadyStarted : Refusal;
