using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Organisations of a few teams, with targets of all kinds and people who decided in all ways.</summary>
internal static class RandomOrganisations
{
    public const int MostTeams = 7;

    /// <summary>How likely somebody agrees, in a hundred.</summary>
    private static readonly (Purpose Purpose, int Percent)[] Agreeing = [(Purpose.HoldProfile, 92), (Purpose.ShowNamedCoverage, 33), (Purpose.CountInCoverage, 80)];

    /// <summary>A tree of teams with people who agreed to be named, to be counted, to both or to neither, who declare levels and share cards.</summary>
    public static Task<List<Id<Team>>> FoundAsync(this House house, Random random, List<Id<Skill>> skills) => house.InStoreAsync(async db =>
    {
        var now = house.Clock.GetUtcNow();
        var teams = new List<Team> { Team.Form($"Root {Guid.NewGuid():N}", null) };
        for (var more = random.Next(1, MostTeams); more > 0; more--)
        {
            teams.Add(Team.Form($"Team {Guid.NewGuid():N}", teams[random.Next(teams.Count)].Id));
        }

        db.Teams.AddRange(teams);
        foreach (var team in teams)
        {
            db.Targets.AddRange(from skill in skills
                                from months in new int?[] { null, random.Next(0, 7), random.Next(7, 20) }
                                where random.Next(6) == 0
                                select Want(random, team.Id, skill, months is { } after ? CoverageLook.DayOf(now).AddMonths(after) : null));
            for (var more = random.Next(0, 4) * random.Next(0, 12); more > 0; more--)
            {
                Join(db, random, team.Id, skills, now);
            }
        }

        await db.SaveChangesAsync();
        return teams.ConvertAll(team => team.Id);
    });

    /// <summary>Some people of these teams agree to be named, whatever else they decided.</summary>
    public static async Task GiveNamesAsync(this House house, Random random, List<Id<Team>> teams)
    {
        var people = await house.InStoreAsync(db => db.People.Where(person => person.TeamId != null && teams.Contains(person.TeamId!.Value)).OrderBy(person => person.Id).Select(person => person.Id).ToListAsync());
        foreach (var person in people.Where(_ => random.Next(8) == 0))
        {
            await house.UsingAsync<ConsentLedger>(ledger => ledger.DecideAsync(person, stream => stream.Give(person, Purpose.ShowNamedCoverage, Terms(house.Clock.GetUtcNow()), house.Clock.GetUtcNow()).Refusal, CancellationToken.None));
        }
    }

    /// <summary>For the team alone or for each below, and now and then nobody.</summary>
    public static Target Want(Random random, Id<Team> team, Id<Skill> skill, DateOnly? dueOn)
    {
        var reach = random.Next(3) == 0 ? TargetReach.Each : TargetReach.Together;
        return (random.Next(5) == 0 ? Target.NotHere(team, skill, dueOn, reach) : Target.Set(team, skill, random.Next(1, 6), random.Next(1, 9), dueOn, reach)).Value;
    }

    public static void Join(SkillDistillDb db, Random random, Id<Team> team, List<Id<Skill>> skills, DateTimeOffset now)
    {
        var person = Person.Join("Somebody", $"{Guid.NewGuid():N}@lindenau.example", "", team, now).Value;
        if (random.Next(20) == 0)
        {
            person.Deactivate(now);
        }

        db.People.Add(person);
        var stream = ConsentStream.Of(person.Id);
        foreach (var (purpose, _) in Agreeing.Where(agreeing => random.Next(100) < agreeing.Percent))
        {
            stream.Give(person.Id, purpose, Terms(now), now.AddDays(-1));
            if (random.Next(15) == 0)
            {
                stream.Withdraw(person.Id, purpose, now);
            }
        }

        db.ConsentStreams.Add(stream);
        foreach (var skill in skills.Where(_ => random.Next(3) != 0))
        {
            db.Proficiencies.Add(Proficiency.Declare(person.Id, skill, random.Next(0, 6), now).Value);
        }

        for (var more = random.Next(0, 3); more > 0; more--)
        {
            var card = Card.Draft(person.Id, new CardText { Kind = random.Next(6) switch { 0 => CardKind.Voice, 1 => CardKind.Boundary, 2 => CardKind.RedFlag, _ => CardKind.Fact }, Title = "A fact", AskInstead = "Somebody else", Action = "Know it." }, null, now).Value;
            card.Tag(skills.Where(_ => random.Next(2) == 0));
            card.ShareWith(random.Next(3) == 0 ? Audience.Private() : Audience.Organisation());
            if (random.Next(5) != 0)
            {
                card.Accept(card.Revisions[0].Text, now.AddDays(-random.Next(0, 180)));
            }

            db.Cards.Add(card);
        }
    }

    private static ConsentTerms Terms(DateTimeOffset now) => new(Audience.Private(), now.AddMonths(1), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en");
}
