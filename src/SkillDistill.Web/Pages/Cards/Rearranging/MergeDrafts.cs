using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Distillation.Rearranging;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards.Rearranging;

/// <summary>Makes one draft of several: the first is written on and comes from where all of them came from; the others are set aside.</summary>
internal sealed class MergeDrafts(SkillDistillDb db, WriteCard writeCard, CurrentPerson me)
{
    /// <summary>More of them nobody can read beside one another.</summary>
    public const int Limit = 10;

    /// <summary>The owner's drafts among these, in the order in which they were named.</summary>
    public async Task<IReadOnlyList<OwnCard>> FindAsync(IReadOnlyList<Guid> cards, CancellationToken cancellationToken)
    {
        var ids = cards.Distinct().Take(Limit).Select(card => new Id<Card>(card)).ToList();
        var found = await db.OwnCards(me.Id).Where(row => ids.Contains(row.Card.Id) && row.Card.Status == CardStatus.Draft).ToListAsync(cancellationToken);
        return [.. found.OrderBy(row => ids.IndexOf(row.Card.Id))];
    }

    /// <summary>The words, skills and people of all. Drafts for different people make one for nobody else: widening it is the owner's to do.</summary>
    public static CardForm Suggest(IReadOnlyList<OwnCard> drafts)
    {
        var audience = drafts[0].Card.Audience;
        var form = CardForm.Of(drafts[0].Card, MergedWords.Of([.. drafts.Select(draft => draft.Revision.Text)]));
        form.Skills = [.. drafts.SelectMany(draft => draft.Card.Skills.Select(tag => tag.SkillId.Value)).Distinct().Take(Card.SkillLimit)];
        form.Audience = AudienceForm.Of(drafts.All(draft => draft.Card.Audience.Equals(audience)) ? audience : Audience.Private());
        var ending = drafts.FirstOrDefault(draft => draft.Card is { HoldsUntil.Length: > 0, CameAboutAt: null }) ?? drafts[0];
        (form.HoldsUntil, form.Event) = CardForm.UntilOf(ending.Card);
        form.SeenTakenIn = [.. drafts.Skip(1).Select(draft => draft.Card.RevisionNumber)];
        return form;
    }

    public async Task<Written> AsOneAsync(IReadOnlyList<OwnCard> drafts, CardForm form, bool accept, CancellationToken cancellationToken)
    {
        var (into, others) = (drafts[0], drafts.Skip(1).Select(draft => draft.Card).ToList());
        if (!others.Select(other => other.RevisionNumber).SequenceEqual(form.SeenTakenIn))
        {
            return new Written(null, [new DraftsMovedOn()]);
        }

        foreach (var draft in drafts)
        {
            await db.Entry(draft.Card).Collection(card => card.Passages).LoadAsync(cancellationToken);
        }

        if (into.Card.TakeIn(others).Refused(out var refusal))
        {
            return new Written(null, [refusal]);
        }

        await db.CopyQuotesAsync(others.ConvertAll(other => other.Id), into.Card.Id, null, cancellationToken);
        try
        {
            return await writeCard.ReviseAsync(into, form, accept, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Written(null, [new DraftsMovedOn()]);
        }
    }
}

internal sealed record DraftsMovedOn : Refusal;
