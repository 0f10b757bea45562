using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.PeopleSheets;

/// <summary>What a sheet of people would do, and what is wrong with it.</summary>
internal sealed record PeopleSheetView(IReadOnlyList<PersonChange> Changes, IReadOnlyList<SheetMistake> Mistakes) : ISheetView
{
    public bool DoesAnything => Changes.Any(change => change.What != PersonEffect.Same);

    /// <summary>Another one as soon as the sheet would do anything else than this.</summary>
    public string Digest => Seen.Of([.. Changes.Select(change => $"{change.Number} {change.What} {change.TeamId}\u001f{change.Line}\u001f{change.Before}")]);

    public int Count(PersonEffect what) => Changes.Count(change => change.What == what);
}

internal enum PersonEffect
{
    /// <summary>Leaves, whatever else the line changes.</summary>
    Leaves,

    /// <summary>Is back, whatever else the line changes.</summary>
    Returns,

    New,

    /// <summary>Another name, title or team.</summary>
    Changed,

    Same,
}

/// <param name="TeamName">As a sheet calls it; empty for none.</param>
/// <param name="Before">Null for somebody new.</param>
internal sealed record PersonChange(PersonEffect What, PersonLine Line, Id<Team>? TeamId, string TeamName, KnownPerson? Before)
{
    public int Number => Line.Number;
}

/// <summary>What is known of somebody who is there.</summary>
/// <param name="TeamName">As a sheet calls it; empty for none.</param>
internal sealed record KnownPerson(Id<Person> Id, string Name, string Email, string Title, Id<Team>? TeamId, string TeamName, bool IsAdmin, bool IsHere);
