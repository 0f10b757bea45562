using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Profiles;

public sealed class CardTexts
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Blanks_around_words_and_foreign_line_ends_are_not_kept()
    {
        var card = Card.Draft(Id<Person>.New(), new CardText { Title = "  A title ", Action = "One\r\ntwo\rthree\n" }, null, Now).Value;

        Assert.Equal(("A title", "One\ntwo\nthree"), (card.Revisions[0].Text.Title, card.Revisions[0].Text.Action));
    }

    [Fact]
    public void A_card_needs_a_title_that_is_more_than_blanks()
    {
        var drafted = Card.Draft(Id<Person>.New(), new CardText { Title = " \n " }, null, Now);

        Assert.Equal((new CardWithoutTitle(), "Title"), (drafted.Refusal, drafted.Refusal?.Field));
    }

    [Theory]
    [InlineData(CardField.Title, CardText.TitleLength)]
    [InlineData(CardField.Falsifier, CardText.FieldLength)]
    public void A_field_may_be_exactly_as_long_as_its_limit(CardField field, int limit)
    {
        Assert.Empty(With(field, new string('x', limit)).SavingProblems());
        Assert.Equal([new CardFieldTooLong(field, limit)], With(field, new string('x', limit + 1)).SavingProblems());
    }

    [Fact]
    public void A_case_has_happened_at_the_latest_on_the_day_it_is_where_the_day_begins_first()
    {
        var evening = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
        var card = Card.Draft(Id<Person>.New(), Happened(2), null, Now).Value;

        Assert.Null(card.Revise(Happened(3), 1, evening).Refusal);
        Assert.Equal((new CaseNotYetHappened(), "CaseDate"), (card.Revise(Happened(4), 2, evening).Refusal, new CaseNotYetHappened().Field));
        Assert.Equal(new CaseNotYetHappened(), Card.Draft(Id<Person>.New(), Happened(3), null, Now).Refusal);

        static CardText Happened(int day) => new() { Title = "A case", CaseDate = new DateOnly(2026, 11, day) };
    }

    [Fact]
    public void A_key_that_was_brought_in_is_not_accepted_and_one_written_by_hand_not_kept()
    {
        var words = new CardText { Title = "Deploying", Action = "export AWS_SECRET_ACCESS_KEY=9sKd02mXpQ7vLr4tYw8zBn6cHf1jGu3eRa5oTi0P" };
        var card = Card.Draft(Id<Person>.New(), words, null, Now).Value;

        Assert.Equal(new CredentialInCard(CardField.Action), card.Accept(words, Now).Refusal);
        Assert.Equal(new CredentialInCard(CardField.Action), card.Revise(words with { Title = "Deploying again" }, 1, Now).Refusal);
        Assert.Null(card.Revise(words with { Action = "export the key that the vault gives to the deploy role" }, 1, Now).Refusal);
    }

    [Fact]
    public void A_boundary_is_accepted_only_with_somebody_to_ask_instead()
    {
        var words = new CardText { Kind = CardKind.Boundary, Title = "Customs" };

        Assert.Equal([new BoundaryWithoutAddress()], words.AcceptingProblems());
        Assert.Empty((words with { AskInstead = "#logistics" }).AcceptingProblems());
    }

    [Theory]
    [InlineData(CardKind.Process)]
    [InlineData(CardKind.RedFlag)]
    [InlineData(CardKind.Fact)]
    [InlineData(CardKind.Voice)]
    public void What_says_neither_what_nor_why_is_not_accepted(CardKind kind)
    {
        var words = new CardText { Kind = kind, Title = "Something" };

        Assert.Equal([new CardWithoutSubstance()], words.AcceptingProblems());
        Assert.Empty((words with { Reason = "Because." }).AcceptingProblems());
    }

    [Fact]
    public void Every_field_can_be_read_by_its_name()
    {
        var words = With(CardField.Title, "Title");

        Assert.All(Enum.GetValues<CardField>(), field => Assert.Equal(typeof(CardText).GetProperty(field.ToString())!.GetValue(words), words[field]));
    }

    private static CardText With(CardField field, string value) => field == CardField.Title
        ? new CardText { Title = value, Situation = "s", Action = "a", Reason = "r", Threshold = "t", Exception = "e", Falsifier = "f", Case = "c", AskInstead = "i" }
        : new CardText { Title = "Title", Falsifier = value };
}
