using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.People;

/// <summary>An audience stands in the row it belongs to: scope, team, and the named people as a list that both stores can search.</summary>
internal static class AudienceMapping
{
    public static void HasAudience(this ComplexPropertyBuilder<Audience> audience)
    {
        audience.Property(value => value.Scope).HasColumnName("audience_scope");
        audience.Property(value => value.TeamKey).HasColumnName("audience_team");
        audience.PrimitiveCollection(value => value.PeopleKeys).HasColumnName("audience_people");
    }
}
