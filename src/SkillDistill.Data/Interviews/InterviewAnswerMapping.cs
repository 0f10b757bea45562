using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Data.People;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Data.Interviews;

internal sealed class InterviewAnswerMapping : IEntityTypeConfiguration<InterviewAnswer>
{
    public void Configure(EntityTypeBuilder<InterviewAnswer> builder)
    {
        builder.Property(answer => answer.Probe).HasMaxLength(InterviewAnswer.SlotLength);
        builder.Property(answer => answer.About).HasMaxLength(InterviewAnswer.SlotLength);
        builder.Property(answer => answer.Slot).HasMaxLength(InterviewAnswer.SlotLength);
        builder.Property(answer => answer.Parts).HasConversion(
            parts => JsonSerializer.Serialize(parts.Texts, PlainJson.Options),
            text => AnswerParts.From(JsonSerializer.Deserialize<Dictionary<string, string?>>(text, PlainJson.Options)!),
            new ValueComparer<AnswerParts>((one, other) => Equals(one, other), parts => parts.GetHashCode(), parts => parts));
        builder.Property(answer => answer.Dismissed).HasNames().HasMaxLength(200);
        builder.Property(answer => answer.Suggested).HasConversion(
            suggested => suggested == ModelSuggestions.None ? "" : JsonSerializer.Serialize(suggested, PlainJson.Options),
            text => text.Length == 0 ? ModelSuggestions.None : JsonSerializer.Deserialize<ModelSuggestions>(text, PlainJson.Options)!,
            new ValueComparer<ModelSuggestions>((one, other) => Equals(one, other), suggested => suggested.GetHashCode(), suggested => suggested));
        builder.Property(answer => answer.Revision).IsConcurrencyToken();
        builder.ComplexProperty(answer => answer.Audience, audience => audience.HasAudience());
        builder.HasOne<Interview>().WithMany().HasForeignKey(answer => answer.InterviewId).OnDelete(DeleteBehavior.Cascade);

        // Two windows that begin the same answer at once must not make two of it.
        builder.HasIndex(answer => new { answer.InterviewId, answer.Probe, answer.About, answer.Slot }).IsUnique();
    }
}
