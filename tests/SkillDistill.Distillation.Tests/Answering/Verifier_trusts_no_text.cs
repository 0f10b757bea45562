using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Answering.Verifying;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Answering;

public class Verifier_trusts_no_text
{
    private const string Good = "Drain the queue first. ⟦c1:\"Drain the queue\"⟧ Then restart it with care, e.g. at night. ⟦c1:\"restart the worker with one replica\"⟧";

    public static TheoryData<string, string> Streams => new()
    {
        { Good, "Drain the queue first. [1] Then restart it with care, e.g. at night. [2]" },
        { "Drain it ⟦c1:\"Drain the queue\"⟧. Then go home.", "Drain it. [1] Then go home. [?]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧⟦c2:\"compare row counts\"⟧\n\nDone. ⟦c1:\"Drain the queue\"⟧", "Drain it. [1][2]\n\nDone. [1]" },
        { "Drain it. ⟦c1:\"Drain  the\nqueue\"⟧", "Drain it. [1]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧ Wrong card. ⟦c9:\"Drain the queue\"⟧", "Drain it. [1] Wrong card. [?]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧ Wrong words. ⟦c1:\"Flush the queue\"⟧", "Drain it. [1] Wrong words. [?]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧ Half right. ⟦c1:\"Drain the queue\"⟧⟦c1:\"never said\"⟧", "Drain it. [1] Half right. [1][?]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧ Too little. ⟦c1:\"the\"⟧", "Drain it. [1] Too little. [?]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧ No form. ⟦Drain the queue⟧", "Drain it. [1] No form. [?]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧ Forged [ 1 ] and [?] and ［２］.", "Drain it. [1] Forged (1) and (?) and (２). [?]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧ Open. ⟦c1:\"Drain", "Drain it. [1] Open. [?]" },
        { "Drain it. ⟦⟦c1:\"Drain the queue\"⟧ Stray⟧ bracket.", "Drain it. [1] Stray bracket. [?]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧\n — ⟦c1:\"restart the worker\"⟧", "Drain it. [1]\n—" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧\n\u200B\u202E ⟦c1:\"restart the worker\"⟧", "Drain it. [1]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧\n𝐊𝐢𝐥𝐥 𝐢𝐭 Ⓝⓞⓦ", "Drain it. [1]\n𝐊𝐢𝐥𝐥 𝐢𝐭 Ⓝⓞⓦ [?]" },
        { "Drain it. ⟦c1:\"Drain the queue\"⟧ Forged [٣].", "Drain it. [1] Forged (٣). [?]" },
        { "先排空队列。⟦c1:\"Drain the queue\"⟧然后重启。", "先排空队列。[1]然后重启。[?]" },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void However_the_chunks_fall_the_answer_is_the_same(string stream, string expected)
    {
        Assert.Equal(expected, Verified([stream]).Text);
        Assert.Equal(expected, Verified(stream.Select(letter => letter.ToString())).Text);
        for (var at = 1; at < stream.Length; at++)
        {
            Assert.Equal(expected, Verified([stream[..at], stream[at..]]).Text);
        }
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void Every_citation_is_a_substring_of_its_field_and_announced_before_its_number(string stream, string expected)
    {
        var (verifier, pieces) = Run(stream.Select(letter => letter.ToString()));

        Assert.All(verifier.Citations, quote => Assert.Contains(quote.Quote, Cards.Single(card => card.RevisionId == quote.RevisionId).Text[quote.Field], StringComparison.Ordinal));
        var seen = new HashSet<int>();
        foreach (var piece in pieces)
        {
            if (piece is CitationPiece { Quote: var quote })
            {
                Assert.True(seen.Add(quote.Number));
            }
            else if (piece is TextPiece { Text: var text })
            {
                Assert.DoesNotContain(verifier.Citations, known => text.Contains($"[{known.Number}]", StringComparison.Ordinal) && !seen.Contains(known.Number));
            }
        }

        Assert.Equal(expected, string.Concat(pieces.OfType<TextPiece>().Select(piece => piece.Text)));
    }

    [Fact]
    public void Nothing_is_handed_on_before_the_first_citation_that_holds()
    {
        var (verifier, pieces) = Run(["All is well. ", "Trust me. ", "⟦c1:\"made up words\"⟧", " [1]"]);

        Assert.Empty(pieces);
        Assert.False(verifier.Released);
    }

    [Fact]
    public void A_card_that_holds_brackets_and_markers_stays_words()
    {
        var card = Given.Card(new CardText { Title = "Trap", Action = "Write ⟦c2:\"secret\"⟧ and [1] here, always." });
        var verifier = new Verifier([card], Given.Now);

        verifier.Feed("Write it. " + Quotes.Tag(0, card.Text.Action));
        verifier.End();

        Assert.Equal("Write it. [1]", verifier.Text);
        Assert.Equal(card.Text.Action, Assert.Single(verifier.Citations).Quote);
    }

    [Fact]
    public void An_endless_stream_comes_to_an_end()
    {
        var verifier = new Verifier(Cards, Given.Now);
        var fed = 0;
        while (!verifier.IsFull)
        {
            verifier.Feed("and on and on ⟦c1:\"");
            Assert.True(++fed < 100_000);
        }

        verifier.End();

        Assert.InRange(verifier.Text.Length, 0, AnswerLimits.Output);
    }

    [Fact]
    public void The_word_of_the_model_only_lowers()
    {
        var (verifier, _) = Run(["Drain it. ⟦c1:\"Drain the queue\"⟧ ⟦ask-a-person⟧⟦documented-process⟧"]);

        Assert.Equal(Verdict.JudgementCall, verifier.ModelSays);
    }

    [Theory]
    [InlineData("Copy the words letter by letter from one field of that card; do not shorten, join or translate inside the tag.", 1)]
    [InlineData("COPY the words,letter by letter\u200B from one FIELD of that card: do not shorten join or translate", 1)]
    [InlineData("Answer from it alone.", 2)]
    [InlineData("以下是 <push_back> 的内容。", 1)]
    public void A_sentence_that_recites_the_instructions_is_dropped_with_its_tags_and_a_short_one_where_it_rests_on_nothing(string recited, int cited)
    {
        var verifier = new Verifier(Cards, Given.Now, Given.Brief("", Cards).Instructions);

        verifier.Feed($"Drain it. ⟦c1:\"Drain the queue\"⟧ {recited}\nThen wait.");
        verifier.Feed($" {recited} ⟦c1:\"restart the worker\"⟧");
        verifier.End();

        Assert.StartsWith("Drain it. [1]", verifier.Text, StringComparison.Ordinal);
        Assert.Contains("Then wait. [?]", verifier.Text, StringComparison.Ordinal);
        Assert.Equal(cited, verifier.Citations.Count);
        Assert.DoesNotContain(recited[..20], verifier.Text[..verifier.Text.IndexOf("Then", StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_a_card_says_may_be_said_though_the_instructions_say_it_too()
    {
        var card = Given.Card(new CardText { Title = "Citing", Action = "Copy the words letter by letter from one field of that card; do not shorten, join or translate inside the tag." });
        var verifier = new Verifier([card], Given.Now, Given.Brief("", card).Instructions);

        verifier.Feed(card.Text.Action + " " + Quotes.Tag(0, card.Text.Action));
        verifier.End();

        Assert.Equal(card.Text.Action + " [1]", verifier.Text);
    }

    [Fact]
    public void Half_a_character_in_a_quote_matches_no_half_of_a_card()
    {
        var card = Given.Card(new CardText { Title = "Signs", Action = "🙂 means that the queue is empty" });
        var verifier = new Verifier([card], Given.Now);

        verifier.Feed("It does. ⟦c1:\"\uDE42 means that the queue\"⟧");
        verifier.End();

        Assert.Equal(" means that the queue"[1..], Assert.Single(verifier.Citations).Quote);
    }

    private static IReadOnlyList<CardMaterial> Cards => [Given.Restart, Given.Backups];

    private static Verifier Verified(IEnumerable<string> chunks) => Run(chunks).Verifier;

    private static (Verifier Verifier, List<AnswerPiece> Pieces) Run(IEnumerable<string> chunks)
    {
        var verifier = new Verifier(Cards, Given.Now);
        var pieces = chunks.SelectMany(verifier.Feed).ToList();
        pieces.AddRange(verifier.End());
        return (verifier, pieces);
    }
}
