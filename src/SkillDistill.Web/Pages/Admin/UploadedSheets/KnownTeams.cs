using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Admin.UploadedSheets;

/// <summary>Teams by what a sheet may call them: their name, or the way to them from the top, "Company / Platform".</summary>
internal sealed class KnownTeams
{
    private readonly Dictionary<Id<Team>, Team> _teams;
    private readonly TeamTree _tree;
    private readonly ILookup<string, Id<Team>> _byName;
    private readonly Lazy<ILookup<string, Id<Team>>> _byWay;

    public KnownTeams(IReadOnlyList<Team> teams)
    {
        (_teams, _tree) = (teams.ToDictionary(team => team.Id), new TeamTree(teams));
        _byName = teams.ToLookup(team => team.Name, team => team.Id, StringComparer.OrdinalIgnoreCase);
        _byWay = new(() => teams.ToLookup(team => Spaced(LongWay(team.Id)), team => team.Id, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>All teams that are called so; none for an empty name.</summary>
    public IReadOnlyList<Id<Team>> Called(string words) =>
        words.Length == 0 ? [] : _byName[words].ToList() is { Count: > 0 } byName ? byName : [.. _byWay.Value[Spaced(words)]];

    /// <summary>The name, or the way where others are called the same; empty for one that is gone.</summary>
    public string Way(Id<Team> team) => !_teams.TryGetValue(team, out var known) ? "" : _byName[known.Name].Count() == 1 ? known.Name : LongWay(team);

    private static string Spaced(string words) => string.Join(" / ", words.Split('/').Select(part => part.Trim()));

    private string LongWay(Id<Team> team) => string.Join(" / ", _tree.Lineage(team).Reverse().Select(id => _teams[id].Name));
}
