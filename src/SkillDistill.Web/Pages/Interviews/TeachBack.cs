using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>Tells the owner's cards back to them, and puts into a card what they say was missing, when they wish it.</summary>
internal sealed class TeachBack(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    private const string Right = "right";
    private const string OnlyIf = "only-if";
    private const string Instead = "instead";

    /// <summary>The rules for a step: those answered before, as long as their card is there, and then others up to as many as are asked for.</summary>
    public async Task<IReadOnlyList<TaughtRule>> RulesAsync(Step step, CancellationToken cancellationToken)
    {
        var own = await db.OwnCards(me.Id).AsNoTracking().Where(row => row.Card.Status == CardStatus.Accepted || row.Card.Status == CardStatus.Draft)
            .Select(row => new { row.Card.Id, row.Revision.Text }).ToListAsync(cancellationToken);
        var answered = step.Rows.Select(row => row.Slot).ToHashSet();
        var cards = own.ConvertAll(row => (row.Id, Words: row.Text));
        var rules = TaughtRule.Of(cards.Where(card => answered.Contains(card.Id.ToString())), step.MostRows);
        var others = TaughtRule.Of(cards.Where(card => !answered.Contains(card.Id.ToString())), step.MostRows - rules.Count);
        var told = rules.Concat(others).Select(rule => rule.CardId).ToHashSet();

        // All in one order, so that a rule stays where it stood when it is answered.
        return TaughtRule.Of(cards.Where(card => told.Contains(card.Id)), step.MostRows);
    }

    /// <summary>What the answer would change in the card, or null where it changes nothing: it was right, or the card says so already.</summary>
    public static CardText? Change(TaughtRule rule, InterviewAnswer? answer)
    {
        var (verdict, only, instead) = (answer?.Parts["verdict"] ?? "", answer?.Parts[OnlyIf].Trim() ?? "", answer?.Parts[Instead].Trim() ?? "");
        return verdict is "" or Right ? null
            : verdict == OnlyIf && only.Length > 0 && !rule.Words.Exception.Contains(only, StringComparison.Ordinal)
                ? rule.Words with { Exception = rule.Words.Exception.Length == 0 ? only : $"{rule.Words.Exception}\n{only}" }
            : verdict != OnlyIf && instead.Length > 0 && rule.Words.Action != instead ? rule.Words with { Action = instead }
            : null;
    }

    /// <summary>Puts the correction into the card, as a revision of its own.</summary>
    /// <returns>Null where there is nothing to put in.</returns>
    public async Task<Outcome<Card>?> ApplyAsync(Step step, InterviewAnswer answer, CancellationToken cancellationToken)
    {
        var rule = (await RulesAsync(step, cancellationToken)).FirstOrDefault(rule => rule.Slot == answer.Slot);
        if (rule is null || Change(rule, answer) is not { } words || await db.OwnCardAsync(me.Id, rule.CardId.Value, cancellationToken) is not { } own)
        {
            return null;
        }

        var revised = own.Card.Revise(words, own.Card.RevisionNumber, clock.GetUtcNow());
        if (revised.Refusal is null)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return revised;
    }
}
