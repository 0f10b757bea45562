using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Profiles;

public sealed class ClaimingStatements
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_sentence_is_claimed_once()
    {
        var statement = Put(StatementKind.Work, "Checks the pumps first.");

        var first = statement.Claim(Drafted("Pumps", "Checks the pumps first."));
        var second = statement.Claim(Drafted("Pumps", "Checks the pumps first."));

        Assert.Null(first.Refusal);
        Assert.IsType<StatementAlreadyClaimed>(second.Refusal);
    }

    [Theory]
    [InlineData("Me", "decisive")]
    [InlineData("Me", "  “Decisive”. ")]
    [InlineData("Decisive!", "I decide within a day.")]
    [InlineData("Me", "")]
    public void A_label_is_not_claimed_as_it_stands(string title, string action)
    {
        var statement = Put(StatementKind.Label, "Decisive");

        var claimed = statement.Claim(Drafted(title, action));

        Assert.IsType<LabelNotRewritten>(claimed.Refusal);
        Assert.Equal(StatementDecision.Undecided, statement.Decision);
    }

    [Fact]
    public void A_label_is_claimed_in_other_words()
    {
        var statement = Put(StatementKind.Label, "Decisive");

        var claimed = statement.Claim(Drafted("Deciding", "I decide within a day, and say what would change my mind."));

        Assert.Null(claimed.Refusal);
        Assert.NotNull(statement.CardId);
    }

    [Fact]
    public void What_was_thrown_away_may_still_be_claimed_but_not_the_other_way_round()
    {
        var statement = Put(StatementKind.Manner, "Speaks briefly.");
        statement.Discard();

        var claimed = statement.Claim(Drafted("Brief", "Speaks briefly."));
        var thrown = statement.Discard();

        Assert.Null(claimed.Refusal);
        Assert.IsType<StatementAlreadyClaimed>(thrown.Refusal);
    }

    private static Statement Put(StatementKind kind, string quote)
    {
        var source = Source.Import(Id<Person>.New(), SourceKind.ColleagueSkill, "Somebody's view of me", Now);
        source.Put(source.Add("persona.md", quote), kind, "Persona", quote, 0);
        return source.Statements[0];
    }

    private static Card Drafted(string title, string action) =>
        Card.Draft(Id<Person>.New(), new CardText { Kind = CardKind.Voice, Title = title, Action = action }, null, Now).Value;
}
