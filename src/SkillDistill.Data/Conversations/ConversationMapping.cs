using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Conversations;

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(conversation => conversation.Title).HasMaxLength(Conversation.TitleLength);
        builder.Property(conversation => conversation.TurnCount).IsConcurrencyToken();
        builder.HasIndex(conversation => new { conversation.AskerId, conversation.LastAskedAt });
        builder.HasMany(conversation => conversation.Turns).WithOne().HasForeignKey(turn => turn.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(conversation => conversation.AskerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agent>().WithMany().HasForeignKey(conversation => conversation.AgentId).OnDelete(DeleteBehavior.Cascade);
    }
}
