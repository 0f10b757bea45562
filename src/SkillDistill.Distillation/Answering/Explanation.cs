using SkillDistill.Distillation.Answering.AboutPeople;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>
/// How an answer comes about, for the owner of the cards: which were weighed, which were taken and why not the others, and what a model is given to the letter. Made by the
/// very code that answers, so that it cannot say anything else.
/// </summary>
/// <param name="Cards">All cards of the brief: first those that share a word with the question or mean the like, nearest first, then the others in the order of the brief.</param>
/// <param name="Evidence">The logarithm of the odds that the cards answer; minus infinity where they share nothing with the question.</param>
/// <param name="Needed">The least evidence with which an answer is composed.</param>
/// <param name="System">The instructions that a model is given, or null where none is asked because no card comes near enough.</param>
/// <param name="Message">The message beside the instructions, or null as before.</param>
/// <param name="Function">What a model outside is told of the function it is offered, or null where it is offered none.</param>
public sealed record Explanation(IReadOnlyList<WeighedCard> Cards, double Evidence, double Needed, string? System, string? Message, string? Function = null)
{
    public bool IsNearEnough => System is not null;

    /// <summary>Whether a judgement about people was asked for: then no card is weighed and nothing put together.</summary>
    public bool IsAboutPeople { get; private init; }

    internal static Explanation Of(Brief brief)
    {
        if (JudgingPeople.IsAsked(brief))
        {
            return new Explanation([], double.NegativeInfinity, AnswerThreshold.Caution, null, null) { IsAboutPeople = true };
        }

        var ranking = Ranking.Of(FollowUp.Read(brief), brief.Cards);
        var sheet = AnswerSheet.Of(brief, ranking);
        var prompt = sheet is null ? null : AnswerQuestion.Prompt(sheet);
        var weighed = ranking.Hits.Select(hit => new WeighedCard(hit.Card, hit.Score, hit.Nearness, Choice(hit.Card, sheet)));
        var found = ranking.Hits.Select(hit => hit.Card.CardId).ToHashSet();
        var others = brief.Cards.Where(card => !found.Contains(card.CardId)).Select(card => new WeighedCard(card, 0, null, Choosing.NothingInCommon));
        return new Explanation([.. weighed, .. others], AnswerThreshold.Evidence(ranking), AnswerThreshold.Caution, prompt?[0].Content, prompt?[1].Content);
    }

    private static Choosing Choice(CardMaterial card, AnswerSheet? sheet) =>
        sheet is null ? Choosing.NotNearEnough
        : sheet.Cards.Any(chosen => chosen.CardId == card.CardId) ? Choosing.Chosen
        : sheet.Cards.Count >= AnswerLimits.Cards ? Choosing.BeyondLimit
        : Choosing.TooFarBehind;
}

/// <param name="Score">Compares within one question only; 0 where the card has nothing in common with it.</param>
/// <param name="Nearness">How near its meaning is to the question's, -1 to 1; null where no encoder has read both, or it has nothing in common.</param>
public sealed record WeighedCard(CardMaterial Card, double Score, double? Nearness, Choosing Choosing);

/// <summary>What became of a card that was weighed.</summary>
public enum Choosing
{
    /// <summary>It travels with the question.</summary>
    Chosen,

    /// <summary>As many as may travel came nearer.</summary>
    BeyondLimit,

    /// <summary>The nearest one is so much nearer that this one would only dilute the answer.</summary>
    TooFarBehind,

    /// <summary>No card comes near enough, and so none is taken.</summary>
    NotNearEnough,

    /// <summary>It shares no word with the question, and does not mean the like.</summary>
    NothingInCommon,
}
