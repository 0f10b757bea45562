using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>What goes along when one skill becomes part of another. Whose levels and cards do is nobody's business here, and not even counted.</summary>
/// <param name="Names">By which the other one is found from then on.</param>
/// <param name="Targets">All of the skill, of whichever team.</param>
/// <param name="TargetsInTheWay">Those of them that go, since the other one has a target for the same team from the same day on.</param>
/// <param name="Below">The skills that stand below it.</param>
internal sealed record SkillMerge(Skill From, Skill Into, IReadOnlyList<SkillLabel> Names, int Targets, int TargetsInTheWay, int Below);
