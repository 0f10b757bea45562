using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Who may see a card, as it is chosen in a form.</summary>
internal sealed class AudienceForm
{
    public AudienceScope Scope { get; set; }

    public Guid? Team { get; set; }

    public List<Guid> People { get; set; } = [];

    public string? PeopleQuery { get; set; }

    public static AudienceForm Of(Audience audience) => new() { Scope = audience.Scope, Team = audience.TeamKey, People = [.. audience.PeopleKeys] };
}

/// <summary>The form with everything there is to choose from.</summary>
/// <param name="Prefix">The name of the bound property that holds the form.</param>
internal sealed record AudienceOffer(string Prefix, AudienceForm Form, IReadOnlyList<Pick> Teams, Picker People);
