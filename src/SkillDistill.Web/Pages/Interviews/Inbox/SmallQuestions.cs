using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews.Inbox;

/// <summary>
/// The questions of two minutes that wait for the signed-in person: cards past their review date, and accepted cards with a point that they say nothing about. They are found anew each
/// time; kept is only which ones the person does not want.
/// </summary>
internal sealed class SmallQuestions(SkillDistillDb db, KeepProfile keepProfile, PutOff putOff, CurrentPerson me, TimeProvider clock)
{
    /// <summary>More at a time are a chore, and not an inbox.</summary>
    public const int Most = 5;

    public async Task<IReadOnlyList<SmallQuestion>> OpenAsync(IReadOnlySet<string> unwanted, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cards = await db.OwnCards(me.Id).AsNoTracking().Where(row => row.Card.Status == CardStatus.Accepted)
            .OrderBy(row => row.Card.CameAboutAt == null).ThenBy(row => row.Card.ReviewBy).ThenBy(row => row.Card.Id)
            .Select(row => new { row.Card.Id, row.Card.RevisionNumber, row.Card.ReviewBy, row.Revision.Text }).ToListAsync(cancellationToken);
        return [.. cards.Select(card => SmallQuestion.Of(card.Id, card.RevisionNumber, card.Text, card.ReviewBy < now, unwanted)).OfType<SmallQuestion>().Take(Most)];
    }

    /// <summary>What was written becomes the field that was missing, as a revision.</summary>
    /// <returns>Null where the question is not there any more.</returns>
    public async Task<Outcome<Card>?> AnswerAsync(string key, int seen, string? words, CancellationToken cancellationToken)
    {
        if (!await keepProfile.IsAgreedAsync(me.Id, cancellationToken))
        {
            return new ProfileNotKept();
        }

        if (await FindAsync(key, cancellationToken) is not { Missing: { } field } question || await OwnAsync(question, cancellationToken) is not { } own)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(words))
        {
            return new NothingWritten();
        }

        var revised = own.Card.Revise(own.Revision.Text.With(field, words), seen, clock.GetUtcNow());
        if (revised.Refusal is null)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return revised;
    }

    /// <summary>Still true, or not any more.</summary>
    public async Task DecideAsync(string key, bool holds, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is { Missing: null } question && await OwnAsync(question, cancellationToken) is { } own)
        {
            if (holds)
            {
                own.Card.Confirm(own.Revision.Text.Kind, clock.GetUtcNow());
            }
            else
            {
                own.Card.SetAside();
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <param name="forGood">Whether it shall not come back at all.</param>
    public async Task PutOffAsync(string key, bool forGood, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not null)
        {
            await putOff.SetAsync(key, forGood, cancellationToken);
        }
    }

    private async Task<SmallQuestion?> FindAsync(string key, CancellationToken cancellationToken) => (await OpenAsync(await putOff.KeysAsync(cancellationToken), cancellationToken)).FirstOrDefault(question => question.Key == key);

    private Task<OwnCard?> OwnAsync(SmallQuestion question, CancellationToken cancellationToken) => db.OwnCardAsync(me.Id, question.CardId.Value, cancellationToken);
}

internal sealed record NothingWritten : Refusal
{
    public override string? Field => "Words";
}
