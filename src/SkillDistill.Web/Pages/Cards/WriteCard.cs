using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Keeps what was typed, all of it or nothing: words, skills, audience, how long it holds and, if wished, the acceptance.</summary>
internal sealed class WriteCard(SkillDistillDb db, DeploymentGate gate, KeepProfile keepProfile, Sharing sharing, EventsToCome events, CurrentPerson me, TimeProvider clock)
{
    public async Task<Written> NewAsync(CardForm form, bool accept, CancellationToken cancellationToken)
    {
        if (!await gate.IsOpenAsync(cancellationToken))
        {
            return new Written(null, [new WorkforceNotInformed()]);
        }

        var (audience, until, refusals) = await CheckAsync(form, accept, cancellationToken);
        if (refusals.Count > 0)
        {
            return new Written(null, refusals);
        }

        var card = Card.Draft(me.Id, form.Words(), null, clock.GetUtcNow()).Value;
        db.Cards.Add(card);
        SayHowLong(card, form, until);
        return await KeepAsync(card, form, audience, accept, cancellationToken);
    }

    public async Task<Written> ReviseAsync(OwnCard own, CardForm form, bool accept, CancellationToken cancellationToken)
    {
        var (card, words) = (own.Card, form.Words());
        var (audience, until, refusals) = await CheckAsync(form, accept || card.Status == CardStatus.Accepted, cancellationToken);
        if (refusals.Count > 0)
        {
            return new Written(null, refusals);
        }

        SayHowLong(card, form, until);
        var untouched = words == own.Revision.Text && !card.Status.IsSetAside();
        if (!untouched && card.Revise(words, form.Seen, clock.GetUtcNow()).Refused(out var refusal))
        {
            return new Written(null, [refusal]);
        }

        return await KeepAsync(card, form, audience, accept, cancellationToken);
    }

    /// <summary>Before new words, which let go of what has come about.</summary>
    private void SayHowLong(Card card, CardForm form, UntilCondition until)
    {
        card.HoldFor(form.ReviewAfter, form.Kind);
        card.HoldUntil(until, form.Kind, clock.GetUtcNow());
    }

    private async Task<(Audience Audience, UntilCondition Until, IReadOnlyList<Refusal> Refusals)> CheckAsync(CardForm form, bool accept, CancellationToken cancellationToken)
    {
        var words = form.Words();
        List<Refusal> refusals = [.. words.SavingProblems(), .. words.SecretProblems(), .. accept ? words.AcceptingProblems() : []];
        if (words.CaseProblem(clock.GetUtcNow()) is { } notYet)
        {
            refusals.Add(notYet);
        }

        var audience = await sharing.ReadAsync(form.Audience, cancellationToken);
        if (audience.Refused(out var refusal))
        {
            refusals.Add(refusal);
        }

        var until = await events.ReadAsync(form, cancellationToken);
        if (until.Refused(out var noUntil))
        {
            refusals.Add(noUntil);
        }

        if (form.Tags().Count() > Card.SkillLimit)
        {
            refusals.Add(new TooManySkills(Card.SkillLimit));
        }

        if (!await keepProfile.IsAgreedAsync(me.Id, cancellationToken))
        {
            refusals.Add(new ProfileNotKept());
        }

        return refusals.Count == 0 ? (audience.Value, until.Value, []) : (Audience.Private(), UntilCondition.None, refusals);
    }

    private async Task<Written> KeepAsync(Card card, CardForm form, Audience audience, bool accept, CancellationToken cancellationToken)
    {
        card.ShareWith(audience);
        card.Tag(await KnownAsync(form.Tags(), cancellationToken));
        if (accept && card.Status == CardStatus.Draft)
        {
            card.Accept(form.Words(), clock.GetUtcNow());
        }

        var seen = db.Entry(card).Property(known => known.CameAboutAt).OriginalValue;
        try
        {
            return await events.SaveAsync(card, cancellationToken) is { } refusal ? new Written(null, [refusal]) : new Written(card, []);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            var kept = await db.Cards.AsNoTracking().Where(known => known.Id == card.Id).Select(known => new { known.RevisionNumber, known.CameAboutAt }).FirstOrDefaultAsync(cancellationToken);
            if (kept is not null && kept.CameAboutAt != seen)
            {
                return new Written(null, [new CardMovedOn()]);
            }

            if ((kept?.RevisionNumber ?? 0) < card.RevisionNumber)
            {
                throw;
            }

            // Two windows at the same moment: the store refuses the second card or the second revision of one number.
            return new Written(null, [new CardChangedMeanwhile(card.RevisionNumber)]);
        }
    }

    private async Task<IReadOnlyList<Id<Skill>>> KnownAsync(IEnumerable<Id<Skill>> wanted, CancellationToken cancellationToken)
    {
        var ids = wanted.ToList();
        return await db.Skills.Where(skill => ids.Contains(skill.Id)).Select(skill => skill.Id).ToListAsync(cancellationToken);
    }
}

/// <summary>The card as it is kept now, or every reason why it is not.</summary>
internal sealed record Written(Card? Card, IReadOnlyList<Refusal> Refusals);
