using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Decisions;

internal sealed class DecisionCommentMapping : IEntityTypeConfiguration<DecisionComment>
{
    public void Configure(EntityTypeBuilder<DecisionComment> builder)
    {
        builder.HasIndex(comment => new { comment.DecisionId, comment.At });
        builder.HasOne<Decision>().WithMany().HasForeignKey(comment => comment.DecisionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(comment => comment.AuthorId).OnDelete(DeleteBehavior.Cascade);
    }
}
