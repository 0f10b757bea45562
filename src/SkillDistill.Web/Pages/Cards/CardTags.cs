using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>What stands beside a card's title.</summary>
/// <param name="CameAbout">Whether it is stale because what it held until has come about.</param>
/// <param name="AudienceName">The team's name, or how many people are named; empty where the scope says all.</param>
internal sealed record CardTags(CardKind Kind, CardStatus Status, AudienceScope Scope, string AudienceName, bool IsStale, bool CameAbout);
