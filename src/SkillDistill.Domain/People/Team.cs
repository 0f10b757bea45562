namespace SkillDistill.Domain.People;

/// <summary>A node in the one team tree of the organisation. Its manager also manages every team below it.</summary>
public sealed class Team
{
    public const int NameLength = 120;

    private Team()
    {
    }

    public Id<Team> Id { get; private set; }

    public string Name { get; private set; } = "";

    public Id<Team>? ParentId { get; private set; }

    public Id<Person>? ManagerId { get; private set; }

    /// <summary>Since when it is no more. Nothing finds it from then on; what was decided about it and its history are kept, and with them the row.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public static Team Form(string name, Id<Team>? parent) => new() { Id = Id<Team>.New(), Name = name.ToPlainLine(), ParentId = parent };

    public Outcome<Team> Rename(string name)
    {
        name = (name ?? "").ToPlainLine();
        if (name.Length is 0 or > NameLength)
        {
            return new TeamNameMissing(NameLength);
        }

        // What it is called already it may be called on.
        if (name != Name && IsWay(name))
        {
            return new TeamNameIsWay();
        }

        Name = name;
        return this;
    }

    /// <summary>Whether it reads as a way of several teams, "Company / Platform", as sheets write it. A stroke within a word, as in "R/D", does not.</summary>
    public static bool IsWay(string name) => name.Split('/') is { Length: > 1 } parts && Array.Exists(parts, part => part.Length == 0 || char.IsWhiteSpace(part[0]) || char.IsWhiteSpace(part[^1]));

    /// <summary>Puts the team, with all below it, under another one, or at the root.</summary>
    /// <param name="tree">The tree as it stands, to see that no team ends up below itself.</param>
    public Outcome<Team> MoveBelow(Id<Team>? parent, TeamTree tree)
    {
        if (tree.Lineage(parent).Contains(Id))
        {
            return new TeamBelowItself();
        }

        ParentId = parent;
        return this;
    }

    /// <summary>Where the tree as a whole has been looked at: see <see cref="TeamTree.Rearrange"/>.</summary>
    internal void Place(Id<Team>? parent) => ParentId = parent;

    /// <param name="people">How many are in it, those who left included.</param>
    /// <param name="tree">The tree as it stands: nothing is left hanging below what is gone.</param>
    public Outcome<Team> Remove(int people, TeamTree tree, DateTimeOffset now)
    {
        if (people > 0 || tree.Below(Id).Any())
        {
            return new TeamNotEmpty();
        }

        RemovedAt = now;
        return this;
    }

    public void Appoint(Id<Person>? manager) => ManagerId = manager;
}

public sealed record TeamNameMissing(int Limit) : Refusal
{
    public override string? Field => nameof(Team.Name);

    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record TeamBelowItself : Refusal
{
    public override string? Field => nameof(Team.ParentId);
}

public sealed record TeamNameIsWay : Refusal
{
    public override string? Field => nameof(Team.Name);
}

public sealed record TeamNameTaken : Refusal
{
    public override string? Field => nameof(Team.Name);
}

public sealed record TeamNotEmpty : Refusal;
