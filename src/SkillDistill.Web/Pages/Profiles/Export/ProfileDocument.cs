using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.Admin;
using SkillDistill.Web.Pages.Coverage;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>Reads the signed-in person's whole profile, each part in a fixed order, so that the same profile gives the same document.</summary>
internal sealed class ProfileDocument(SkillDistillDb db, ReadLooks looks, ReadHistory history, CurrentPerson me)
{
    public async Task<ProfileFile> ReadAsync(CancellationToken cancellationToken)
    {
        var labels = await LabelsAsync(cancellationToken);
        return new ProfileFile(
            new PersonPart(me.Person.Name, me.Person.JobTitle, me.Person.Email),
            await SkillsAsync(labels, cancellationToken),
            await SourcesAsync(cancellationToken),
            await InterviewAsync(cancellationToken),
            await CardsAsync(labels, cancellationToken),
            await AgentAsync(cancellationToken),
            await PutOffAsync(cancellationToken),
            await AskedAsync(cancellationToken),
            await RepliedAsync(cancellationToken),
            await DisagreementsAsync(cancellationToken),
            await ForecastsAsync(cancellationToken),
            await LeavingAsync(cancellationToken),
            await LooksAsync(cancellationToken),
            await DecisionsAsync(cancellationToken),
            await CommentsAsync(cancellationToken),
            await HistoryAsync(cancellationToken),
            await SavedViewsAsync(cancellationToken));
    }

    private async Task<List<SkillPart>> SkillsAsync(Dictionary<Guid, string> labels, CancellationToken cancellationToken)
    {
        var rows = await db.Proficiencies.AsNoTracking().Where(level => level.PersonId == me.Id).ToListAsync(cancellationToken);
        var confirmed = (await (from confirmation in db.Confirmations.AsNoTracking()
                                where confirmation.ConfirmedAt != null && db.Proficiencies.Any(level => level.Id == confirmation.ProficiencyId && level.PersonId == me.Id)
                                join peer in db.People on confirmation.PeerId equals peer.Id
                                orderby confirmation.ConfirmedAt, confirmation.Id
                                select new { confirmation.ProficiencyId, Part = new ConfirmedPart(peer.Name, confirmation.Level, confirmation.ConfirmedAt!.Value) }).ToListAsync(cancellationToken))
            .ToLookup(row => row.ProficiencyId, row => row.Part);
        return [.. rows.Select(row => new SkillPart(labels[row.SkillId.Value], row.Level, row.DeclaredAt, confirmed.Contains(row.Id) ? [.. confirmed[row.Id]] : null)).OrderBy(row => row.Skill, StringComparer.Ordinal)];
    }

    private async Task<List<SourcePart>> SourcesAsync(CancellationToken cancellationToken)
    {
        var sources = await db.Sources.AsNoTracking().AsSplitQuery().Include(source => source.Documents).Include(source => source.Statements)
            .Where(source => source.OwnerId == me.Id).OrderBy(source => source.ImportedAt).ThenBy(source => source.Id).ToListAsync(cancellationToken);
        return sources.ConvertAll(source => new SourcePart(
            source.Id.Value,
            source.Kind,
            source.Name,
            source.ImportedAt,
            [.. source.Documents.OrderBy(document => document.Ordinal).Select(document => new DocumentPart(document.Id.Value, document.Path, document.Sha256, document.Text))],
            [.. source.Statements.OrderBy(statement => statement.Ordinal).Select(statement => new StatementPart(statement.Kind, statement.Decision, statement.CardId?.Value, PassagePart.Of(statement.Provenance)))]));
    }

    private async Task<InterviewPart?> InterviewAsync(CancellationToken cancellationToken)
    {
        if (await db.Interviews.AsNoTracking().FirstOrDefaultAsync(interview => interview.OwnerId == me.Id, cancellationToken) is not { } interview)
        {
            return null;
        }

        var answers = await db.InterviewAnswers.AsNoTracking().Where(answer => answer.InterviewId == interview.Id)
            .OrderBy(answer => answer.Probe).ThenBy(answer => answer.About).ThenBy(answer => answer.Place).ThenBy(answer => answer.Slot).ToListAsync(cancellationToken);
        var discarded = await db.DiscardedProposals.Where(proposal => proposal.InterviewId == interview.Id).Select(proposal => proposal.Key).ToListAsync(cancellationToken);
        return new InterviewPart(
            interview.ProtocolVersion,
            interview.Packs,
            interview.AsksForManner,
            interview.BegunAt,
            [.. discarded.Order(StringComparer.Ordinal)],
            answers.ConvertAll(answer => new AnswerPart(
                answer.Id.Value, answer.Probe, answer.About, answer.Slot, answer.Place, answer.Parts.Texts, answer.Dismissed, answer.IsSkipped, AudiencePart.Of(answer.Audience), answer.Revision, answer.WrittenAt,
                answer.Suggested == ModelSuggestions.None ? null : answer.Suggested)));
    }

    private async Task<List<CardPart>> CardsAsync(Dictionary<Guid, string> labels, CancellationToken cancellationToken)
    {
        var cards = await db.Cards.AsNoTracking().AsSplitQuery().Include(card => card.Revisions).Include(card => card.Passages)
            .Where(card => card.OwnerId == me.Id).OrderBy(card => card.CreatedAt).ThenBy(card => card.Id).ToListAsync(cancellationToken);
        var quotes = (await db.FieldQuotes.AsNoTracking().Where(quote => db.Cards.Any(card => card.Id == quote.CardId && card.OwnerId == me.Id))
            .OrderBy(quote => quote.Field).ThenBy(quote => quote.Ordinal).ToListAsync(cancellationToken)).ToLookup(quote => quote.CardId);
        return cards.ConvertAll(card => new CardPart(
            card.Id.Value,
            card.Status,
            AudiencePart.Of(card.Audience),
            card.CreatedAt,
            card.ConfirmedAt,
            card.ReviewBy,
            [.. card.Skills.Select(tag => labels[tag.SkillId.Value]).Order(StringComparer.Ordinal)],
            [.. card.Passages.OrderBy(passage => passage.Ordinal).Select(passage => PassagePart.Of(passage.From))],
            [.. quotes[card.Id].Select(quote => new QuotePart(quote.Field, quote.Proposal, quote.AnswerId.Value, quote.Part, quote.Words, quote.Start))],
            [.. card.Revisions.OrderBy(revision => revision.Number).Select(revision => new RevisionPart(revision.Id.Value, revision.Number, revision.WrittenAt, revision.Text))],
            HoldsPart.Of(card),
            card.FromRoleSince));
    }

    private async Task<LeavingPart?> LeavingAsync(CancellationToken cancellationToken)
    {
        if (await db.Handovers.AsNoTracking().FirstOrDefaultAsync(handover => handover.OwnerId == me.Id, cancellationToken) is not { } leaving)
        {
            return null;
        }

        var successor = await db.People.Where(person => person.Id == leaving.SuccessorId).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        return new LeavingPart(leaving.LastDay, successor, leaving.State, [.. leaving.Cards.OrderBy(card => card.CardId).Select(card => new StayingPart(card.CardId.Value, card.As))]);
    }

    private async Task<AgentPart?> AgentAsync(CancellationToken cancellationToken)
    {
        if (await db.Agents.AsNoTracking().FirstOrDefaultAsync(agent => agent.OwnerId == me.Id, cancellationToken) is not { } agent)
        {
            return null;
        }

        var versions = await db.AgentVersions.AsNoTracking().Include(version => version.Cards).Where(version => version.AgentId == agent.Id).OrderBy(version => version.Number).ToListAsync(cancellationToken);
        var cases = await db.ReplayCases.AsNoTracking().Where(known => known.AgentId == agent.Id && known.AnswerId != null).ToListAsync(cancellationToken);
        var answers = cases.ToDictionary(known => known.Id, known => known.AnswerId!.Value.Value);
        var replays = await db.Replays.AsNoTracking().Include(replay => replay.Results).Where(replay => db.AgentVersions.Any(version => version.Id == replay.VersionId && version.AgentId == agent.Id))
            .ToDictionaryAsync(replay => replay.VersionId, cancellationToken);
        return new AgentPart(
            agent.Headline,
            versions.Find(version => version.Id == agent.PublishedVersionId)?.Number,
            versions.ConvertAll(version => VersionPart.Of(version, replays.TryGetValue(version.Id, out var replay) ? ReplayPart.Of(replay, answers) : null)),
            [.. cases.Select(CasePart.Of).OrderBy(known => known.Answer)]);
    }

    private Task<List<PutOffPart>> PutOffAsync(CancellationToken cancellationToken) =>
        db.PutOffQuestions.AsNoTracking().Where(question => question.OwnerId == me.Id).OrderBy(question => question.Key).Select(question => new PutOffPart(question.Key, question.Until)).ToListAsync(cancellationToken);

    /// <summary>What the person asked others' agents: their questions. The answers hold others' words and stay where they are.</summary>
    private async Task<List<AskedPart>> AskedAsync(CancellationToken cancellationToken)
    {
        var conversations = await db.Conversations.AsNoTracking().Include(conversation => conversation.Turns).Where(conversation => conversation.AskerId == me.Id)
            .OrderBy(conversation => conversation.StartedAt).ThenBy(conversation => conversation.Id).ToListAsync(cancellationToken);
        var sent = await db.Gaps.AsNoTracking().Where(gap => gap.AskerId == me.Id).ToDictionaryAsync(gap => gap.TurnId, gap => gap.Question, cancellationToken);
        var opinions = await db.SecondOpinions.AsNoTracking().Where(opinion => opinion.AskerId == me.Id).OrderBy(opinion => opinion.AskedAt).ThenBy(opinion => opinion.Id).ToListAsync(cancellationToken);
        var pairs = opinions.SelectMany(opinion => new[] { (Turn: opinion.FirstId, opinion.Id), (Turn: opinion.SecondId, opinion.Id) }).ToLookup(half => half.Turn, half => half.Id.Value);
        return conversations.ConvertAll(conversation => new AskedPart(
            conversation.Title,
            conversation.IsTrial,
            conversation.StartedAt,
            [.. conversation.Turns.OrderBy(turn => turn.Ordinal).Select(turn => new AskedQuestionPart(turn.Question, turn.AskedAt, sent.GetValueOrDefault(turn.Id), TokensPart.Of(turn), pairs.Contains(turn.Id) ? [.. pairs[turn.Id]] : null))],
            conversation.ShowsAsker));
    }

    private async Task<List<RepliedPart>> RepliedAsync(CancellationToken cancellationToken) =>
        await db.Gaps.AsNoTracking().Where(gap => gap.OwnerId == me.Id && gap.RepliedAt != null).OrderBy(gap => gap.RepliedAt).ThenBy(gap => gap.Id)
            .Select(gap => new RepliedPart(gap.Question, gap.Reply, gap.RepliedAt!.Value)).ToListAsync(cancellationToken);

    private async Task<List<DisagreementPart>> DisagreementsAsync(CancellationToken cancellationToken)
    {
        var all = await db.Disagreements.AsNoTracking().Include(disagreement => disagreement.Cards).Where(disagreement => disagreement.AskerId == me.Id || disagreement.OwnerId == me.Id)
            .OrderBy(disagreement => disagreement.SentAt).ThenBy(disagreement => disagreement.Id).ToListAsync(cancellationToken);
        return all.ConvertAll(row => row.AskerId == me.Id
            ? new DisagreementPart(new SaidPart(row.Question, row.WouldDo, row.Why, row.TurnedOut), [], null, null, row.SentAt, null)
            : new DisagreementPart(null, [.. row.Cards.Select(card => card.CardId.Value).Order()], row.Settlement?.ToString(), row.Reply, row.SentAt, row.SettledAt));
    }

    private async Task<List<ForecastPart>?> ForecastsAsync(CancellationToken cancellationToken)
    {
        var all = await db.Forecasts.AsNoTracking().Where(forecast => forecast.OwnerId == me.Id).OrderBy(forecast => forecast.StatedAt).ThenBy(forecast => forecast.CardId).ToListAsync(cancellationToken);
        return all.Count == 0 ? null : all.ConvertAll(forecast => new ForecastPart(forecast.CardId.Value, forecast.Percent, forecast.StatedAt, forecast.HasHeld, forecast.ToldAt));
    }

    private async Task<List<LookPart>?> LooksAsync(CancellationToken cancellationToken)
    {
        var all = await looks.AllAsync(cancellationToken);
        return all.Count == 0 ? null : all.ConvertAll(look => new LookPart(look.Looker, look.Day, look.LookedFor));
    }

    private async Task<List<SavedViewPart>?> SavedViewsAsync(CancellationToken cancellationToken)
    {
        var all = await db.SavedViews.AsNoTracking().Where(view => view.OwnerId == me.Id).OrderBy(view => view.Name).ToListAsync(cancellationToken);
        return all.Count == 0 ? null : all.ConvertAll(view => new SavedViewPart(view.Name, view.Address, view.KeptAt));
    }

    private async Task<List<DecisionPart>?> DecisionsAsync(CancellationToken cancellationToken)
    {
        var all = await (from decision in db.Decisions.AsNoTracking()
                         where decision.DecidedById == me.Id
                         join team in db.Teams.IgnoreQueryFilters() on decision.TeamId equals team.Id
                         orderby decision.DecidedAt, decision.Id
                         select new DecisionPart(team.Name, decision.Kind, decision.Text, decision.DecidedAt)).ToListAsync(cancellationToken);
        return all.Count == 0 ? null : all;
    }

    private async Task<List<CommentPart>?> CommentsAsync(CancellationToken cancellationToken)
    {
        var all = await (from comment in db.DecisionComments.AsNoTracking()
                         where comment.AuthorId == me.Id
                         join decision in db.Decisions on comment.DecisionId equals decision.Id
                         join team in db.Teams.IgnoreQueryFilters() on decision.TeamId equals team.Id
                         orderby comment.At, comment.Id
                         select new CommentPart(team.Name, comment.Text, comment.At)).ToListAsync(cancellationToken);
        return all.Count == 0 ? null : all;
    }

    private async Task<List<HistoryPart>?> HistoryAsync(CancellationToken cancellationToken)
    {
        var all = await history.AllOfPersonAsync(me.Id, cancellationToken);
        return all.Count == 0 ? null : all.ConvertAll(row => new HistoryPart(row.Kind, row.At, row.Team, row.From, row.To, row.By));
    }

    private async Task<Dictionary<Guid, string>> LabelsAsync(CancellationToken cancellationToken) =>
        (await db.Skills.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(skill => skill.Id.Value, skill => skill.Label(CultureInfo.GetCultureInfo("en")));
}
