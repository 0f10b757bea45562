using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Profiles;

/// <summary>That what an owner shows has changed, or a skill's labels, so that the index is to be looked after. Written in the transaction of the change, so that no crash forgets it.</summary>
public sealed class IndexingDue
{
    private IndexingDue()
    {
    }

    public Id<IndexingDue> Id { get; private set; }

    public Id<Person>? OwnerId { get; private set; }

    public Id<Skill>? SkillId { get; private set; }

    public static IndexingDue Of(Id<Person> owner) => new() { Id = Id<IndexingDue>.New(), OwnerId = owner };

    public static IndexingDue Of(Id<Skill> skill) => new() { Id = Id<IndexingDue>.New(), SkillId = skill };
}
