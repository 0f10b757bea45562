using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Interviews;

internal sealed class FieldQuoteMapping : IEntityTypeConfiguration<FieldQuote>
{
    public void Configure(EntityTypeBuilder<FieldQuote> builder)
    {
        builder.HasKey(quote => new { quote.CardId, quote.Field, quote.Ordinal });
        builder.Property(quote => quote.Proposal).HasMaxLength(ProposedCard.KeyLength);
        builder.Property(quote => quote.Part).HasMaxLength(InterviewAnswer.SlotLength);
        builder.HasOne<Card>().WithMany().HasForeignKey(quote => quote.CardId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<InterviewAnswer>().WithMany().HasForeignKey(quote => quote.AnswerId).OnDelete(DeleteBehavior.Cascade);
    }
}
