using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

internal sealed class CardRevisionMapping : IEntityTypeConfiguration<CardRevision>
{
    public void Configure(EntityTypeBuilder<CardRevision> builder)
    {
        builder.HasIndex(revision => new { revision.CardId, revision.Number }).IsUnique();
        builder.ComplexProperty(revision => revision.Text, text =>
        {
            text.Property(words => words.Kind).HasColumnName("kind");
            text.Property(words => words.Title).HasColumnName("title").HasMaxLength(CardText.TitleLength);
            text.Property(words => words.Situation).HasColumnName("situation").HasMaxLength(CardText.FieldLength);
            text.Property(words => words.Action).HasColumnName("action").HasMaxLength(CardText.FieldLength);
            text.Property(words => words.Reason).HasColumnName("reason").HasMaxLength(CardText.FieldLength);
            text.Property(words => words.Threshold).HasColumnName("threshold").HasMaxLength(CardText.FieldLength);
            text.Property(words => words.Exception).HasColumnName("exception").HasMaxLength(CardText.FieldLength);
            text.Property(words => words.Falsifier).HasColumnName("falsifier").HasMaxLength(CardText.FieldLength);
            text.Property(words => words.Case).HasColumnName("case_text").HasMaxLength(CardText.FieldLength);
            text.Property(words => words.CaseDate).HasColumnName("case_date");
            text.Property(words => words.AskInstead).HasColumnName("ask_instead").HasMaxLength(CardText.FieldLength);
        });
    }
}
