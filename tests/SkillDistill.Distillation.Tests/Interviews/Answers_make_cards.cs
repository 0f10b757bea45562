using SkillDistill.Distillation.Interviews;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Interviews;

public sealed class Answers_make_cards
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Id<Interview> _interview = Id<Interview>.New();
    private readonly List<InterviewAnswer> _answers = [];

    [Fact]
    public void Parts_go_into_the_fields_that_the_protocol_names()
    {
        var rule = Answer("rule", "", "r1", ("if", "If the parcel is 300 grams too heavy"), ("then", "I open it"), ("unless", "Unless it rained"));

        var card = Assert.Single(Propose());

        Assert.Equal((CardKind.Judgement, "If the parcel is 300 grams too heavy", "I open it", "Unless it rained"), (card.Text.Kind, card.Text.Situation, card.Text.Action, card.Text.Exception));
        Assert.All(card.Fields, field => Assert.Equal((rule.Id, field.Words), (field.AnswerId, rule.Parts[field.Part].Substring(field.Start, field.Words.Length))));
    }

    [Fact]
    public void Answers_about_the_same_thing_make_one_card()
    {
        Answer("rule", "", "r1", ("if", "The parcel is too heavy"), ("then", "I open it"));
        Answer("limit", "r1", "", ("", "At a kilo I stop the belt."));

        var card = Assert.Single(Propose());

        Assert.Equal("At a kilo I stop the belt.", card.Text.Threshold);
    }

    [Fact]
    public void What_was_said_to_a_follow_up_goes_where_it_was_asked_for()
    {
        Answer("rule", "", "r1", ("then", "I never sign without opening"), (AnswerParts.Of(FollowUpKind.WhenNotTrue), "When the driver is one of ours."), (AnswerParts.Of(FollowUpKind.LastTime), "In May two crates were mixed up."));

        var card = Assert.Single(Propose());

        Assert.Equal(("When the driver is one of ours.", "In May two crates were mixed up."), (card.Text.Exception, card.Text.Case));
    }

    [Fact]
    public void A_story_is_proposed_in_pieces_whose_quotes_stand_in_it()
    {
        const string story = "They trust the seal on the crate. It only says that nobody opened it.\n\nThey unload in frost. Glass that comes in below zero has to stand for an hour, because it cracks.";
        var answer = Answer("newcomer", "", "", ("", story));

        var cards = Propose();

        Assert.NotEmpty(cards);
        Assert.All(cards.SelectMany(card => card.Fields), field => Assert.Equal(field.Words, answer.Parts[""].Substring(field.Start, field.Words.Length)));
        Assert.Equal(cards.Count, cards.Select(card => card.Key).Distinct().Count());
    }

    [Fact]
    public void The_same_answers_propose_the_same_and_an_edit_changes_the_words_not_the_key()
    {
        var rule = Answer("rule", "", "r1", ("if", "The parcel is too heavy"), ("then", "I open it"));
        var before = Propose();

        rule.Write(rule.Parts.With("then", "I weigh it again"), rule.Revision, Now);
        var after = Propose();

        Assert.Equal(before[0].Key, after[0].Key);
        Assert.Equal("I weigh it again", after[0].Text.Action);
    }

    [Fact]
    public void A_title_says_what_it_is_about_in_Chinese_too()
    {
        Answer("rule", "", "r1", ("if", "包裹比面单重三百克以上"), ("then", "我就拆开看"));

        Assert.Equal("包裹比面单重三百克以上", Propose()[0].Text.Title);
    }

    [Fact]
    public void Whatever_is_written_every_quote_stands_in_its_answer()
    {
        var random = new Random(7);
        string[] bits = ["# ", "- ", "1. ", "\n\n", "\n", "When it snows, ", "never unload. ", "因为会裂。", "  ", "| a | b |\n|--|--|\n| 1 | 2 |\n", "> quoted\n", "```\ncode\n```\n", "Unless 3 °C. ", "🙂", "[x](y) "];
        for (var round = 0; round < 300; round++)
        {
            _answers.Clear();
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => bits[random.Next(bits.Length)]));
            var answer = Answer("newcomer", "", "", ("", text));

            Assert.All(Propose().SelectMany(card => card.Fields), field => Assert.Equal(field.Words, answer.Parts[""].Substring(field.Start, field.Words.Length)));
        }
    }

    private IReadOnlyList<ProposedCard> Propose() => ProposeCards.From(new Agenda(Protocol(), _answers));

    private InterviewAnswer Answer(string probe, string about, string slot, params (string Part, string Text)[] parts)
    {
        var answer = InterviewAnswer.To(_interview, probe, about, slot, _answers.Count);
        answer.Write(AnswerParts.From(parts.Select(part => new KeyValuePair<string, string?>(part.Part, part.Text))), 0, Now);
        _answers.Add(answer);
        return answer;
    }

    private static Protocol Protocol()
    {
        var said = new Wording("a question", "问题");
        ProbePart Part(string key, CardField fills) => new(key, said, PartShape.Prose, fills, []);
        Probe Ask(string key, ProbeShape shape, Repetition repeats, ProbeCard card, params ProbePart[] parts) => new()
        {
            Key = key,
            Sitting = SittingKind.Decisions,
            Question = said,
            Why = said,
            Example = said,
            Shape = shape,
            Aim = ProbeAim.Judgement,
            Repeats = repeats,
            Minutes = 1,
            Parts = parts,
            Card = card,
        };
        Probe[] probes =
        [
            Ask("rule", ProbeShape.Decision, Repetition.PerExample, new ProbeCard(CardKind.Judgement, null, "rule"), Part("if", CardField.Situation), Part("then", CardField.Action), Part("unless", CardField.Exception)),
            Ask("limit", ProbeShape.Line, Repetition.PerDecision, new ProbeCard(CardKind.Judgement, CardField.Threshold, "rule")),
            Ask("newcomer", ProbeShape.Prose, Repetition.Once, new ProbeCard(CardKind.Judgement, null, null)),
        ];
        return new Protocol
        {
            Version = "2026-11",
            FollowUps = [],
            Packs = [],
            Sittings = [.. Enum.GetValues<SittingKind>().Select(kind => new Sitting(kind, said, said, 10, kind == SittingKind.Decisions ? probes : []))],
        };
    }
}
