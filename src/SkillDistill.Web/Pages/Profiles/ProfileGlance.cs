using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Credits;
using SkillDistill.Web.Pages.Disagreements;
using SkillDistill.Web.Pages.Handovers;
using SkillDistill.Web.Pages.Interviews.Inbox;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Profiles;

/// <summary>Gathers the signed-in person's own profile.</summary>
internal sealed class ProfileGlance(SkillDistillDb db, WaitingQuestions waiting, ReadDisagreements disagreements, ReadCredit credit, TakeOver takeOver, CurrentPerson me, TimeProvider clock)
{
    private const int SourceLimit = 5;

    public async Task<Profile> ReadAsync(CancellationToken cancellationToken) => new(
        await CardsAsync(cancellationToken),
        await ConsentAsync(cancellationToken),
        await AgentAsync(cancellationToken),
        await SkillsAsync(cancellationToken),
        await SourcesAsync(cancellationToken),
        await InterviewAsync(cancellationToken),
        await disagreements.OpenCountAsync(cancellationToken),
        await credit.ColleaguesThisMonthAsync(cancellationToken),
        await takeOver.WaitingAsync(cancellationToken));

    private async Task<InterviewGlance> InterviewAsync(CancellationToken cancellationToken) => new(
        await db.InterviewAnswers.AnyAsync(answer => db.Interviews.Any(interview => interview.Id == answer.InterviewId && interview.OwnerId == me.Id), cancellationToken),
        (await waiting.ReadAsync(cancellationToken)).Count);

    private async Task<CardCounts> CardsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Cards.Where(card => card.OwnerId == me.Id).GroupBy(card => card.OwnerId).Select(cards => new CardCounts(
            cards.Count(card => card.Status == CardStatus.Accepted),
            cards.Count(card => card.Status == CardStatus.Draft),
            cards.Count(card => card.Status == CardStatus.Accepted && card.Audience.Scope == AudienceScope.Private),
            cards.Count(card => card.Status == CardStatus.Accepted && card.ReviewBy < now),
            cards.Count(card => card.Status == CardStatus.Accepted && card.CameAboutAt != null),
            cards.Count())).FirstOrDefaultAsync(cancellationToken) ?? new CardCounts(0, 0, 0, 0, 0, 0);
    }

    private async Task<ConsentGlance> ConsentAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var consents = await OwnConsents.LoadAsync(db, me.Id, now, cancellationToken);
        return new ConsentGlance(
            Enum.GetValues<Purpose>().Count(consents.InForce),
            consents.InForce(Purpose.DistilAgent),
            consents.MissingFor(Purpose.AnswerColleagues).Count == 0,
            consents.AudienceOf(Purpose.AnswerColleagues)?.Scope ?? AudienceScope.Private,
            consents.InForce(Purpose.AnswerColleagues) ? consents.For(Purpose.AnswerColleagues)!.EndsAt : null,
            consents.Waiting);
    }

    private async Task<AgentGlance> AgentAsync(CancellationToken cancellationToken)
    {
        var agent = await db.Agents.AsNoTracking().FirstOrDefaultAsync(known => known.OwnerId == me.Id, cancellationToken);
        if (agent?.PublishedVersionId is not { } published)
        {
            return new AgentGlance(agent?.VersionCount ?? 0, null, null, 0);
        }

        var number = await db.AgentVersions.Where(version => version.Id == published).Select(version => version.Number).FirstAsync(cancellationToken);
        var pinned = db.PinnedCards.Where(card => card.VersionId == published).Select(card => card.RevisionId);
        var changed = await db.Cards.CountAsync(
            card => card.OwnerId == me.Id && card.Status == CardStatus.Accepted && card.Audience.Scope != AudienceScope.Private && !pinned.Contains(card.CurrentRevisionId), cancellationToken);
        return new AgentGlance(agent.VersionCount, number, agent.PublishedAt, changed);
    }

    private async Task<IReadOnlyList<SkillGlance>> SkillsAsync(CancellationToken cancellationToken)
    {
        var declared = await db.Proficiencies.AsNoTracking().Where(proficiency => proficiency.PersonId == me.Id)
            .Join(db.Skills, proficiency => proficiency.SkillId, skill => skill.Id, (proficiency, skill) => new { proficiency.Level, skill }).ToListAsync(cancellationToken);
        return [.. declared.Select(row => new SkillGlance(row.skill.Label(CultureInfo.CurrentUICulture), row.Level))
            .OrderByDescending(skill => skill.Level).ThenBy(skill => skill.Label, StringComparer.CurrentCulture)];
    }

    private async Task<IReadOnlyList<SourceGlance>> SourcesAsync(CancellationToken cancellationToken)
    {
        var sources = await db.Sources.AsNoTracking().Where(source => source.OwnerId == me.Id).OrderByDescending(source => source.ImportedAt).Take(SourceLimit)
            .Select(source => new { source.Id, source.Name, source.ImportedAt }).ToListAsync(cancellationToken);
        return [.. sources.Select(source => new SourceGlance(source.Id.Value, source.Name, source.ImportedAt))];
    }
}
