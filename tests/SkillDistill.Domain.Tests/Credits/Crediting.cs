using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Credits;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;

namespace SkillDistill.Domain.Tests.Credits;

public sealed class Crediting
{
    private const int Histories = 300;

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Person> Mei = Id<Person>.New();
    private static readonly Id<Person> Sam = Id<Person>.New();
    private static readonly Id<Person> Tunde = Id<Person>.New();
    private static readonly Dictionary<Id<Card>, Id<Person>> Authors = new[] { Mei, Mei, Mei, Sam, Sam, Tunde }.ToDictionary(_ => Id<Card>.New());

    [Fact]
    public void An_answer_from_two_authors_cards_gives_each_exactly_one()
    {
        var turn = Answered(Tunde, Start, Verdict.JudgementCall, [.. Authors.Keys.Take(5)]);

        var given = CreditRule.For(turn, Tunde, Authors, []);

        Assert.Equal([Mei, Sam], given.Select(credit => credit.AuthorId));
        Assert.Equal(Authors.Keys.Take(3), given[0].Cards.Select(card => card.CardId));
        Assert.All(given, credit => Assert.Equal((turn.Id, Tunde, Start), (credit.TurnId!.Value, credit.AskerId!.Value, credit.GivenAt)));
    }

    [Fact]
    public void Oneself_a_dead_end_and_what_was_broken_off_give_none()
    {
        var card = Authors.Keys.First();

        Assert.Empty(CreditRule.For(Answered(Mei, Start, Verdict.DocumentedProcess, card), Mei, Authors, []));
        Assert.Empty(CreditRule.For(Answered(Tunde, Start, Verdict.CannotTell, card), Tunde, Authors, []));
        Assert.Empty(CreditRule.For(Answered(Tunde, Start, Verdict.DocumentedProcess), Tunde, Authors, []));
        foreach (var why in new[] { TurnState.Stopped, TurnState.Ended, TurnState.Failed })
        {
            var turn = Asked(Tunde, Start);
            turn.BreakOff(why, "Roll", [new CitedQuote(1, card, Id<CardRevision>.New(), CardField.Action, "Roll")], "", Start);
            Assert.Empty(CreditRule.For(turn, Tunde, Authors, []));
        }
    }

    [Fact]
    public void The_same_asker_and_card_count_once_within_a_day_and_another_card_or_asker_does_too()
    {
        var (card, other) = (Authors.Keys.First(), Authors.Keys.Skip(1).First());
        var first = CreditRule.For(Answered(Tunde, Start, Verdict.DocumentedProcess, card), Tunde, Authors, []);

        Assert.Empty(CreditRule.For(Answered(Tunde, Start.AddHours(23), Verdict.DocumentedProcess, card), Tunde, Authors, first));
        Assert.Equal([other], CreditRule.For(Answered(Tunde, Start.AddHours(23), Verdict.DocumentedProcess, card, other), Tunde, Authors, first).Single().Cards.Select(credited => credited.CardId));
        Assert.Single(CreditRule.For(Answered(Tunde, Start.AddHours(24), Verdict.DocumentedProcess, card), Tunde, Authors, first));
        Assert.Single(CreditRule.For(Answered(Sam, Start.AddHours(1), Verdict.DocumentedProcess, card), Sam, Authors, first));
    }

    [Fact]
    public void In_300_random_histories_the_count_is_exact_and_the_same_when_every_answer_is_gone_through_again()
    {
        var random = new Random(9);
        var farmed = 0;
        for (var history = 0; history < Histories; history++)
        {
            var turns = History(random);
            var given = new List<Credit>();
            foreach (var (turn, asker) in turns)
            {
                given.AddRange(CreditRule.For(turn, asker, Authors, given));
            }

            var expected = ExpectedCredit.Of(turns.Where(asked => CreditRule.Helps(asked.Turn)).Select(asked =>
                new Helped(asked.Turn.Id, asked.Asker, asked.Turn.AnsweredAt!.Value, [.. asked.Turn.Citations.Select(citation => (citation.CardId, Authors[citation.CardId])).Distinct()])));
            Assert.Equal(expected.Order(), given.Select(credit => (credit.TurnId!.Value, credit.AuthorId)).Order());
            Assert.All(turns, asked => Assert.Equal(
                given.Where(credit => credit.TurnId == asked.Turn.Id).SelectMany(credit => credit.Cards).Select(card => card.CardId).Order(),
                CreditRule.For(asked.Turn, asked.Asker, Authors, given.Where(credit => credit.GivenAt <= asked.Turn.AnsweredAt)).SelectMany(credit => credit.Cards).Select(card => card.CardId).Order()));
            farmed += turns.Count - given.Select(credit => credit.TurnId).Distinct().Count();
        }

        Assert.True(farmed > Histories, "The histories held hardly anything that must not count.");
    }

    /// <summary>Questions, repeats, dead ends, answers to oneself, minutes, hours and days apart.</summary>
    private static List<(Turn Turn, Id<Person> Asker)> History(Random random)
    {
        var turns = new List<(Turn, Id<Person>)>();
        var now = Start;
        for (var step = random.Next(5, 40); step > 0; step--)
        {
            now += random.Next(4) switch { 0 => TimeSpan.FromMinutes(random.Next(1, 90)), 1 => TimeSpan.FromHours(random.Next(1, 30)), 2 => TimeSpan.FromHours(24), _ => TimeSpan.FromSeconds(random.Next(1, 50)) };
            var asker = random.GetItems([Mei, Sam, Tunde, Id<Person>.New()], 1)[0];
            Id<Card>[] cited = [.. random.GetItems(Authors.Keys.ToArray(), random.Next(0, 4))];
            turns.Add((Answered(asker, now, random.GetItems(Enum.GetValues<Verdict>(), 1)[0], cited), asker));
        }

        return turns;
    }

    private static Turn Asked(Id<Person> asker, DateTimeOffset now) => Conversation.Start(asker, Id<Agent>.New(), false, now).Ask("What now?", Id<AgentVersion>.New(), now).Value;

    private static Turn Answered(Id<Person> asker, DateTimeOffset now, Verdict verdict, params Id<Card>[] cited)
    {
        var turn = Asked(asker, now);
        turn.Complete(new Answer("Roll.", [.. cited.Select((card, at) => new CitedQuote(at + 1, card, Id<CardRevision>.New(), CardField.Action, "Roll"))], verdict, VerdictReason.InDateProcess, "BuiltIn"), 1, now);
        return turn;
    }
}
