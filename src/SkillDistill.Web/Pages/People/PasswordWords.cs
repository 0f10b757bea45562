using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace SkillDistill.Web.Pages.People;

/// <summary>What is wrong with a password or account, in the reader's language.</summary>
internal sealed class PasswordWords(IStringLocalizer<PeopleText> text) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), length);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), uniqueChars);

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), email);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateEmail), userName);

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail));

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidEmail));

    public override IdentityError InvalidToken() => Error(nameof(InvalidToken));

    private IdentityError Error(string code, params object[] arguments) => new() { Code = code, Description = text[$"Account.{code}", arguments] };
}
