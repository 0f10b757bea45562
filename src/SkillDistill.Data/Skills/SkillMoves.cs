using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Skills;

/// <summary>Moves what was said about one skill to another that takes it in. To be called within a transaction.</summary>
public static class SkillMoves
{
    /// <summary>Everybody's levels. Of two by the same person the one said last stays, with the words of those who confirmed it.</summary>
    public static async Task MoveLevelsAsync(this SkillDistillDb db, Id<Skill> from, Id<Skill> to, CancellationToken cancellationToken)
    {
        var (old, kept) = (db.Proficiencies.Where(said => said.SkillId == from), db.Proficiencies.Where(said => said.SkillId == to));
        await kept.Where(said => old.Any(other => other.PersonId == said.PersonId && other.DeclaredAt > said.DeclaredAt)).ExecuteDeleteAsync(cancellationToken);
        await old.Where(said => kept.Any(other => other.PersonId == said.PersonId)).ExecuteDeleteAsync(cancellationToken);
        await old.ExecuteUpdateAsync(set => set.SetProperty(said => said.SkillId, to), cancellationToken);
    }

    /// <summary>What everybody's cards are about, with a note for the index, which learns of no statement by itself.</summary>
    public static async Task MoveTagsAsync(this SkillDistillDb db, Id<Skill> from, Id<Skill> to, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM card_skills WHERE skill_id = {from.Value} AND card_id IN (SELECT card_id FROM card_skills WHERE skill_id = {to.Value})", cancellationToken);
        await db.Database.ExecuteSqlAsync($"UPDATE card_skills SET skill_id = {to.Value} WHERE skill_id = {from.Value}", cancellationToken);
        db.IndexingDue.Add(IndexingDue.Of(to));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Every team's targets. Where a team has one for both from the same day on, that of the skill that stays is kept.</summary>
    public static async Task MoveTargetsAsync(this SkillDistillDb db, Id<Skill> from, Id<Skill> to, CancellationToken cancellationToken)
    {
        var (old, kept) = (db.Targets.Where(target => target.SkillId == from), db.Targets.Where(target => target.SkillId == to));
        await old.Where(target => kept.Any(other => other.TeamId == target.TeamId && other.DueOn == target.DueOn)).ExecuteDeleteAsync(cancellationToken);
        await old.ExecuteUpdateAsync(set => set.SetProperty(target => target.SkillId, to), cancellationToken);
    }

    /// <summary>What is kept of its months. Where a team has the same month of both, that of the skill that stays is kept.</summary>
    public static async Task MoveMonthsAsync(this SkillDistillDb db, Id<Skill> from, Id<Skill> to, CancellationToken cancellationToken)
    {
        var (old, kept) = (db.CoverageMonths.Where(month => month.SkillId == from), db.CoverageMonths.Where(month => month.SkillId == to));
        await old.Where(month => kept.Any(other => other.TeamId == month.TeamId && other.Month == month.Month)).ExecuteDeleteAsync(cancellationToken);
        await old.ExecuteUpdateAsync(set => set.SetProperty(month => month.SkillId, to), cancellationToken);
    }

    /// <summary>The skills below it, and those that it took in itself.</summary>
    public static async Task MoveBelowAsync(this SkillDistillDb db, Id<Skill> from, Id<Skill> to, CancellationToken cancellationToken)
    {
        await db.Skills.Where(skill => skill.MergedIntoId == from).ExecuteUpdateAsync(set => set.SetProperty(skill => skill.MergedIntoId, to), cancellationToken);
        await db.Skills.Where(skill => skill.BroaderId == from && skill.Id != to).ExecuteUpdateAsync(set => set.SetProperty(skill => skill.BroaderId, to), cancellationToken);
    }
}
