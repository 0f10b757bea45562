using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Retrieval;

public class Encoder_tells_what_is_meant
{
    private static readonly Encoder Local = Encoder.InProcess(NullLogger.Instance);

    private static readonly CardMaterial Leave = Given.Card(new CardText { Kind = CardKind.Judgement, Title = "Illness of a teammate", Action = "Take over their shift yourself and tell the channel; never ring them." });
    private static readonly CardMaterial Bill = Given.Card(new CardText { Kind = CardKind.Fact, Title = "Invoices above the limit", Action = "Have the controller sign before the end of the month." });

    [Fact]
    public void A_card_is_found_by_what_it_means_where_no_word_is_shared()
    {
        const string question = "Somebody caught the flu. What happens?";
        var near = Leave with { Meaning = new Meaning("drawn by hand", [0.8f, 0.6f]) };
        var far = Bill with { Meaning = new Meaning("drawn by hand", [0.3f, 0.95f]) };
        var ranking = Ranking.Of(FollowUp.Read(question, [], new AskedMeaning(new Meaning("drawn by hand", [1, 0]), EncoderScale.Fitted)), [far, near]);

        Assert.Empty(Ranking.Of(Question.Read(question), [near, far]).Hits);
        var hit = Assert.Single(ranking.Hits);
        Assert.Equal(near.CardId, hit.Card.CardId);
        Assert.Equal(0.8, hit.Nearness!.Value, 1e-6);
        Assert.DoesNotContain(true, hit.Found);
    }

    [Fact]
    public async Task Off_topic_questions_stay_far()
    {
        var leave = await ReadAsync(Leave);
        var near = Nearness(await Local.OfQuestionAsync("Someone on my team is sick today", [], default), leave);
        var far = Nearness(await Local.OfQuestionAsync("Which compiler flags make the build faster?", [], default), leave);

        Assert.True(near > far + 0.1, $"{near:0.00} is not much nearer than {far:0.00}.");
    }

    [Fact]
    public async Task A_short_question_means_what_the_one_before_it_was_about()
    {
        var leave = await ReadAsync(Leave);
        var alone = Nearness(await Local.OfQuestionAsync("And tomorrow?", [], default), leave);
        var follows = Nearness(await Local.OfQuestionAsync("And tomorrow?", ["Someone on my team is sick, who covers?"], default), leave);

        Assert.True(follows > alone, $"{follows:0.00} is no nearer than {alone:0.00}.");
    }

    [Fact]
    public async Task A_card_that_was_not_read_yet_is_taken_for_as_near_as_the_others_are_on_average()
    {
        var read = await ReadAsync(Bill);
        var unread = Given.Card(Leave.Text);
        var question = FollowUp.Read("Who covers the shift of a teammate?", [], await Local.OfQuestionAsync("Who covers the shift of a teammate?", [], default));

        Assert.Equal(unread.CardId, Ranking.Of(question, [read, unread]).Hits[0].Card.CardId);
        Assert.Null(Ranking.Of(question, [read, unread]).Hits[0].Nearness);
    }

    [Theory]
    [InlineData("支付服务上线失败怎么回滚？")]
    [InlineData("Как откатить выпуск?")]
    [InlineData("")]
    [InlineData("??? 42 🙂")]
    public async Task What_it_does_not_read_is_left_to_the_words(string question) => Assert.Null(await Local.OfQuestionAsync(question, [], default));

    [Theory]
    [InlineData("\ud800 broken letters and \0 more")]
    [InlineData("naïve café déjà vu")]
    public async Task Odd_letters_are_no_trouble(string question) => Assert.NotNull(await Local.OfQuestionAsync(question, [], default));

    [Theory]
    [InlineData("roll back\nthe release", "roll back the release")]
    [InlineData("roll\tback\r\nthe release", "roll back  the release")]
    [InlineData("the café déjà vu", "the cafe deja vu")]
    public async Task Line_ends_and_accents_change_nothing(string written, string plain) =>
        Assert.Equal((await Local.OfQuestionAsync(plain, [], default))!.Meaning.Point, (await Local.OfQuestionAsync(written, [], default))!.Meaning.Point);

    [Fact]
    public async Task A_very_long_text_is_read_by_its_beginning()
    {
        var start = string.Join(' ', Enumerable.Repeat("roll back the payment service", 150));
        var (whole, cut) = (await Local.OfQuestionAsync(start, [], default), await Local.OfQuestionAsync(start + " and then something else", [], default));

        Assert.Equal(whole!.Meaning.Point, cut!.Meaning.Point);
    }

    [Fact]
    public async Task Points_have_the_length_of_one_and_survive_being_kept()
    {
        var meaning = (await Local.OfCardsAsync([Leave.Text], default))![0]!;
        var kept = CardMeaning.Of(Leave.RevisionId, meaning).ToMeaning();

        Assert.Equal(1, TensorPrimitives.Norm<float>(meaning.Point), 1e-4);
        Assert.Equal(meaning.Encoder, kept.Encoder);
        Assert.Equal(1, TensorPrimitives.Dot<float>(meaning.Point, kept.Point), 1e-3);
    }

    [Fact]
    public async Task Points_of_another_encoder_do_not_compare()
    {
        var other = Leave with { Meaning = new Meaning("another", [1, 0, 0]) };
        var meaning = await Local.OfQuestionAsync("Who covers for a teammate?", [], default);

        Assert.Null(Ranking.Of(FollowUp.Read("Who covers for a teammate?", [], meaning), [other]).Hits[0].Nearness);
    }

    [Fact]
    public async Task Its_own_scale_is_the_one_that_others_are_measured_against()
    {
        var measured = await MeasuredScale.OfAsync(texts => PointsAsync(LocalEncoder.BeforeQuestion, texts), texts => PointsAsync("", texts));

        Assert.Equal(1, measured.English!.Factor, 0.02);
        Assert.Equal(0, measured.English.Shift, 0.02);
        Assert.Null(measured.Chinese);

        static async Task<IReadOnlyList<float[]>> PointsAsync(string before, IReadOnlyList<string> texts)
        {
            using var local = new LocalEncoder();
            return [.. (await local.GenerateAsync(texts.Select(text => before + text))).Select(point => point.Vector.ToArray())];
        }
    }

    [Fact]
    public async Task Broken_it_says_nothing_and_does_not_stand_in_the_way()
    {
        var broken = Encoder.InProcess(new Broken(), NullLogger.Instance);

        Assert.False(broken.IsBroken);
        Assert.Null(await broken.OfQuestionAsync("Who covers?", [], default));
        Assert.True(broken.IsBroken);
        Assert.Null(await broken.OfCardsAsync([Leave.Text], default));
    }

    private static async Task<CardMaterial> ReadAsync(CardMaterial card) => card with { Meaning = (await Local.OfCardsAsync([card.Text], default))![0] };

    private static double Nearness(AskedMeaning? question, CardMaterial card) => question!.NearnessTo(card.Meaning)!.Value;

    private sealed class Broken : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new DllNotFoundException("onnxruntime");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
