using SkillDistill.Distillation.Answering;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Answering;

/// <summary>What an owner is told about an answer is what happened, because the same code says both.</summary>
public sealed class Explaining_says_what_answering_does
{
    private const string Question = "How do I restart the export worker?";

    [Fact]
    public async Task The_prompt_shown_is_the_prompt_sent_to_the_letter()
    {
        var brief = Given.Brief(Question, [.. Given.All]);
        var model = new ScriptedModel(["Drain the queue. ⟦c1:\"Drain the queue, then restart the worker with one replica.\"⟧"]);
        await Given.Answering(model).AnswerOfAsync(brief);

        var explained = Explanation.Of(brief);

        var sent = Assert.Single(model.Asked);
        Assert.Equal((sent[0].Content, sent[1].Content), (explained.System, explained.Message));
        Assert.Contains("Drain the queue", explained.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_stand_in_order_of_their_scores_and_those_cited_were_taken()
    {
        var brief = Given.Brief(Question, [.. Given.All]);
        var answer = await Given.Answering().AnswerOfAsync(brief);

        var explained = Explanation.Of(brief);

        Assert.Equal(brief.Cards.Count, explained.Cards.Count);
        Assert.Equal((Given.Restart.CardId, Choosing.Chosen), (explained.Cards[0].Card.CardId, explained.Cards[0].Choosing));
        Assert.Equal(explained.Cards.Select(card => card.Score).OrderDescending(), explained.Cards.Select(card => card.Score));
        Assert.NotEmpty(answer.CitedCards);
        Assert.All(answer.CitedCards, cited => Assert.Equal(Choosing.Chosen, explained.Cards.Single(card => card.Card.CardId == cited).Choosing));
        Assert.All(explained.Cards.Where(card => card.Score == 0), card => Assert.Equal(Choosing.NothingInCommon, card.Choosing));
    }

    [Fact]
    public async Task Where_nothing_comes_near_enough_no_prompt_is_made_and_no_model_asked()
    {
        var brief = Given.Brief("Which wine goes with the export of fish?", [.. Given.All]);
        var model = new ScriptedModel(["Riesling."]);
        Assert.Equal(VerdictReason.NothingNearEnough, (await Given.Answering(model).AnswerOfAsync(brief)).Reason);

        var explained = Explanation.Of(brief);

        Assert.Empty(model.Asked);
        Assert.False(explained.IsNearEnough);
        Assert.True(explained.Evidence < explained.Needed);
        Assert.Equal((null, null), (explained.System, explained.Message));
        Assert.Contains(explained.Cards, card => card.Choosing == Choosing.NotNearEnough);
        Assert.DoesNotContain(explained.Cards, card => card.Choosing == Choosing.Chosen);
    }

    [Fact]
    public void Of_many_as_near_only_as_many_as_may_travel_are_taken()
    {
        var cards = Enumerable.Range(1, 5).Select(number => Given.Card(new CardText { Kind = CardKind.Process, Title = "Restarting the export worker", Action = $"Restart the export worker on rack {number}." })).ToList();

        var explained = Explanation.Of(Given.Brief(Question, cards));

        Assert.Equal([3, 2], explained.Cards.GroupBy(card => card.Choosing).Select(group => group.Count()));
        Assert.Equal(Choosing.BeyondLimit, explained.Cards[^1].Choosing);
    }

    [Fact]
    public void A_card_far_behind_the_nearest_says_so()
    {
        var far = Given.Card(new CardText { Kind = CardKind.Fact, Title = "Lunch", Action = "The canteen serves the export team, the import team, the drivers and whoever comes by until two in the afternoon." });

        var explained = Explanation.Of(Given.Brief(Question, Given.Restart, far));

        Assert.Equal(Choosing.TooFarBehind, explained.Cards.Single(card => card.Card.CardId == far.CardId).Choosing);
    }
}
