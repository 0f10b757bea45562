using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Whatever may change in an organisation that coverage is reckoned from: by entities, by the ledger, by statements past the model, and by the clock.</summary>
internal sealed class RandomChanges(House house, Random random, List<Id<Team>> teams, List<Id<Skill>> skills)
{
    private static readonly Purpose[] Purposes = [Purpose.HoldProfile, Purpose.ShowNamedCoverage, Purpose.CountInCoverage];

    public Id<Team> Root => teams[0];

    private Id<Team> AnyTeam => teams[random.Next(teams.Count)];

    private Id<Skill> AnySkill => skills[random.Next(skills.Count)];

    private DateTimeOffset Now => house.Clock.GetUtcNow();

    public async Task MakeAsync(int changes)
    {
        for (; changes > 0; changes--)
        {
            await (random.Next(16) switch
            {
                0 or 1 or 2 => DecideAsync(),
                3 => DeclareAsync(),
                4 => ForgetLevelsAsync(),
                5 => JoinAsync(),
                6 => MoveAsync(),
                7 => ComeOrGoAsync(),
                8 => WantAsync(),
                9 => WantNoLongerAsync(),
                10 => RearrangeAsync(),
                11 => RetireOrNotAsync(),
                12 => WantMoreAsync(),
                13 or 14 => house.RunAsync<CountCrowds>(),
                _ => WaitAsync(),
            });
        }
    }

    private async Task DecideAsync()
    {
        if (await SomebodyAsync() is not { } person)
        {
            return;
        }

        var (purpose, gives) = (Purposes[random.Next(Purposes.Length)], random.Next(3) != 0);
        await house.UsingAsync<Data.Consent.ConsentLedger>(ledger => ledger.DecideAsync(
            person,
            stream => (gives
                ? stream.Give(person, purpose, new ConsentTerms(Audience.Private(), Now.AddMonths(1), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en"), Now)
                : stream.Withdraw(person, purpose, Now)).Refusal,
            CancellationToken.None));
    }

    private async Task DeclareAsync()
    {
        if (await SomebodyAsync() is not { } person)
        {
            return;
        }

        var (skill, level) = (AnySkill, random.Next(0, 6));
        await house.InStoreAsync(async db =>
        {
            if (await db.Proficiencies.SingleOrDefaultAsync(known => known.PersonId == person && known.SkillId == skill) is { } known)
            {
                Assert.False(known.Change(level, Now).Refused(out _));
            }
            else
            {
                db.Proficiencies.Add(Proficiency.Declare(person, skill, level, Now).Value);
            }

            return await db.SaveChangesAsync();
        });
    }

    /// <summary>As an erasure takes them away: by one statement.</summary>
    private async Task ForgetLevelsAsync()
    {
        var person = await SomebodyAsync();
        await house.InStoreAsync(db => db.Proficiencies.Where(level => level.PersonId == person).ExecuteDeleteAsync());
    }

    private Task<int> JoinAsync()
    {
        var team = AnyTeam;
        return house.InStoreAsync(db =>
        {
            RandomOrganisations.Join(db, random, team, skills, Now);
            return db.SaveChangesAsync();
        });
    }

    private async Task MoveAsync()
    {
        var (person, team) = (await SomebodyAsync(), random.Next(5) == 0 ? (Id<Team>?)null : AnyTeam);
        await house.InStoreAsync(db => db.People.Where(known => known.Id == person).ExecuteUpdateAsync(set => set.SetProperty(known => known.TeamId, team)));
    }

    private async Task ComeOrGoAsync()
    {
        var person = await SomebodyAsync();
        await house.InStoreAsync(async db =>
        {
            if (await db.People.SingleOrDefaultAsync(known => known.Id == person) is { DeactivatedAt: null } here)
            {
                here.Deactivate(Now);
            }

            if (await db.People.Where(known => known.DeactivatedAt != null && known.TeamId != null && teams.Contains(known.TeamId!.Value)).OrderBy(known => known.Id).FirstOrDefaultAsync() is { } gone)
            {
                gone.Return();
            }

            return await db.SaveChangesAsync();
        });
    }

    private Task<int> WantAsync()
    {
        var (team, skill, day) = (AnyTeam, AnySkill, random.Next(2) == 0 ? (DateOnly?)null : CoverageLook.DayOf(Now).AddDays(random.Next(-5, 20)));
        return house.InStoreAsync(async db =>
        {
            if (!await db.Targets.AnyAsync(target => target.TeamId == team && target.SkillId == skill && target.DueOn == day))
            {
                db.Targets.Add(RandomOrganisations.Want(random, team, skill, day));
            }

            return await db.SaveChangesAsync();
        });
    }

    private Task<int> WantNoLongerAsync()
    {
        var team = AnyTeam;
        return house.InStoreAsync(db => db.Targets.Where(target => target.TeamId == team).OrderBy(target => target.Id).Take(1).ExecuteDeleteAsync());
    }

    private Task<int> WantMoreAsync()
    {
        var skill = AnySkill;
        return house.InStoreAsync(db => db.Targets.Where(target => target.SkillId == skill && target.HeadCount > 0 && target.HeadCount < 50).ExecuteUpdateAsync(set => set.SetProperty(target => target.HeadCount, target => target.HeadCount + 1)));
    }

    private Task<int> RearrangeAsync()
    {
        var (moving, under) = (AnyTeam, AnyTeam);
        return house.InStoreAsync(async db =>
        {
            var all = await db.Teams.ToListAsync();
            if (moving != Root)
            {
                // Below itself is refused, and then nothing changes.
                _ = all.Single(team => team.Id == moving).MoveBelow(under, new TeamTree(all));
            }

            return await db.SaveChangesAsync();
        });
    }

    private Task<int> RetireOrNotAsync()
    {
        var (skill, now) = (AnySkill, (DateTimeOffset?)Now);
        return house.InStoreAsync(db => db.Skills.Where(known => known.Id == skill).ExecuteUpdateAsync(set => set.SetProperty(known => known.RetiredAt, known => known.RetiredAt == null ? now : null)));
    }

    private Task WaitAsync()
    {
        house.Clock.Advance(TimeSpan.FromHours(random.Next(1, 200)));
        return Task.CompletedTask;
    }

    private async Task<Id<Person>?> SomebodyAsync()
    {
        var people = await house.InStoreAsync(db => db.People.Where(person => person.DeactivatedAt == null && person.TeamId != null && teams.Contains(person.TeamId!.Value)).OrderBy(person => person.Id).Select(person => person.Id).ToListAsync());
        return people.Count == 0 ? null : people[random.Next(people.Count)];
    }
}
