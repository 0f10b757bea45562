using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Skills;

/// <summary>Says, changes or takes back one's own level in one skill. There is no way to say another person's.</summary>
internal sealed class DeclareProficiency(SkillDistillDb db, KeepProfile keepProfile, CurrentPerson me, TimeProvider clock)
{
    /// <returns>What was declared, or null where there is no such skill.</returns>
    public async Task<Outcome<Proficiency>?> DeclareAsync(Id<Skill> skill, int level, CancellationToken cancellationToken)
    {
        if (await db.Skills.Where(known => known.Id == skill).Select(known => new { IsRetired = known.RetiredAt != null }).FirstOrDefaultAsync(cancellationToken) is not { } known)
        {
            return null;
        }

        if (known.IsRetired)
        {
            return new SkillIsRetired();
        }

        if (!await keepProfile.IsAgreedAsync(me.Id, cancellationToken))
        {
            return new ProfileNotKept();
        }

        var mine = await MineAsync(skill, cancellationToken);
        var outcome = mine is null ? Proficiency.Declare(me.Id, skill, level, clock.GetUtcNow()) : mine.Change(level, clock.GetUtcNow());
        if (outcome.Refusal is not null)
        {
            return outcome;
        }

        if (mine is null)
        {
            db.Proficiencies.Add(outcome.Value);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (mine is null)
        {
            // The same button pressed twice at once: the first press has added the row, so this one changes it.
            db.ChangeTracker.Clear();
            if (await MineAsync(skill, cancellationToken) is null)
            {
                throw;
            }

            return await DeclareAsync(skill, level, cancellationToken);
        }

        return outcome;
    }

    /// <returns>Whether there was anything to take back.</returns>
    public async Task<bool> RemoveAsync(Id<Skill> skill, CancellationToken cancellationToken) =>
        await db.Proficiencies.Where(mine => mine.PersonId == me.Id && mine.SkillId == skill).ExecuteDeleteAsync(cancellationToken) > 0;

    private Task<Proficiency?> MineAsync(Id<Skill> skill, CancellationToken cancellationToken) =>
        db.Proficiencies.FirstOrDefaultAsync(mine => mine.PersonId == me.Id && mine.SkillId == skill, cancellationToken);
}
