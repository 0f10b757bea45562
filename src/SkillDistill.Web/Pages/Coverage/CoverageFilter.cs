using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>
/// Which rows and columns of a team's coverage are looked at, as the address says it. It picks among what is shown anyway: no number about unnamed people is ever reckoned anew over fewer
/// of them, or a filter would be a way to subtract.
/// </summary>
internal sealed record CoverageFilter
{
    public const int TextLength = 80;

    /// <summary>The group of the skills that are in none.</summary>
    public static readonly Id<Skill> Other = new(Guid.Empty);

    public CoveragePicture Picture { get; set; }

    /// <summary>How far ahead, in months: now, 6 or 18. It leaves nothing out.</summary>
    public Horizon Horizon { get; set; }

    /// <summary>The broader skill whose skills are shown; the empty one (<see cref="Other"/>) for those that have none.</summary>
    public Id<Skill>? Group { get; set; }

    public CoverageState? State { get; set; }

    public KnownFreshness? Fresh { get; set; }

    /// <summary>The job title of those named whose rows are shown.</summary>
    public string? Role { get; set; }

    /// <summary>What a skill's name, or that of its broader skill, contains.</summary>
    public string? Q { get; set; }

    /// <summary>Small cells, so that more is seen at once; null where the size of the picture decides.</summary>
    public bool? Dense { get; set; }

    /// <summary>Whether anything is left out.</summary>
    public bool LeavesOut => Group is not null || State is not null || Fresh is not null || Words(Role) is not null || Words(Q) is not null;

    public string? Text => Words(Q);

    public string? Title => Words(Role);

    /// <summary>Whether a skill is of the group asked for, and has the words in its name or that of its group.</summary>
    public bool Picks(SkillName skill) => (Group is not { } group || (skill.BroaderId ?? Other) == group)
        && (Text is not { } text || $"{skill.Label}\n{skill.Broader}".Contains(text, StringComparison.CurrentCultureIgnoreCase));

    /// <summary>The same as an address, without what it leaves open.</summary>
    public string Address(Id<Team> team)
    {
        var query = new QueryBuilder { { "team", team.ToString() } };
        foreach (var (name, value) in Parts().Where(part => part.Value is not null))
        {
            query.Add(name, value!);
        }

        return query.ToString();
    }

    /// <summary>What the address of another page says of the day: the last part of one that is written out, nothing where it is now.</summary>
    public string HorizonPart => Horizon.Ahead() is { } months ? $"&horizon={months}" : "";

    /// <summary>The same as the parts of a route.</summary>
    public Dictionary<string, string?> Routes(Id<Team> team) => Parts().Where(part => part.Value is not null).Append(("team", team.ToString())).ToDictionary(part => part.Item1, part => part.Item2);

    /// <summary>What another kind of picture looks at as well.</summary>
    public CoverageFilter WithoutPicture() => this with { Picture = default, Dense = null };

    /// <summary>With other parts, for a link beside it.</summary>
    public CoverageFilter With(CoveragePicture? picture = null, bool? dense = null) => this with { Picture = picture ?? Picture, Dense = dense ?? Dense };

    /// <summary>The parts by which it leaves something out or is another picture; null where it does not.</summary>
    public IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("picture", Picture == CoveragePicture.People ? null : Picture.ToString()),
        ("horizon", Horizon.Ahead()?.ToString(CultureInfo.InvariantCulture)),
        ("group", Group?.ToString()),
        ("state", State?.ToString()),
        ("fresh", Fresh?.ToString()),
        ("role", Title),
        ("q", Text),
        ("dense", Dense?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string? Words(string? words) => words?.ToPlainLine() is { Length: > 0 } plain ? plain[..Math.Min(plain.Length, TextLength)].ToWellFormed() : null;
}

/// <summary>What stands in the rows of the heatmap.</summary>
internal enum CoveragePicture
{
    People,
    Teams,
}

/// <summary>What coverage knows of how fresh a line is.</summary>
internal enum KnownFreshness
{
    /// <summary>Somebody who is shown shares a card that is not past review.</summary>
    Fresh,

    /// <summary>Somebody does whose cards are all past review, and nobody a fresh one.</summary>
    Past,

    /// <summary>Nobody who is shown shares one.</summary>
    Unknown,
}
