using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage;

/// <summary>A part of a team's coverage that a manager comes back to, by a name of their own. It is theirs alone, and holds how to look and nothing of what is seen.</summary>
public sealed class SavedView
{
    public const int NameLength = 60;

    /// <summary>The longest address that can be kept: a search in letters that an address writes in nine signs each, and the rest.</summary>
    public const int AddressLength = 2_000;

    /// <summary>So many somebody has at most.</summary>
    public const int Most = 20;

    private SavedView()
    {
    }

    public Id<SavedView> Id { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    public Id<Team> TeamId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What follows the path, from the question mark on.</summary>
    public string Address { get; private set; } = "";

    public DateTimeOffset KeptAt { get; private set; }

    /// <param name="others">All that the owner has already.</param>
    public static Outcome<SavedView> Keep(Id<Person> owner, Id<Team> team, string? name, string address, IReadOnlyCollection<SavedView> others, DateTimeOffset now)
    {
        if (address.Length > AddressLength)
        {
            throw new ArgumentException("Longer than any that coverage makes.", nameof(address));
        }

        return others.Count >= Most ? new TooManySavedViews(Most) : new SavedView { Id = Id<SavedView>.New(), OwnerId = owner, TeamId = team, Address = address, KeptAt = now }.Rename(name, others);
    }

    /// <param name="others">All that the owner has, this one or not.</param>
    public Outcome<SavedView> Rename(string? name, IReadOnlyCollection<SavedView> others)
    {
        var line = (name ?? "").ToPlainLine();
        if (line.Length is 0 or > NameLength)
        {
            return new SavedViewNameOutOfRange(NameLength);
        }

        if (others.Any(other => other.Id != Id && string.Equals(other.Name, line, StringComparison.OrdinalIgnoreCase)))
        {
            return new SavedViewNameTaken(line);
        }

        Name = line;
        return this;
    }
}

public sealed record SavedViewNameOutOfRange(int Longest) : Refusal
{
    public override string? Field => nameof(SavedView.Name);

    public override IReadOnlyList<object> Arguments => [Longest];
}

public sealed record SavedViewNameTaken(string Name) : Refusal
{
    public override string? Field => nameof(SavedView.Name);

    public override IReadOnlyList<object> Arguments => [Name];
}

public sealed record TooManySavedViews(int Most) : Refusal
{
    public override string? Field => nameof(SavedView.Name);

    public override IReadOnlyList<object> Arguments => [Most];
}
