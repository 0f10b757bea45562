using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Profiles.Indexing;

/// <summary>
/// Whatever changes what an owner shows, or whom, leaves a note for the index in the same transaction, wherever in the product it is changed. What is changed by a statement, past the change tracker, only ever
/// takes away, and takes the index's rows along: see <see cref="Consent.ClearAfterWithdrawal"/> and the foreign keys.
/// </summary>
internal sealed class NoteIndexingDue : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Note(DbContext? db)
    {
        if (db is null)
        {
            return;
        }

        // Once: looking through the tracker again for each would compare everything each time.
        var tracked = db.ChangeTracker.Entries().Where(entry => entry.Entity is Card or CardSkill or Agent or Domain.Consent.Consent or Skill or SkillLabel).ToList();
        var cards = tracked.Where(entry => entry.Entity is Card).ToDictionary(entry => ((Card)entry.Entity).Id);
        var known = tracked.Where(entry => entry is { Entity: Skill, State: not EntityState.Added }).Select(entry => ((Skill)entry.Entity).Id).ToHashSet();
        var changed = tracked.Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        db.AddRange([
            .. changed.Select(entry => Owner(entry, cards)).OfType<Id<Person>>().Distinct().Select(IndexingDue.Of),
            .. changed.Select(Labelled).OfType<Id<Skill>>().Distinct().Where(known.Contains).Select(IndexingDue.Of)]);
    }

    private static Id<Person>? Owner(EntityEntry entry, Dictionary<Id<Card>, EntityEntry> cards) => entry.Entity switch
    {
        Card card when WasOrIsAccepted(entry) => card.OwnerId,
        CardSkill tag when cards.TryGetValue(tag.CardId, out var card) && WasOrIsAccepted(card) => ((Card)card.Entity).OwnerId,
        Agent agent when entry.State == EntityState.Added || entry.Property(nameof(Agent.PublishedVersionId)).IsModified => agent.OwnerId,
        Domain.Consent.Consent { Purpose: Purpose.HoldProfile or Purpose.DistilAgent or Purpose.AnswerColleagues } consent => consent.SubjectId,
        _ => null,
    };

    /// <summary>Drafts are in no index.</summary>
    private static bool WasOrIsAccepted(EntityEntry entry) =>
        ((Card)entry.Entity).Status == CardStatus.Accepted || (entry.State != EntityState.Added && entry.Property(nameof(Card.Status)).OriginalValue is CardStatus.Accepted);

    private static Id<Skill>? Labelled(EntityEntry entry) =>
        entry.Entity is SkillLabel && entry.Metadata.FindOwnership() is { } ownership ? entry.Property(ownership.Properties[0].Name).CurrentValue as Id<Skill>? : null;
}
