using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Interviews;

internal sealed class PutOffQuestionMapping : IEntityTypeConfiguration<PutOffQuestion>
{
    public void Configure(EntityTypeBuilder<PutOffQuestion> builder)
    {
        builder.HasKey(question => new { question.OwnerId, question.Key });
        builder.Property(question => question.Key).HasMaxLength(PutOffQuestion.KeyLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(question => question.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
