namespace SkillDistill.Domain.People;

/// <summary>An employee. Everyone is one; admin and auditor are duties on top, and a manager is whoever a <see cref="Team"/> names.</summary>
public sealed class Person
{
    public const int NameLength = 120;
    public const int EmailLength = 254;
    public const int JobTitleLength = 120;

    private Person()
    {
    }

    public Id<Person> Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string JobTitle { get; private set; } = "";

    public Id<Team>? TeamId { get; private set; }

    public bool IsAdmin { get; private set; }

    public bool IsAuditor { get; private set; }

    public DateTimeOffset JoinedAt { get; private set; }

    public DateTimeOffset? DeactivatedAt { get; private set; }

    public static Outcome<Person> Join(string name, string email, string jobTitle, Id<Team>? team, DateTimeOffset now)
    {
        name = (name ?? "").ToPlainLine();
        email = (email ?? "").ToPlainLetters().Trim();
        if (name.Length is 0 or > NameLength)
        {
            return new NameMissing();
        }

        if (email.Length > EmailLength || !email.Contains('@', StringComparison.Ordinal))
        {
            return new EmailNotValid();
        }

        return new Person
        {
            Id = Id<Person>.New(),
            Name = name,
            Email = email.ToLowerInvariant(),
            JobTitle = (jobTitle ?? "").ToPlainLine(),
            TeamId = team,
            JoinedAt = now,
        };
    }

    public void MakeAdmin() => IsAdmin = true;

    public void MakeAuditor() => IsAuditor = true;

    /// <summary>Takes on or lays down both duties. That one admin remains is asked before, of everybody: see <see cref="LastAdmin"/>.</summary>
    public void TakeDuties(bool admin, bool auditor) => (IsAdmin, IsAuditor) = (admin, auditor);

    public void MoveTo(Id<Team>? team) => TeamId = team;

    public Outcome<Person> Describe(string name, string jobTitle)
    {
        name = (name ?? "").ToPlainLine();
        if (name.Length is 0 or > NameLength)
        {
            return new NameMissing();
        }

        (Name, JobTitle) = (name, (jobTitle ?? "").ToPlainLine());
        return this;
    }

    /// <summary>The person leaves, or is away for long: signed out at the next request, their agent out of reach, out of coverage. What they agreed to ends with it: see the consent stream.</summary>
    public void Deactivate(DateTimeOffset now) => DeactivatedAt ??= now;

    /// <summary>The person is back, with their cards as they left them, and decides anew about each use of them.</summary>
    public void Return() => DeactivatedAt = null;
}

public sealed record NameMissing : Refusal
{
    public override string? Field => nameof(Person.Name);
}

public sealed record EmailNotValid : Refusal
{
    public override string? Field => nameof(Person.Email);
}

/// <summary>The organisation would be left without an active admin.</summary>
public sealed record LastAdmin : Refusal;
