using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.People;

/// <summary>Who does what is saved in this scope: the signed-in person, or nobody, as at the first start and by the clock.</summary>
public sealed class Actor
{
    public Id<Person>? Id { get; set; }
}
