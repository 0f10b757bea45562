using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Interviews.Protocols;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>
/// Puts a profile that its owner took along into an empty one, all of it or nothing. No consent comes with it, and so nothing of it is used or shown to anybody before its owner
/// decides so here: an agent comes unpublished, and what was for people or teams that are not known here is private.
/// </summary>
internal sealed class BringProfile(SkillDistillDb db, TakingIn takingIn, ProtocolShelf protocols, CurrentPerson me)
{
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        !await db.Cards.AnyAsync(card => card.OwnerId == me.Id, cancellationToken)
        && !await db.Sources.AnyAsync(source => source.OwnerId == me.Id, cancellationToken)
        && !await db.Interviews.AnyAsync(interview => interview.OwnerId == me.Id, cancellationToken)
        && !await db.Agents.AnyAsync(agent => agent.OwnerId == me.Id, cancellationToken);

    public async Task<Outcome<BroughtProfile>> FromAsync(ProfileFile file, CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(me.Id, cancellationToken) is { } closed)
        {
            return closed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"interview:{me.Id}", cancellationToken);
        if (!await IsEmptyAsync(cancellationToken))
        {
            return new ProfileNotEmpty();
        }

        var known = new KnownHere(await SkillsAsync(cancellationToken), await EventsAsync(file, cancellationToken), await db.Teams.Select(team => team.Id.Value).ToHashSetAsync(cancellationToken), await db.People.Select(person => person.Id.Value).ToHashSetAsync(cancellationToken));
        var put = await PutAsync(file, known, cancellationToken);
        if (put.Refused(out var refusal))
        {
            return refusal;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Its ids are taken: the same file was brought into another profile here.
            return new ProfileHereAlready();
        }

        return new BroughtProfile(file.Cards.Count, file.Interview?.Answers.Count ?? 0, file.Sources.Count, known.Unknown);
    }

    private async Task<Outcome<ProfileFile>> PutAsync(ProfileFile file, KnownHere known, CancellationToken cancellationToken)
    {
        var documents = file.Sources.SelectMany(source => source.Documents).Select(document => document.Id).ToHashSet();
        foreach (var card in file.Cards)
        {
            if (Restored(card, known, documents).Refused(out var refusal))
            {
                return refusal;
            }
        }

        foreach (var source in file.Sources)
        {
            Put(source, documents, [.. file.Cards.Select(card => card.Id)]);
        }

        if (file.Interview is { } interview && await PutAsync(interview, known, cancellationToken) is { } problem)
        {
            return problem;
        }

        PutQuotes(file);
        PutForecasts(file);
        PutAgent(file);
        await PutSkillsAsync(file, known, cancellationToken);
        var putOff = await db.PutOffQuestions.Where(question => question.OwnerId == me.Id).Select(question => question.Key).ToListAsync(cancellationToken);
        db.PutOffQuestions.AddRange(file.PutOff.Where(question => !putOff.Contains(question.Key)).Select(question => PutOffQuestion.Of(me.Id, question.Key, question.Until?.ToUniversalTime())));
        return file;
    }

    private Outcome<Card> Restored(CardPart part, KnownHere known, HashSet<Guid> documents)
    {
        var restored = Card.Restore(
            new Id<Card>(part.Id),
            me.Id,
            part.Status,
            known.Audience(part.Audience),
            new CardDates(part.CreatedAt.ToUniversalTime(), part.ConfirmedAt.ToUniversalTime(), part.ReviewBy.ToUniversalTime())
            {
                ReviewAfter = part.Holds?.ReviewAfter,
                Until = part.Holds?.Condition(known.Has(part.Holds.Event)) ?? UntilCondition.None,
                CameAboutAt = part.Holds?.CameAboutAt?.ToUniversalTime(),
                FromRoleSince = part.FromRoleSince?.ToUniversalTime(),
            },
            [.. part.Revisions.Select(revision => new KeptRevision(new Id<CardRevision>(revision.Id), revision.Text, revision.WrittenAt.ToUniversalTime()))],
            part.From.Where(from => documents.Contains(from.Document)).Select(Passage));
        if (restored.Refusal is not null)
        {
            return restored;
        }

        if (known.HappenedAt(part.Holds?.Event) is { } happened)
        {
            // It came while the profile was away; where the card knows of it already, there is nothing to say.
            restored.Value.ComeAbout(happened);
        }

        var tagged = restored.Value.Tag([.. part.Skills.Select(known.Skill).OfType<Id<Skill>>().Distinct()]);
        db.Cards.Add(restored.Value);
        return tagged;
    }

    private void Put(SourcePart part, HashSet<Guid> documents, HashSet<Guid> cards)
    {
        var source = Source.Restore(new Id<Source>(part.Id), me.Id, part.Kind, part.Name, part.ImportedAt.ToUniversalTime());
        foreach (var document in part.Documents)
        {
            source.PutBack(new Id<SourceDocument>(document.Id), document.Path, document.Text, document.Sha256);
        }

        foreach (var statement in part.Statements.Where(statement => documents.Contains(statement.From.Document)))
        {
            source.PutBack(statement.Kind, statement.Decision, statement.Card is { } card && cards.Contains(card) ? new Id<Card>(card) : null, Passage(statement.From));
        }

        db.Sources.Add(source);
    }

    private async Task<Refusal?> PutAsync(InterviewPart part, KnownHere known, CancellationToken cancellationToken)
    {
        var version = await protocols.FindAsync(part.ProtocolVersion, cancellationToken) is null ? (await protocols.NewestAsync(cancellationToken)).Version : part.ProtocolVersion;
        var interview = Interview.Begin(me.Id, version, part.BegunAt.ToUniversalTime());
        interview.Take(part.Packs);
        interview.AskForManner(part.AsksForManner);
        db.Interviews.Add(interview);
        db.DiscardedProposals.AddRange(part.Discarded.Select(key => DiscardedProposal.Of(interview.Id, key)));
        foreach (var answer in part.Answers)
        {
            var kept = new KeptAnswer(
                AnswerParts.From(answer.Parts.Select(text => new KeyValuePair<string, string?>(text.Key, text.Value))),
                answer.Dismissed,
                answer.IsSkipped,
                known.Audience(answer.Audience),
                answer.Revision,
                answer.WrittenAt.ToUniversalTime(),
                answer.Suggested ?? ModelSuggestions.None);
            var restored = InterviewAnswer.Restore(new Id<InterviewAnswer>(answer.Id), InterviewAnswer.To(interview.Id, answer.Probe, answer.About, answer.Slot, answer.Place), kept);
            if (restored.Refused(out var refusal))
            {
                return refusal;
            }

            db.InterviewAnswers.Add(restored.Value);
        }

        return null;
    }

    private void PutQuotes(ProfileFile file)
    {
        var answers = (file.Interview?.Answers ?? []).Select(answer => answer.Id).ToHashSet();
        db.FieldQuotes.AddRange(
            from card in file.Cards
            from field in card.Quotes.Where(quote => answers.Contains(quote.Answer)).GroupBy(quote => quote.Field)
            from quote in field.Select((quote, at) => (Of: quote, Ordinal: at + 1))
            select FieldQuote.Restore(new Id<Card>(card.Id), quote.Of.Proposal, quote.Of.Field, quote.Ordinal, new Id<InterviewAnswer>(quote.Of.Answer), quote.Of.Part, quote.Of.Words, quote.Of.Start));
    }

    private void PutForecasts(ProfileFile file)
    {
        var cards = file.Cards.Select(card => card.Id).ToHashSet();
        db.Forecasts.AddRange((file.Forecasts ?? []).Where(forecast => cards.Contains(forecast.Card) && Forecast.Percents.Contains(forecast.Percent)).Select(forecast =>
            Forecast.Restore(new Id<Card>(forecast.Card), me.Id, forecast.Percent, forecast.StatedAt.ToUniversalTime(), forecast.HasHeld, forecast.ToldAt?.ToUniversalTime())));
    }

    private void PutAgent(ProfileFile file)
    {
        if (file.Agent is not { } part)
        {
            return;
        }

        var revisions = file.Cards.SelectMany(card => card.Revisions.Select(revision => (card.Id, revision.Id))).ToHashSet();
        var agent = Agent.Of(me.Id);
        agent.Introduce(part.Headline);
        db.Agents.Add(agent);
        var answers = (file.Interview?.Answers ?? []).Select(answer => answer.Id).ToHashSet();
        var cases = (part.Cases ?? []).Where(known => answers.Contains(known.Answer)).ToDictionary(known => known.Answer, known => ReplayCase.Restore(agent.Id, known.Kept));
        db.ReplayCases.AddRange(cases.Values);
        foreach (var kept in part.Versions)
        {
            var version = agent.PutBack(new KeptVersion(
                kept.Number,
                kept.DistilledAt.ToUniversalTime(),
                kept.PublishedAt?.ToUniversalTime(),
                kept.RolledBackTo,
                kept.Instructions,
                kept.Digest,
                kept.ErasedCards,
                [.. kept.Cards.Where(card => revisions.Contains((card.Card, card.Revision))).Select(card => (new Id<Card>(card.Card), new Id<CardRevision>(card.Revision)))]));
            db.AgentVersions.Add(version);
            if (kept.Replay is { } replay)
            {
                var results = replay.Results.Where(result => cases.ContainsKey(result.Answer)).Select(result => result.Restored(version.Id, cases[result.Answer].Id));
                db.Replays.Add(Replay.Restore(version.Id, results, replay.RanAt.ToUniversalTime(), replay.Waiver, replay.WaivedAt?.ToUniversalTime()));
            }
        }
    }

    /// <summary>What the person declared here already stands.</summary>
    private async Task PutSkillsAsync(ProfileFile file, KnownHere known, CancellationToken cancellationToken)
    {
        var declared = await db.Proficiencies.Where(level => level.PersonId == me.Id).Select(level => level.SkillId).ToListAsync(cancellationToken);
        db.Proficiencies.AddRange(
            from part in file.Skills
            let skill = known.Skill(part.Skill)
            where skill is not null && !declared.Contains(skill.Value)
            let level = Proficiency.Declare(me.Id, skill.Value, part.Level, part.DeclaredAt.ToUniversalTime())
            where level.Refusal is null
            select level.Value);
    }

    private static Provenance Passage(PassagePart from) => new(new Id<SourceDocument>(from.Document), from.Place, from.Quote, from.Start);

    private async Task<Dictionary<string, Id<Skill>>> SkillsAsync(CancellationToken cancellationToken) =>
        (await db.Skills.AsNoTracking().OrderBy(skill => skill.RetiredAt != null).ToListAsync(cancellationToken)).GroupBy(skill => skill.Label(CultureInfo.GetCultureInfo("en")), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(skills => skills.Key, skills => skills.First().MergedIntoId ?? skills.First().Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The events that the file's cards hold until, as far as they are on the list here: since when they have happened, or null.</summary>
    private async Task<Dictionary<Guid, DateTimeOffset?>> EventsAsync(ProfileFile file, CancellationToken cancellationToken)
    {
        var ids = file.Cards.Select(card => card.Holds?.Event).OfType<Guid>().Distinct().Order().Select(id => new Id<ExpectedEvent>(id)).ToList();
        var events = new Dictionary<Guid, DateTimeOffset?>();
        foreach (var id in await db.ExpectedEvents.Where(expected => ids.Contains(expected.Id)).OrderBy(expected => expected.Id).Select(expected => expected.Id).ToListAsync(cancellationToken))
        {
            await db.LockEventAsync(id, cancellationToken);
            foreach (var saidAt in await db.ExpectedEvents.Where(expected => expected.Id == id).Select(expected => expected.SaidAt).ToListAsync(cancellationToken))
            {
                events.Add(id.Value, saidAt);
            }
        }

        return events;
    }

    /// <summary>What a profile may refer to in this installation. Skills are found by their label, for each installation has its own.</summary>
    private sealed class KnownHere(Dictionary<string, Id<Skill>> skills, Dictionary<Guid, DateTimeOffset?> events, HashSet<Guid> teams, HashSet<Guid> people)
    {
        private readonly SortedSet<string> _unknown = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Skills that nobody has listed here.</summary>
        public IReadOnlyCollection<string> Unknown => _unknown;

        public Id<Skill>? Skill(string label)
        {
            if (skills.TryGetValue(label, out var skill))
            {
                return skill;
            }

            _unknown.Add(label);
            return null;
        }

        public bool Has(Guid? expected) => expected is { } id && events.ContainsKey(id);

        /// <summary>Null where it is to come, or is not on the list.</summary>
        public DateTimeOffset? HappenedAt(Guid? expected) => expected is { } id ? events.GetValueOrDefault(id) : null;

        public Audience Audience(AudiencePart part) => part.Scope switch
        {
            AudienceScope.Organisation => Domain.People.Audience.Organisation(),
            AudienceScope.Team when part.Team is { } team && teams.Contains(team) => Domain.People.Audience.ForTeam(new Id<Team>(team)),
            AudienceScope.People when part.People.Count > 0 && part.People.All(people.Contains) && Domain.People.Audience.ForPeople(part.People.Select(person => new Id<Person>(person))) is { Refusal: null } named => named.Value,
            _ => Domain.People.Audience.Private(),
        };
    }
}

/// <param name="UnknownSkills">Labels that are not listed here and were left out.</param>
internal sealed record BroughtProfile(int Cards, int Answers, int Sources, IReadOnlyCollection<string> UnknownSkills);

internal sealed record ProfileNotEmpty : Refusal;

internal sealed record ProfileHereAlready : Refusal;
