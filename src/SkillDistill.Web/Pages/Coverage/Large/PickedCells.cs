using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>Which lines of a large team an address picks. It picks among those that are shown anyway; no number is reckoned anew.</summary>
/// <param name="Skills">Null for all.</param>
/// <param name="State">Null for all.</param>
internal sealed record PickedCells(IReadOnlyCollection<Id<Skill>>? Skills, CoverageState? State)
{
    public static readonly PickedCells All = new(null, null);

    public static readonly PickedCells AllSinglePoints = new(null, CoverageState.SinglePointOfFailure);

    public bool AreAll => Skills is null && State is null;

    public bool Include(ShownCell line) => Skills?.Contains(line.SkillId) != false && (State is null || line.State == State);
}

internal static class PickingCells
{
    public static IQueryable<CoverageCell> Picked(this IQueryable<CoverageCell> cells, PickedCells picked)
    {
        var some = picked.Skills is { } skills ? cells.Where(cell => skills.Contains(cell.SkillId)) : cells;
        return picked.State is { } state ? some.Where(cell => cell.State == state) : some;
    }
}
