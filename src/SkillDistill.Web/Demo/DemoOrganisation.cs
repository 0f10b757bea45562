using Microsoft.AspNetCore.Identity;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.People;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Deployment;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Demo;

/// <summary>
/// Lindenau Instruments, an invented company: brought in through the same doors that real people use (drafts are accepted, consents are given by
/// their subject, agents are distilled and published), in one transaction.
/// </summary>
internal sealed class DemoOrganisation(SkillDistillDb db, ConsentLedger ledger, NoticeBoard notices, UserManager<Account> accounts, IWebHostEnvironment environment, TimeProvider clock)
{
    private static readonly TimeSpan Founded = TimeSpan.FromDays(200);
    private static readonly TimeSpan Agreed = TimeSpan.FromDays(150);

    private readonly Dictionary<string, Team> _teams = [];
    private readonly Dictionary<string, Person> _people = [];
    private readonly Dictionary<string, Skill> _skills = [];
    private readonly Dictionary<string, ExpectedEvent> _events = [];
    private readonly Dictionary<Id<Person>, ConsentStream> _streams = [];

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var folder = DemoFiles.Folder(environment);
        var organisation = await DemoFiles.OrganisationAsync(folder, cancellationToken);
        var profiles = await DemoFiles.ProfilesAsync(folder, cancellationToken);
        var now = clock.GetUtcNow();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        FormTeams(organisation.Teams);
        Join(organisation.People, now - Founded);
        await db.SaveChangesAsync(cancellationToken);
        Appoint(organisation.Teams);
        DefineSkills(organisation);
        Inform(organisation.Deployment, now);
        Expect(organisation.Expected, now);
        Declare(organisation, now);
        Consent(organisation.Consents, await notices.CurrentAsync(cancellationToken), now);
        Remember(organisation, now);
        await ledger.SealAsync(_streams.Values, cancellationToken);
        foreach (var profile in profiles)
        {
            Publish(profile, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var person in _people.Values)
        {
            await accounts.CreateAsync(Account.For(person));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private void FormTeams(IEnumerable<DemoTeam> teams)
    {
        foreach (var team in teams)
        {
            _teams[team.Key] = Team.Form(team.Name, team.Parent is null ? null : _teams[team.Parent].Id);
        }

        db.Teams.AddRange(_teams.Values);
    }

    private void Join(IEnumerable<DemoEmployee> people, DateTimeOffset joined)
    {
        foreach (var employee in people)
        {
            var person = Person.Join(employee.Name, DemoPerson.Email(employee.Key), employee.JobTitle, _teams[employee.Team].Id, joined).Value;
            if (employee.Roles?.Contains("Admin") == true)
            {
                person.MakeAdmin();
            }

            if (employee.Roles?.Contains("Auditor") == true)
            {
                person.MakeAuditor();
            }

            _people[employee.Key] = person;
        }

        db.People.AddRange(_people.Values);
    }

    private void Appoint(IEnumerable<DemoTeam> teams)
    {
        foreach (var team in teams)
        {
            _teams[team.Key].Appoint(_people[team.Manager].Id);
        }
    }

    private void DefineSkills(DemoOrganisationFile organisation)
    {
        foreach (var skill in organisation.Skills.OrderBy(skill => skill.Broader is not null))
        {
            IEnumerable<SkillLabel> labels =
            [
                new("en", skill.En, true), new("zh", skill.Zh, true),
                .. skill.AltEn.Select(label => new SkillLabel("en", label, false)), .. skill.AltZh.Select(label => new SkillLabel("zh", label, false)),
            ];
            _skills[skill.Key] = Skill.Define(skill.Key, skill.Broader is null ? null : _skills[skill.Broader].Id, labels);
        }

        db.Skills.AddRange(_skills.Values);
        db.Targets.AddRange(organisation.Targets.Select(target => Target.Set(_teams[target.Team].Id, _skills[target.Skill].Id, target.Level, target.HeadCount).Value));
    }

    private void Inform(IEnumerable<DemoInforming> times, DateTimeOffset now)
    {
        DeploymentRecord? newest = null;
        foreach (var time in times)
        {
            var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-time.InformedDaysAgo);
            newest = DeploymentRecord.After(newest, time.How, day, time.Document, _people[time.By], now.AddDays(-time.RecordedDaysAgo)).Value;
            db.DeploymentRecords.Add(newest);
        }
    }

    private void Expect(IEnumerable<DemoEvent> events, DateTimeOffset now)
    {
        foreach (var expected in events)
        {
            _events[expected.Key] = ExpectedEvent.Name(expected.Words, _people[expected.By].Id, now.AddDays(-expected.NamedDaysAgo)).Value;
        }

        db.ExpectedEvents.AddRange(_events.Values);
    }

    private void Declare(DemoOrganisationFile organisation, DateTimeOffset now)
    {
        var order = 0;
        foreach (var declared in organisation.Proficiencies)
        {
            var at = now - TimeSpan.FromDays(10 + (order++ * 7 % 120));
            db.Proficiencies.Add(Proficiency.Declare(_people[declared.Person].Id, _skills[declared.Skill].Id, declared.Level, at).Value);
        }
    }

    private void Consent(IEnumerable<DemoConsent> consents, NoticeEdition edition, DateTimeOffset now)
    {
        foreach (var consent in consents)
        {
            var person = _people[consent.Person];
            var stream = _streams[person.Id] = ConsentStream.Of(person.Id);
            var language = person.JobTitle.Any(letter => letter > 0x2E80) ? "zh-Hans" : "en";
            var notice = edition.In(language);
            var at = now - Agreed;
            foreach (var purpose in consent.Purposes)
            {
                var audience = !purpose.HasAudience() ? Audience.Private()
                    : consent.Audience == AudienceScope.Team ? Audience.ForTeam(person.TeamId!.Value)
                    : Audience.Organisation();
                stream.Give(person.Id, purpose, new ConsentTerms(audience, at.AddMonths(purpose.UsualMonths()), notice.Version, notice.Digest, language, ConsentMethod.Demo), at);
            }
        }

        db.ConsentStreams.AddRange(_streams.Values);
    }

    /// <summary>The months since everybody agreed, as if the product had been there to keep them.</summary>
    private void Remember(DemoOrganisationFile organisation, DateTimeOffset now)
    {
        var agreed = organisation.Consents.SelectMany(consent => consent.Purposes, (consent, purpose) => (_people[consent.Person].Id, purpose)).ToLookup(given => given.Id, given => given.purpose);
        var months = new DemoMonths([.. _teams.Values], [.. db.Targets.Local], [.. _people.Values], [.. db.Proficiencies.Local], agreed);
        db.CoverageMonths.AddRange(months.Between(now - Agreed, now, [.. organisation.Left.Select(left => new Leaver(_teams[left.Team].Id, left.Levels.ToDictionary(level => _skills[level.Key].Id, level => level.Value), now.AddDays(-left.DaysAgo)))]));
    }

    private void Publish(DemoProfileFile profile, DateTimeOffset now)
    {
        var owner = _people[profile.Person];
        var cards = profile.Cards.Select(card => Accepted(owner, card, now)).ToList();
        db.Cards.AddRange(cards);

        var materials = cards.Where(card => card.Audience.Scope != AudienceScope.Private).Select(card => new CardMaterial(
            card.Id,
            card.CurrentRevisionId,
            card.Revisions[0].Text,
            [.. card.Skills.SelectMany(tag => _skills.Values.First(skill => skill.Id == tag.SkillId).Labels).Select(label => label.Text)],
            card.ConfirmedAt,
            card.ReviewBy));
        var agent = Agent.Of(owner.Id);
        agent.Introduce(profile.Headline);
        var version = agent.Distil(Composer.Compose(owner.Name, [.. materials]), null, now - TimeSpan.FromDays(2));
        agent.Publish(version, now - TimeSpan.FromDays(2));
        db.Agents.Add(agent);
        db.AgentVersions.Add(version);
    }

    private Card Accepted(Person owner, DemoCard written, DateTimeOffset now)
    {
        var at = now - TimeSpan.FromDays(written.ConfirmedDaysAgo);
        var card = Card.Draft(owner.Id, written.Text, null, at).Value;
        card.Tag(written.Skills.Select(key => _skills[key].Id));
        card.HoldFor(written.ReviewAfter, written.Kind);
        card.HoldUntil(written.Expected is null ? UntilCondition.Own(written.HoldsUntil) : UntilCondition.Of(_events[written.Expected]), written.Kind, at);
        card.ShareWith(written.Audience switch
        {
            AudienceScope.Organisation => Audience.Organisation(),
            AudienceScope.Team => Audience.ForTeam(owner.TeamId!.Value),
            _ => Audience.Private(),
        });
        if (card.Accept(card.Revisions[0].Text, at).Refused(out var refusal))
        {
            throw new InvalidOperationException($"The demo card \"{written.Title}\" cannot be accepted: {refusal}.");
        }

        return card;
    }
}
