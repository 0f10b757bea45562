using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.TeamSheets;

/// <summary>What a sheet of teams would do, and what is wrong with it.</summary>
internal sealed record TeamSheetView(IReadOnlyList<TeamChange> Changes, IReadOnlyList<SheetMistake> Mistakes) : ISheetView
{
    public bool DoesAnything => Changes.Any(change => change.What != TeamEffect.Same);

    /// <summary>Another one as soon as the sheet would do anything else than this.</summary>
    public string Digest => Seen.Of([.. Changes.Select(change => $"{change.Number} {change.What} {change.Name}\u001f{change.ParentName}\u001f{change.ManagerEmail}\u001f{change.ParentBefore}\u001f{change.ManagerBefore}")]);

    public int Count(TeamEffect what) => Changes.Count(change => change.What == what);
}

internal enum TeamEffect
{
    New,
    Changed,
    Same,
}

/// <param name="Team">Of a new one an id that holds in this view alone.</param>
/// <param name="Parent">The team above, there or new.</param>
/// <param name="ParentName">As the sheet calls it; empty for none.</param>
/// <param name="ParentBefore">As a sheet would call it; empty for none, and for a new team.</param>
internal sealed record TeamChange(int Number, TeamEffect What, Id<Team> Team, string Name, Id<Team>? Parent, Id<Person>? Manager, string ParentName, string ManagerEmail, string ParentBefore, string ManagerBefore);
