using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Skills;

/// <summary>Asks colleagues to confirm one's own levels, and answers theirs. Nobody else sees either.</summary>
internal sealed class ConfirmLevels(SkillDistillDb db, Sharing sharing, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Whom the person asked about this skill, in the order in which they asked.</summary>
    public async Task<IReadOnlyList<AskedPeer>> PeersAsync(Id<Skill> skill, CancellationToken cancellationToken) =>
        await (from declared in db.Proficiencies.AsNoTracking()
               where declared.PersonId == me.Id && declared.SkillId == skill
               join confirmation in db.Confirmations on declared.Id equals confirmation.ProficiencyId
               join peer in db.People on confirmation.PeerId equals peer.Id
               orderby confirmation.AskedAt, confirmation.Id
               select new AskedPeer(confirmation, peer.Name, declared.Level)).ToListAsync(cancellationToken);

    /// <returns>Null where the person declared no such skill.</returns>
    public async Task<Outcome<Confirmation>?> AskAsync(Id<Skill> skill, IReadOnlyCollection<Guid> picked, CancellationToken cancellationToken)
    {
        if (await db.Proficiencies.AsNoTracking().FirstOrDefaultAsync(own => own.PersonId == me.Id && own.SkillId == skill, cancellationToken) is not { } declared)
        {
            return null;
        }

        if (await sharing.OneAsync(picked, cancellationToken) is not { } peer)
        {
            return new ColleagueMissing("Peer");
        }

        var known = await db.Confirmations.Where(confirmation => confirmation.ProficiencyId == declared.Id).ToListAsync(cancellationToken);
        var before = known.Find(confirmation => confirmation.PeerId == peer);
        if (before is null && known.Count >= Confirmation.MostPeers)
        {
            return new TooManyPeers(Confirmation.MostPeers);
        }

        if (before is not null && before.Level >= declared.Level)
        {
            // Asked already, and about as much: one does not ask twice.
            return before;
        }

        var asked = Confirmation.Ask(declared, peer, clock.GetUtcNow());
        if (asked.Refusal is null)
        {
            await PutAsync(before, asked.Value, cancellationToken);
        }

        return asked;
    }

    /// <summary>The peer is not asked any more, and what they said is gone.</summary>
    public Task TakeBackAsync(Id<Confirmation> id, CancellationToken cancellationToken) =>
        db.Confirmations.Where(confirmation => confirmation.Id == id && db.Proficiencies.Any(own => own.Id == confirmation.ProficiencyId && own.PersonId == me.Id)).ExecuteDeleteAsync(cancellationToken);

    /// <summary>What colleagues ask the person: what is open, and what they confirmed and may take back. Only what is said still: a level that was changed since is not theirs to see.</summary>
    public async Task<IReadOnlyList<AskedOfMe>> OfMeAsync(CancellationToken cancellationToken)
    {
        var culture = CultureInfo.CurrentUICulture;
        var rows = await (from confirmation in db.Confirmations.AsNoTracking()
                          where confirmation.PeerId == me.Id && confirmation.PutAwayAt == null
                          join declared in db.Proficiencies on confirmation.ProficiencyId equals declared.Id
                          join person in db.People on declared.PersonId equals person.Id
                          where person.DeactivatedAt == null
                          orderby confirmation.AskedAt, confirmation.Id
                          select new { Confirmation = confirmation, declared.SkillId, person.Name }).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.SkillId).ToList();
        var skills = await db.Skills.AsNoTracking().Where(skill => ids.Contains(skill.Id)).ToDictionaryAsync(skill => skill.Id, cancellationToken);
        return [.. rows.Select(row => new AskedOfMe(row.Confirmation, row.Name, skills[row.SkillId].Label(culture)))];
    }

    /// <returns>False where nobody asked the person this.</returns>
    public async Task<bool> AnswerAsync(Id<Confirmation> id, bool confirms, CancellationToken cancellationToken)
    {
        if (await db.Confirmations.FirstOrDefaultAsync(known => known.Id == id && known.PeerId == me.Id, cancellationToken) is not { } confirmation)
        {
            return false;
        }

        var owner = await db.Proficiencies.Where(own => own.Id == confirmation.ProficiencyId).Select(own => own.PersonId).FirstAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var told = await db.Notifications.Where(known => known.ConfirmationId == id && known.Kind == NotificationKind.Confirmed).ToListAsync(cancellationToken);
        if (!confirms)
        {
            confirmation.PutAway(now);
            db.Notifications.RemoveRange(told);
        }
        else if (confirmation.ConfirmedAt is null)
        {
            confirmation.Confirm(now);
            db.Notifications.Add(Notification.Confirmed(confirmation, owner));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsCollision())
        {
            // Taken back, or pressed twice, at this moment.
        }

        return true;
    }

    private async Task PutAsync(Confirmation? before, Confirmation asked, CancellationToken cancellationToken)
    {
        if (before is not null)
        {
            await db.Confirmations.Where(known => known.Id == before.Id).ExecuteDeleteAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        db.Confirmations.Add(asked);
        db.Notifications.Add(Notification.Asked(asked));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.IsCollision())
        {
            // Pressed twice: they are asked.
            db.ChangeTracker.Clear();
        }
    }
}

/// <param name="Level">What the person says now.</param>
internal sealed record AskedPeer(Confirmation Confirmation, string Name, int Level)
{
    public bool Stands => Confirmation.StandsFor(Level);
}

/// <param name="From">Who asks.</param>
/// <param name="Skill">Its label.</param>
internal sealed record AskedOfMe(Confirmation Confirmation, string From, string Skill);
