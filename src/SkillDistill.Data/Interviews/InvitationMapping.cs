using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Interviews;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(invitation => invitation.Note).HasMaxLength(Invitation.NoteLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(invitation => invitation.FromId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(invitation => invitation.ToId).OnDelete(DeleteBehavior.Cascade);
    }
}
