using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Profiles;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Tests.Consent;

namespace SkillDistill.Web.Tests.Ask.Knowing;

/// <summary>A small organisation by chance: teams in teams, people who agreed to some things for some, and cards of few words for some.</summary>
internal sealed class Organisation(House house, int seed)
{
    private static readonly string[] Words =
        ["deploy", "deploys", "rollback", "relay", "post-mortem", "postmortem", "valve", "invoice", "bug", "defect", "supplier", "on-call", "回滚", "发布", "数据库", "阀门", "什么", "kelvin", "torque", "latency"];

    private readonly Random _chance = new(seed);
    private readonly List<Id<Person>> _people = [];
    private readonly List<Id<Card>> _cards = [];
    private List<Id<Team>> _teams = [];
    private List<Id<Skill>> _skills = [];

    private DateTimeOffset Now => house.Clock.GetUtcNow();

    public IReadOnlyList<Asker> Askers { get; private set; } = [];

    public static async Task<Organisation> FoundAsync(House house, int seed)
    {
        var organisation = new Organisation(house, seed);
        await house.InStoreAsync(async db =>
        {
            organisation.Found(db);
            return await db.SaveChangesAsync();
        });
        return organisation;
    }

    public string Some(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[_chance.Next(Words.Length)]));

    /// <summary>The nearest cards by reading all, and by the index, with what is known of the whole being what this very asker may see.</summary>
    public async Task<(IReadOnlyList<NearCard> All, IReadOnlyList<NearCard> Indexed)> FindAsync(string query, Asker asker)
    {
        var statistics = await house.InStoreAsync(db => KnowAsync(db, asker));
        return (await house.AskAsync<NearestCards, IReadOnlyList<NearCard>>(nearest => nearest.AmongAllAsync(query, asker, Now, CancellationToken.None)),
            await house.AskAsync<NearestCards, IReadOnlyList<NearCard>>(nearest => nearest.AmongManyAsync(query, asker, Now, statistics, CancellationToken.None)));
    }

    /// <summary>Something changes: a consent, an audience, a card's state or words, what is published, a skill's name, or who is here.</summary>
    public async Task ChangeAsync()
    {
        var owner = _people[_chance.Next(_people.Count)];
        var purpose = new[] { Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues, Purpose.ImitateVoice }[_chance.Next(4)];
        switch (_chance.Next(8))
        {
            case 0:
                await DecideAsync(owner, stream => stream.Withdraw(owner, purpose, Now));
                break;
            case 1:
                await DecideAsync(owner, stream => stream.Give(owner, purpose, Scene.Terms(purpose == Purpose.AnswerColleagues ? SomeAudience(isPrivate: false) : Audience.Private(), Now.AddMonths(6)), Now));
                break;
            case 2:
                await InStoreAsync(async db => (await db.Agents.FirstAsync(agent => agent.OwnerId == owner)).TakeDown());
                break;
            case 3:
                await InStoreAsync(async db => (await SomeCardAsync(db)).SetAside());
                break;
            case 4:
                await InStoreAsync(async db => (await SomeCardAsync(db)).Tag(_skills.Where(_ => _chance.Next(2) == 0)));
                break;
            case 5:
                await InStoreAsync(async db =>
                {
                    var skill = _skills[_chance.Next(_skills.Count)];
                    (await db.Skills.FirstAsync(known => known.Id == skill)).Relabel([new SkillLabel("en", Some(2), true)], ["en"]);
                });
                break;
            default:
                await InStoreAsync(async db => (await SomeCardAsync(db)).ShareWith(SomeAudience()));
                break;
        }
    }

    public Task<List<Id<CardRevision>>> PermittedAsync(Asker asker) => house.InStoreAsync(db => db.PermittedCards(asker, Now).Select(row => row.Revision.Id).ToListAsync());

    private async Task<IndexStatistics> KnowAsync(SkillDistillDb db, Asker asker)
    {
        var words = new CardWords();
        var cards = await db.MaterialsAsync(db.PermittedCards(asker, Now), CancellationToken.None);
        cards.ForEach(words.Add);
        await db.TermCounts.ExecuteDeleteAsync();
        db.AddRange(words.Runs(1).Select(run => new TermCount(run.Code, run.Holders)));
        await db.SaveChangesAsync();
        return IndexStatistics.Of(cards.Count, words.Lengths, words.Letters, Now);
    }

    private void Found(SkillDistillDb db)
    {
        List<Team> teams = [];
        for (var number = 0; number < 5; number++)
        {
            teams.Add(Team.Form($"Team {number}", number % 2 == 1 ? teams[_chance.Next(number)].Id : null));
        }

        var skills = Enumerable.Range(0, 3).Select(number => Skill.Define($"skill-{seed}-{number}", null, [new SkillLabel("en", Some(1), true), new SkillLabel("zh", Some(1), true)])).ToList();
        (_teams, _skills) = ([.. teams.Select(team => team.Id)], [.. skills.Select(skill => skill.Id)]);
        db.AddRange([.. teams, .. skills]);
        var tree = new TeamTree(teams);
        var people = Enumerable.Range(0, 12).Select(_ => Scene.Join(db, _chance.Next(6) is var at and < 5 ? _teams[at] : null, Now)).ToList();
        _people.AddRange(people.Select(person => person.Id));
        Askers = [.. people.Take(4).Select(person => new Asker(person.Id, tree.Lineage(person.TeamId))), new Asker(Id<Person>.New(), [])];
        people.ForEach(person => Publish(db, person));
    }

    private void Publish(SkillDistillDb db, Person owner)
    {
        var cards = Enumerable.Range(0, _chance.Next(1, 8)).Select(_ =>
        {
            var text = new CardText { Kind = _chance.Next(6) switch { 0 => CardKind.Voice, 1 => CardKind.Boundary, _ => CardKind.Fact }, Title = Some(_chance.Next(1, 4)), Action = Some(_chance.Next(1, 9)), Reason = Some(_chance.Next(0, 5)) };
            var card = Card.Draft(owner.Id, text, null, Now).Value;
            card.ShareWith(SomeAudience());
            card.Tag(_skills.Where(_ => _chance.Next(4) == 0));
            card.Accept(card.Revisions[0].Text, Now);
            return card;
        }).ToList();
        _cards.AddRange(cards.Select(card => card.Id));
        db.AddRange(cards);
        Scene.Publish(db, owner.Id, cards, Now);
        var stream = ConsentStream.Of(owner.Id);
        foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues, Purpose.ImitateVoice }.Where(_ => _chance.Next(10) > 0))
        {
            stream.Give(owner.Id, purpose, Scene.Terms(purpose == Purpose.AnswerColleagues ? SomeAudience(isPrivate: false) : Audience.Private(), Now.AddMonths(_chance.Next(1, 12))), Now);
        }

        db.Add(stream);
    }

    private Task<bool> DecideAsync(Id<Person> owner, Func<ConsentStream, Outcome<Domain.Consent.Consent>> decide) => house.AskAsync<ConsentLedger, bool>(async ledger =>
    {
        // What is refused, such as taking back what was not given, changes nothing.
        await ledger.DecideAsync(owner, stream => decide(stream).Refusal, CancellationToken.None);
        return true;
    });

    private Task<int> InStoreAsync(Func<SkillDistillDb, Task> change) => house.InStoreAsync(async db =>
    {
        await change(db);
        return await db.SaveChangesAsync();
    });

    private Task<Card> SomeCardAsync(SkillDistillDb db)
    {
        var id = _cards[_chance.Next(_cards.Count)];
        return db.Cards.FirstAsync(card => card.Id == id);
    }

    private Audience SomeAudience(bool isPrivate = true) => _chance.Next(isPrivate ? 5 : 4) switch
    {
        0 => Audience.Organisation(),
        1 or 2 => Audience.ForTeam(_teams[_chance.Next(_teams.Count)]),
        3 => Audience.ForPeople(_people.Where(_ => _chance.Next(3) == 0).Append(_people[0])).Value,
        _ => Audience.Private(),
    };
}
