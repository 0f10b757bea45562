using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Reading.ColleagueSkills;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>
/// What the owner says to the sentences that somebody else's tool made of them. A sentence claimed twice becomes one card; where two windows decide
/// at once, the second throws <see cref="DbUpdateConcurrencyException"/> and does nothing.
/// </summary>
internal sealed class DecideStatements(SkillDistillDb db, TakingIn takingIn, TimeProvider clock)
{
    /// <summary>One sentence is mine: it becomes a draft card, in the words given or else in its own.</summary>
    public async Task<Outcome<Decided>> ClaimOneAsync(
        Id<Source> source, Id<Person> owner, Id<Statement> id, (string Title, string Action)? ownWords, CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(owner, cancellationToken) is { } closed)
        {
            return closed;
        }

        var statement = await Own(source, owner).FirstAsync(statement => statement.Id == id, cancellationToken);
        if (Claim(owner, statement, ownWords).Refused(out var refusal))
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new Decided(1, statement.CardId);
    }

    /// <summary>The ticked ones are mine. Labels are passed over: they are claimed one by one, in one's own words, or not at all.</summary>
    public async Task<Outcome<Decided>> ClaimAsync(Id<Source> source, Id<Person> owner, IReadOnlyCollection<Id<Statement>> ticked, CancellationToken cancellationToken)
    {
        if (ticked.Count == 0)
        {
            return new NothingTicked();
        }

        if (await takingIn.WhyNotAsync(owner, cancellationToken) is { } closed)
        {
            return closed;
        }

        var statements = await Own(source, owner)
            .Where(statement => ticked.Contains(statement.Id) && statement.Kind != StatementKind.Label && statement.Decision != StatementDecision.Claimed)
            .ToListAsync(cancellationToken);
        var count = statements.Count(statement => !Claim(owner, statement, null).Refused(out _));
        await db.SaveChangesAsync(cancellationToken);
        return new Decided(count);
    }

    /// <summary>The ticked ones are not mine. What was claimed before stays claimed.</summary>
    public async Task<Outcome<Decided>> DiscardAsync(Id<Source> source, Id<Person> owner, IReadOnlyCollection<Id<Statement>> ticked, CancellationToken cancellationToken) =>
        ticked.Count == 0 ? new NothingTicked() : await DiscardAsync(Own(source, owner).Where(statement => ticked.Contains(statement.Id)), cancellationToken);

    /// <summary>None of the labels is mine.</summary>
    public async Task<Outcome<Decided>> DiscardLabelsAsync(Id<Source> source, Id<Person> owner, CancellationToken cancellationToken) =>
        await DiscardAsync(Own(source, owner).Where(statement => statement.Kind == StatementKind.Label), cancellationToken);

    private async Task<Decided> DiscardAsync(IQueryable<Statement> chosen, CancellationToken cancellationToken)
    {
        var open = await chosen.Where(statement => statement.Decision == StatementDecision.Undecided).ToListAsync(cancellationToken);
        open.ForEach(statement => statement.Discard());
        await db.SaveChangesAsync(cancellationToken);
        return new Decided(open.Count);
    }

    private Outcome<Statement> Claim(Id<Person> owner, Statement statement, (string Title, string Action)? ownWords)
    {
        var text = ReadColleagueSkill.Draft(statement.Kind, statement.Provenance.Place, statement.Provenance.Quote);
        text = ownWords is { } own ? text with { Title = own.Title, Action = own.Action } : text;
        var drafted = Card.Draft(owner, text, statement.Provenance with { }, clock.GetUtcNow());
        if (drafted.Refused(out var refusal))
        {
            return refusal;
        }

        var claimed = statement.Claim(drafted.Value);
        if (claimed.Refusal is null)
        {
            db.Cards.Add(drafted.Value);
        }

        return claimed;
    }

    private IQueryable<Statement> Own(Id<Source> source, Id<Person> owner) =>
        db.Statements.Where(statement => statement.SourceId == source && db.Sources.Any(own => own.Id == source && own.OwnerId == owner));
}

/// <param name="Count">Sentences decided on now; those decided before are not counted.</param>
/// <param name="Card">The draft card, where one sentence was claimed.</param>
internal sealed record Decided(int Count, Id<Card>? Card = null);

internal sealed record NothingTicked : Refusal;
