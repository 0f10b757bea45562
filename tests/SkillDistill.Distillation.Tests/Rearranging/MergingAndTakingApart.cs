using SkillDistill.Distillation.Rearranging;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Rearranging;

public sealed class MergingAndTakingApart
{
    private static readonly CardText Seals = new()
    {
        Kind = CardKind.Judgement,
        Title = "Broken seals",
        Situation = "封条破了。箱子是湿的。",
        Action = "1. Open it.\n2. Weigh it. Write it down.",
        Exception = "Not for 3.5 kg boxes, e.g. samples.",
        Case = "In March it was empty.",
        CaseDate = new DateOnly(2026, 3, 2),
    };

    [Fact]
    public void A_merged_field_has_the_sentences_of_all_each_once()
    {
        var other = new CardText { Kind = CardKind.Fact, Title = "Boxes", Action = "2. Weigh it. Call the depot.", Reason = "The insurer asks." };

        var merged = MergedWords.Of([Seals, other]);

        Assert.Equal(Seals with { Action = "1. Open it.\n2. Weigh it. Write it down.\nCall the depot.", Reason = "The insurer asks." }, merged);
    }

    [Fact]
    public void A_merged_card_alone_is_the_card() => Assert.Equal(Seals, MergedWords.Of([Seals]));

    [Fact]
    public void What_all_stays_is_the_card_as_it_was_word_for_word()
    {
        var pieces = WordsApart.PiecesOf(Seals);

        var (stays, goes) = WordsApart.Of(Seals, [.. pieces.Select(_ => PieceGoes.Stays)], CardKind.Fact, "New");

        Assert.Equal(Seals, stays);
        Assert.Equal(new CardText { Kind = CardKind.Fact, Title = "New" }, goes);
    }

    [Fact]
    public void Chinese_sentences_stay_together_and_lines_stay_lines()
    {
        var pieces = WordsApart.PiecesOf(Seals);
        var goes = pieces.Select(piece => piece.Words is "箱子是湿的。" or "Write it down." ? PieceGoes.Goes : PieceGoes.Both).ToList();

        var (stays, parted) = WordsApart.Of(Seals, goes, CardKind.Process, "");

        Assert.Equal(("封条破了。", "1. Open it.\n2. Weigh it."), (stays.Situation, stays.Action));
        Assert.Equal((Seals.Situation, Seals.Action, "封条破了"), (parted.Situation, parted.Action, parted.Title));
    }

    [Fact]
    public void The_date_of_the_case_goes_where_the_case_goes()
    {
        var goes = WordsApart.PiecesOf(Seals).Select(piece => piece.Field == CardField.Case ? PieceGoes.Goes : PieceGoes.Stays).ToList();

        var (stays, parted) = WordsApart.Of(Seals, goes, CardKind.Fact, "March");

        Assert.Null(stays.CaseDate);
        Assert.Equal((Seals.Case, Seals.CaseDate), (parted.Case, parted.CaseDate));
    }

    /// <summary>However the sentences are dealt out, each is in one of the two or in both, and none is new.</summary>
    [Fact]
    public void No_sentence_is_lost_and_none_is_added()
    {
        var random = new Random(4);
        var pieces = WordsApart.PiecesOf(Seals);
        for (var round = 0; round < 300; round++)
        {
            var goes = pieces.Select(_ => (PieceGoes)random.Next(3)).ToList();
            var (stays, parted) = WordsApart.Of(Seals, goes, Seals.Kind, "Title");

            Assert.Equal(Words(pieces.Zip(goes).Where(piece => piece.Second != PieceGoes.Goes).Select(piece => piece.First)), Words(WordsApart.PiecesOf(stays)));
            Assert.Equal(Words(pieces.Zip(goes).Where(piece => piece.Second != PieceGoes.Stays).Select(piece => piece.First)), Words(WordsApart.PiecesOf(parted)));
        }
    }

    private static IEnumerable<string> Words(IEnumerable<CardPiece> pieces) => pieces.Select(piece => $"{piece.Field}: {piece.Words}");
}
