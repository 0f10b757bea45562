using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Conversations;

public sealed class Disagreements
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Person> Asker = Id<Person>.New();
    private static readonly Id<Person> Owner = Id<Person>.New();

    private readonly Card _card;

    public Disagreements() => _card = Accepted(Owner);

    [Fact]
    public void It_touches_each_cited_card_once_and_keeps_no_more_of_the_question_than_is_shared()
    {
        var said = Disagreement.Send(Answered(_card, _card), Asker, Owner, new DisagreementWords("", " Ask first. ", "It was\r\nwrong twice.", true), namesOnly: true, Now).Value;

        Assert.Equal([_card.Id], said.Cards.Select(card => card.CardId));
        Assert.Equal(("", "Ask first.", "It was\nwrong twice."), (said.Question, said.WouldDo, said.Why));
        Assert.True(said.IsOpen);
    }

    [Theory]
    [InlineData("", "Because.", typeof(WouldDoMissing))]
    [InlineData("  ", "Because.", typeof(WouldDoMissing))]
    [InlineData("Ask.", "", typeof(WhyMissing))]
    [InlineData("password: hunter2-Corr3ct!", "Because.", typeof(CredentialInMessage))]
    public void Without_a_way_and_a_reason_there_is_nothing_to_settle(string wouldDo, string why, Type refusal) =>
        Assert.IsType(refusal, Send(Answered(_card), new DisagreementWords("", wouldDo, why, true)).Refusal);

    [Fact]
    public void Too_long_is_told_of_the_field()
    {
        var refusal = Assert.IsType<DisagreementTooLong>(Send(Answered(_card), new DisagreementWords("", "Ask.", new string('a', Disagreement.WordsLength + 1), true)).Refusal);

        Assert.Equal(nameof(Disagreement.Why), refusal.Field);
    }

    [Fact]
    public void Nothing_cited_and_nobody_else_are_nothing_to_disagree_with()
    {
        var words = new DisagreementWords("", "Ask.", "Because.", true);

        Assert.IsType<NothingToDisagreeWith>(Send(Answered(), words).Refusal);
        Assert.IsType<NothingToDisagreeWith>(Disagreement.Send(Answered(_card), Owner, Owner, words, false, Now).Refusal);
        Assert.IsType<NameWanted>(Disagreement.Send(Answered(_card), Asker, Owner, words with { IsNamed = false }, namesOnly: true, Now).Refusal);
        Assert.Null(Disagreement.Send(Answered(_card), Asker, Owner, words with { IsNamed = false }, namesOnly: false, Now).Refusal);
    }

    [Fact]
    public void It_is_settled_once_by_a_card_of_the_owners_or_by_a_reason()
    {
        Assert.IsType<ReasonMissing>(Said().Settle(Settlement.StoodBy, " ", null, Now).Refusal);
        Assert.IsType<NothingSettlesIt>(Said().Settle(Settlement.StoodBy, "It holds.", _card, Now).Refusal);
        Assert.IsType<NothingSettlesIt>(Said().Settle(Settlement.Amended, "", null, Now).Refusal);
        Assert.IsType<NothingSettlesIt>(Said().Settle(Settlement.NewCard, "", Accepted(Asker), Now).Refusal);
        Assert.IsType<NothingSettlesIt>(Said().Settle(Settlement.NewCard, "", Card.Draft(Owner, _card.Revisions[0].Text, null, Now).Value, Now).Refusal);

        var said = Said();
        Assert.Null(said.Settle(Settlement.Amended, "Thank you.", _card, Now.AddDays(1)).Refusal);
        Assert.Equal((Settlement.Amended, "Thank you.", _card.Id, 1, Now.AddDays(1)), (said.Settlement!.Value, said.Reply, said.SettledCardId!.Value, said.SettledRevision!.Value, said.SettledAt!.Value));
        Assert.IsType<AlreadySettled>(said.Settle(Settlement.StoodBy, "No.", null, Now.AddDays(2)).Refusal);
    }

    [Fact]
    public void How_it_turned_out_is_told_before_or_after_and_told_anew_written_over()
    {
        var said = Said();

        Assert.IsType<TurnedOutMissing>(said.TellHowItTurnedOut("", Now).Refusal);
        Assert.Null(said.TellHowItTurnedOut("Two nights of sleep.", Now.AddDays(3)).Refusal);
        Assert.Null(said.TellHowItTurnedOut("Three.", Now.AddDays(4)).Refusal);
        Assert.Equal(("Three.", Now.AddDays(4)), (said.TurnedOut, said.TurnedOutAt!.Value));
    }

    private static Outcome<Disagreement> Send(Turn turn, DisagreementWords words) => Disagreement.Send(turn, Asker, Owner, words, false, Now);

    private Disagreement Said() => Send(Answered(_card), new DisagreementWords("What now?", "Ask.", "Because.", true)).Value;

    private static Card Accepted(Id<Person> owner)
    {
        var text = new CardText { Kind = CardKind.Process, Title = "Handing over", Action = "Go through four things." };
        var card = Card.Draft(owner, text, null, Now).Value;
        Assert.Null(card.Accept(text, Now).Refusal);
        return card;
    }

    private static Turn Answered(params Card[] cited)
    {
        var turn = Conversation.Start(Asker, Id<Agent>.New(), false, Now).Ask("What now?", Id<AgentVersion>.New(), Now).Value;
        turn.Complete(new Answer("Go.", [.. cited.Select((card, at) => new CitedQuote(at + 1, card.Id, card.CurrentRevisionId, CardField.Action, "Go"))], Verdict.DocumentedProcess, VerdictReason.InDateProcess, "BuiltIn"), 1, Now);
        return turn;
    }
}
