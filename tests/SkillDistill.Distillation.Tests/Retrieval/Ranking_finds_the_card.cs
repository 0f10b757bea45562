using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Retrieval;

public class Ranking_finds_the_card
{
    [Theory]
    [InlineData("how do I restart the exporting workers", "Restarting the export worker")]
    [InlineData("Comparing rows after restores", "Restoring a backup")]
    [InlineData("The lawyer's letter arrived, do we still refund?", "Refunding a disputed invoice")]
    [InlineData("whom do I ask about payroll", "Payroll exports are not mine")]
    public void Inflected_words_in_any_field_are_found(string question, string title)
    {
        var ranked = CardRanking.Rank(question, Given.All);

        Assert.Equal(title, ranked[0].Card.Text.Title);
    }

    [Fact]
    public void A_word_in_the_title_weighs_more_than_the_same_word_in_a_case()
    {
        var inCase = Given.Card(new CardText { Title = "Other", Action = "Do this.", Case = "The gateway was slow." });
        var inTitle = Given.Card(new CardText { Title = "Gateway", Action = "Do this." });

        Assert.Equal([inTitle, inCase], CardRanking.Rank("gateway", [inCase, inTitle]).Select(ranked => ranked.Card));
    }

    [Fact]
    public void Labels_of_skills_are_searched()
    {
        var tagged = Given.Card(new CardText { Title = "Rolling updates", Action = "One node at a time." }, null, "Kubernetes");

        var ranked = Assert.Single(CardRanking.Rank("Kubernetes", [.. Given.All, tagged]));

        Assert.Equal(tagged, ranked.Card);
    }

    [Fact]
    public void The_words_that_matched_are_named_as_the_asker_wrote_them()
    {
        var ranked = CardRanking.Rank("Who restarts the Worker?", Given.All);

        Assert.Equal(["restarts", "Worker"], ranked[0].MatchedWords);
    }

    [Theory]
    [InlineData("post mortem")]
    [InlineData("post-mortem")]
    [InlineData("postmortems")]
    public void A_compound_is_found_however_it_is_written(string written)
    {
        var joined = Given.Card(new CardText { Title = "Writing a postmortem", Action = "Within three days." });
        var hyphened = Given.Card(new CardText { Title = "Writing a post-mortem", Action = "Within three days." });

        Assert.Equal(2, CardRanking.Rank(written, [joined, hyphened]).Count);
    }

    [Fact]
    public void Of_two_cards_with_the_same_word_the_one_whose_other_words_look_alike_comes_first()
    {
        var misspelt = Given.Card(new CardText { Title = "Seals", Action = "Tighten the compresor seal by hand." });
        var other = Given.Card(new CardText { Title = "Seals", Action = "Tighten the driveshaft seal by hand." });

        Assert.Equal(misspelt.CardId, CardRanking.Rank("compressors seal", [other, misspelt])[0].Card.CardId);
    }

    [Fact]
    public void The_fewer_that_are_kept_are_the_best_of_all()
    {
        CardMaterial[] cards = [.. Enumerable.Range(0, 200).Select(at => Given.Card(new CardText { Title = $"Note {at}", Action = string.Join(' ', Enumerable.Repeat("gateway", 1 + (at % 7)).Append("and other words")) }))];
        var index = CardIndex.Of(cards);
        var question = Question.Read("gateway");

        Assert.Equal(Ranking.Of(question, index, cards, cards.Length).Hits.Take(10).Select(hit => hit.Card.CardId), Ranking.Of(question, index, cards, 10).Hits.Select(hit => hit.Card.CardId));
    }

    [Fact]
    public void A_card_that_only_looks_alike_is_not_found()
    {
        var alike = Given.Card(new CardText { Title = "Compression of archives", Action = "Pack them at night." });

        Assert.Empty(CardRanking.Rank("compressor", [alike]));
    }

    [Fact]
    public void The_order_of_the_cards_and_asking_twice_change_nothing()
    {
        var random = new Random(3);
        foreach (var question in new[] { "How do I restart the export worker?", "refund after 30 days", "who may see the credentials", "备份 restore" })
        {
            var once = Ranked(question, Given.All);
            for (var round = 0; round < 20; round++)
            {
                Assert.Equal(once, Ranked(question, [.. Given.All.OrderBy(_ => random.Next())]));
            }
        }

        static List<(Domain.Id<Card> Id, double Score)> Ranked(string question, IReadOnlyList<CardMaterial> cards) => [.. CardRanking.Rank(question, cards).Select(hit => (hit.Card.CardId, Math.Round(hit.Score, 9)))];
    }

    [Fact]
    public void Question_words_find_nothing()
    {
        Assert.Empty(CardRanking.Rank("What should I do, and how?", Given.All));
        Assert.Empty(CardRanking.Rank("这个应该怎么办？", Given.All));
    }

    [Theory]
    [InlineData("Redis 的 key 要注意什么？", "key 的规定")]
    [InlineData("加索引之前先做什么？", "加索引")]
    [InlineData("ｒｅｄｉｓ 缓存", "key 的规定")]
    public void Chinese_and_mixed_questions_are_found(string question, string title)
    {
        CardMaterial[] cards =
        [
            Given.Card(new CardText { Title = "key 的规定", Action = "Redis 缓存的 key 必须设 TTL" }),
            Given.Card(new CardText { Title = "加索引", Action = "数据库字段加索引前先用 EXPLAIN 验证，不要猜" }),
            Given.Card(new CardText { Title = "定时任务", Action = "定时任务必须做分布式锁" }),
        ];

        Assert.Equal(title, CardRanking.Rank(question, cards)[0].Card.Text.Title);
    }

    [Fact]
    public void Neighbouring_characters_that_matched_read_as_one_word()
    {
        var card = Given.Card(new CardText { Title = "定时任务", Action = "必须做分布式锁" });

        Assert.Equal(["分布式锁"], CardRanking.Rank("分布式锁？", [card])[0].MatchedWords);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("'")]
    [InlineData("-a -b")]
    [InlineData("\ud83d")]
    [InlineData("吗")]
    public void Odd_input_does_no_harm(string question) => Assert.Empty(CardRanking.Rank(question, Given.All));
}
