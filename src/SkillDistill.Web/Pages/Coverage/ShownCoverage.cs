using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>The rows and columns of a team's coverage that a filter leaves. All numbers are the view's.</summary>
internal sealed class ShownCoverage
{
    /// <summary>From so many columns on cells are small unless the address says otherwise.</summary>
    public const int ManyColumns = 24;

    private readonly MonthByMonth _months;

    public ShownCoverage(CoverageView view, CoverageFilter filter, MonthByMonth months)
    {
        (View, Filter, _months) = (view, filter, months);
        Lines = [.. view.Lines.Where(Fits)];
        var known = Lines.Select(line => line.SkillId).ToHashSet();
        var byLine = filter.State is not null || filter.Fresh is not null;
        var lines = byLine ? Lines.Select(line => (line.TeamId, line.SkillId)).ToHashSet() : null;
        Months = filter.Horizon == Horizon.Now ? months.Told(month => Fits(month.SkillId) && lines?.Contains((month.TeamId, month.SkillId)) != false) : [];
        Columns = [.. view.Columns.Select(group => new SkillGroup(group.Label, [.. group.Skills.Where(skill => byLine ? known.Contains(skill) : Fits(skill))])).Where(group => group.Skills.Count > 0)];
        Skills = [.. Columns.SelectMany(group => group.Skills)];
        People = filter.Picture == CoveragePicture.Teams || Columns.Count == 0 ? [] : [.. view.People.Where(person => filter.Title is not { } title || person.JobTitle == title)];
        Teams = [view.TeamId, .. view.Teams];
    }

    public CoverageView View { get; }

    public CoverageFilter Filter { get; }

    /// <summary>The day of which everything is said, in UTC: today, or the horizon's.</summary>
    public required DateOnly On { get; init; }

    public IReadOnlyList<CoverageLine> Lines { get; }

    public IReadOnlyList<SkillGroup> Columns { get; }

    /// <summary>The columns without their groups.</summary>
    public IReadOnlyList<Id<Skill>> Skills { get; }

    /// <summary>Those whose row the heatmap shows: nobody where it is about teams, or has no column.</summary>
    public IReadOnlyList<Member> People { get; }

    /// <summary>The team itself and those directly below it.</summary>
    public IReadOnlyList<Id<Team>> Teams { get; }

    /// <summary>How many targets stood how when each month began, as far as they are shown; nothing where another day is looked at.</summary>
    public IReadOnlyList<StandingOfMonth> Months { get; }

    /// <summary>The same with how they stand now.</summary>
    public ToldMonths Told => new(View.TeamName, Months, Standing.Of(Lines.Select(line => line.State)), On);

    public bool IsDense => Filter.Dense ?? Skills.Count > ManyColumns;

    /// <summary>Whoever the page shows by name.</summary>
    public IEnumerable<Id<Person>> Named => People.Concat(Lines.Concat(View.SinglePoints).SelectMany(line => line.Named)).Select(person => person.PersonId).Distinct();

    /// <summary>The address of what is shown, in parts.</summary>
    public IDictionary<string, string?> Routes => Filter.Routes(View.TeamId);

    /// <summary>Null where it is covered, nothing is kept, or another day is looked at.</summary>
    public Since? Since(CoverageLine line) => Filter.Horizon == Horizon.Now ? _months.Since(line) : null;

    private bool Fits(CoverageLine line) => Fits(line.SkillId)
        && (Filter.State is not { } state || line.State == state)
        && (Filter.Fresh is not { } fresh || Known(line) == fresh);

    private bool Fits(Id<Skill> skill) => Filter.Picks(View.Name(skill));

    private static KnownFreshness Known(CoverageLine line) => line.UnnamedFresh > 0 || line.Confirmed(isFresh: true).Any() ? KnownFreshness.Fresh
        : line.Confirmed(isFresh: false).Any() ? KnownFreshness.Past : KnownFreshness.Unknown;
}

/// <summary>Skills under their broader one, whose name is empty where they have none.</summary>
internal sealed record SkillGroup(string Label, IReadOnlyList<Id<Skill>> Skills);

/// <summary>How many targets stood how when each month began, and how they stand now.</summary>
/// <param name="On">The day that is now, in UTC.</param>
internal sealed record ToldMonths(string TeamName, IReadOnlyList<StandingOfMonth> Months, Standing Now, DateOnly On);
