using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Profiles;

/// <summary>Turns cards that the reader may have into what the answering rooms need.</summary>
public static class CardMaterials
{
    /// <summary>The permitted cards, in the order of the query, with all labels of their skills in every language.</summary>
    public static Task<List<CardMaterial>> MaterialsAsync(this SkillDistillDb db, IQueryable<PermittedCard> permitted, CancellationToken cancellationToken) =>
        db.ReadAsync(permitted.Select(row => new Row(row.Card.Id, row.Revision.Id, row.Revision.Text, row.Card.Skills.Select(tag => tag.SkillId).ToList(), row.Card.ConfirmedAt, row.Card.ReviewBy, row.Card.CameAboutAt != null, db.OpenlyDisputed().Contains(row.Card.Id))), cancellationToken);

    /// <summary>The same, each with the agent it is of. Whether somebody disagrees with them is not asked.</summary>
    internal static async Task<IEnumerable<(Id<Agent> AgentId, CardMaterial Card)>> MaterialsOfAgentsAsync(this SkillDistillDb db, IQueryable<PermittedCard> permitted, CancellationToken cancellationToken)
    {
        var rows = await permitted.Select(row => new { row.AgentId, Row = new Row(row.Card.Id, row.Revision.Id, row.Revision.Text, row.Card.Skills.Select(tag => tag.SkillId).ToList(), row.Card.ConfirmedAt, row.Card.ReviewBy, false, false) }).AsNoTracking().ToListAsync(cancellationToken);
        return rows.Select(row => row.AgentId).Zip(await db.LabelledAsync(rows.ConvertAll(row => row.Row), cancellationToken));
    }

    /// <summary>The owner's own cards, by the revision given for each.</summary>
    public static Task<List<CardMaterial>> OwnMaterialsAsync(
        this SkillDistillDb db, IQueryable<OwnCard> own, CancellationToken cancellationToken) =>
        db.ReadAsync(own.Select(row => new Row(row.Card.Id, row.Revision.Id, row.Revision.Text, row.Card.Skills.Select(tag => tag.SkillId).ToList(), row.Card.ConfirmedAt, row.Card.ReviewBy, row.Card.CameAboutAt != null, db.OpenlyDisputed().Contains(row.Card.Id))), cancellationToken);

    /// <summary>The same cards, in the same order, each with its meaning to this encoder where it was reckoned.</summary>
    public static async Task<List<CardMaterial>> WithMeaningsAsync(this SkillDistillDb db, List<CardMaterial> cards, string encoder, CancellationToken cancellationToken)
    {
        var revisions = cards.ConvertAll(card => card.RevisionId);
        var meanings = await db.CardMeanings.AsNoTracking().Where(meaning => meaning.Encoder == encoder && revisions.Contains(meaning.RevisionId)).ToDictionaryAsync(meaning => meaning.RevisionId, cancellationToken);
        return cards.ConvertAll(card => card with { Meaning = meanings.GetValueOrDefault(card.RevisionId)?.ToMeaning() });
    }

    /// <summary>Cards that a colleague disagrees with, as long as their owner has not settled it.</summary>
    public static IQueryable<Id<Card>> OpenlyDisputed(this SkillDistillDb db) =>
        from card in db.DisputedCards
        join disagreement in db.Disagreements on card.DisagreementId equals disagreement.Id
        where disagreement.SettledAt == null
        select card.CardId;

    /// <summary>All that these skills are called, in every language.</summary>
    internal static async Task<Dictionary<Id<Skill>, List<string>>> LabelsAsync(this SkillDistillDb db, IEnumerable<Id<Skill>> skills, CancellationToken cancellationToken)
    {
        var wanted = skills.Distinct().ToList();
        return (await db.Skills.AsNoTracking().Where(skill => wanted.Contains(skill.Id)).ToListAsync(cancellationToken)).ToDictionary(skill => skill.Id, skill => skill.Labels.Select(label => label.Text).ToList());
    }

    private static async Task<List<CardMaterial>> ReadAsync(this SkillDistillDb db, IQueryable<Row> rows, CancellationToken cancellationToken) =>
        await db.LabelledAsync(await rows.AsNoTracking().ToListAsync(cancellationToken), cancellationToken);

    private static async Task<List<CardMaterial>> LabelledAsync(this SkillDistillDb db, List<Row> cards, CancellationToken cancellationToken)
    {
        var labels = await db.LabelsAsync(cards.SelectMany(card => card.Skills), cancellationToken);
        return [.. cards.Select(card => new CardMaterial(
            card.CardId,
            card.RevisionId,
            card.Text,
            [.. card.Skills.SelectMany(skill => labels.GetValueOrDefault(skill, []))],
            card.ConfirmedAt,
            card.ReviewBy) { CameAbout = card.CameAbout, IsDisputed = card.IsDisputed })];
    }

    private sealed record Row(
        Id<Card> CardId,
        Id<CardRevision> RevisionId,
        CardText Text,
        List<Id<Skill>> Skills,
        DateTimeOffset ConfirmedAt,
        DateTimeOffset ReviewBy,
        bool CameAbout,
        bool IsDisputed);
}

/// <summary>A card of the reader's own.</summary>
public sealed class OwnCard
{
    public required Card Card { get; init; }

    public required CardRevision Revision { get; init; }
}
