using Microsoft.AspNetCore.Identity;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.People;

/// <summary>How a <see cref="Person"/> signs in. It shares the person's key, and holds nothing about them but what signing in needs.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Id<Person> PersonId { get; private set; }

    public static Account For(Person person) => new() { Id = person.Id.Value, PersonId = person.Id, UserName = person.Email, Email = person.Email, EmailConfirmed = true, LockoutEnabled = true };
}
