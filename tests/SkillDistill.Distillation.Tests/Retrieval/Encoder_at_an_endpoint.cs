using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain.Models;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;

namespace SkillDistill.Distillation.Tests.Retrieval;

/// <summary>The real connector against an endpoint on this machine that speaks the real protocol.</summary>
public class Encoder_at_an_endpoint
{
    private const string Question = "Someone on my team is sick today";

    private static readonly Encoder Local = Encoder.InProcess(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

    private static readonly CardText Leave = new() { Kind = CardKind.Judgement, Title = "Illness of a teammate", Action = "Take over their shift yourself and tell the channel; never ring them." };
    private static readonly CardText Bill = new() { Kind = CardKind.Fact, Title = "Invoices above the limit", Action = "Have the controller sign before the end of the month." };

    public static TheoryData<string> Faults => [.. Failing.Keys];

    private static Dictionary<string, (RequestDelegate Reply, ModelProblem Problem)> Failing => new()
    {
        ["refused key"] = (Status(401), ModelProblem.KeyRefused),
        ["no such model"] = (Status(404), ModelProblem.NotFound),
        ["server error"] = (Status(500), ModelProblem.ProviderFailed),
        ["elsewhere"] = (Status(302), ModelProblem.RequestRefused),
        ["silence"] = (context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default), ModelProblem.Silent),
        ["a page"] = (context => SayAsync(context, "text/html", "<p>Sign in</p>"), ModelProblem.NotTheProtocol),
        ["broken JSON"] = (context => SayAsync(context, "application/json", """{"data":[{"embedding":[0.1,"""), ModelProblem.NotTheProtocol),
        ["nothing"] = (context => ModelEndpoint.PlaceAsync(context, []), ModelProblem.NotTheProtocol),
        ["one too few"] = (async context => await ModelEndpoint.PlaceAsync(context, [.. (await ModelEndpoint.TextsAsync(context)).Skip(1).Select(_ => new[] { 1f, 0 })]), ModelProblem.NotTheProtocol),
        ["other sizes"] = (async context => await ModelEndpoint.PlaceAsync(context, [.. (await ModelEndpoint.TextsAsync(context)).Select((_, at) => new float[at + 1])]), ModelProblem.NotTheProtocol),
        ["points nowhere"] = (async context => await ModelEndpoint.PlaceAsync(context, [.. (await ModelEndpoint.TextsAsync(context)).Select(_ => new float[3])]), ModelProblem.NotTheProtocol),
        ["no difference"] = (async context => await ModelEndpoint.PlaceAsync(context, [.. (await ModelEndpoint.TextsAsync(context)).Select(_ => new[] { 0.6f, 0.8f })]), ModelProblem.SaidNothing),
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cards_and_questions_are_placed_whichever_way_the_numbers_are_written(bool asText)
    {
        await using var endpoint = await ModelEndpoint.StartAsync(Status(404), context => ReadAsync(context, asText));
        using var services = Services(endpoint.Address);
        var encoder = services.GetRequiredService<Encoders>().For(mayUseExternalModel: true)!;

        var cards = (await encoder.OfCardsAsync([Leave, Bill], default))!;
        var asked = (await encoder.OfQuestionAsync(Question, [], default))!;

        Assert.Equal("an-encoder (127.0.0.1)", encoder.Name);
        Assert.All(cards, card => Assert.Equal(encoder.Name, card!.Encoder));
        Assert.True(asked.NearnessTo(cards[0]) > asked.NearnessTo(cards[1]) + 0.1);
        Assert.Null(await encoder.TryAsync(default));
    }

    [Fact]
    public async Task Another_scale_of_cosines_is_read_like_the_local_one()
    {
        // All points share one direction, as those of many encoders do: unrelated texts have a cosine of 0.9 and more.
        await using var endpoint = await ModelEndpoint.StartAsync(Status(404), context => ReadAsync(context, asText: true, point => [.. point, 2]));
        using var services = Services(endpoint.Address);
        var encoder = services.GetRequiredService<Encoders>().Outside!;

        var asked = (await encoder.OfQuestionAsync(Question, [], default))!;
        foreach (var (near, card) in (await encoder.OfCardsAsync([Leave, Bill], default))!.Zip([Leave, Bill]))
        {
            var here = (await Local.OfQuestionAsync(Question, [], default))!.NearnessTo((await AsQuestionAsync(card))!)!.Value;
            Assert.Equal(here, asked.NearnessTo(near)!.Value, 0.05);
        }

        Assert.NotInRange(asked.Scale.Factor, 0.5, 2);

        // The endpoint reads everything as the local encoder reads questions.
        static async Task<Meaning?> AsQuestionAsync(CardText card) => (await Local.OfQuestionAsync($"{card.Title}\n{card.Action}", [], default))?.Meaning;
    }

    [Fact]
    public async Task What_it_wants_before_questions_and_texts_is_sent()
    {
        var texts = new List<string>();
        await using var endpoint = await ModelEndpoint.StartAsync(Status(404), context => ReadAsync(context, asText: true, read: texts));
        using var services = Services(endpoint.Address, ("Encoder:BeforeQuestion", "query: "), ("Encoder:BeforeCard", "passage: "));
        var encoder = services.GetRequiredService<Encoders>().Outside!;
        await encoder.OfCardsAsync([Bill], default);
        await encoder.OfQuestionAsync("And today?", ["Who signs?"], default);

        Assert.Contains(texts, text => text.StartsWith("passage: Invoices", StringComparison.Ordinal));
        Assert.Contains("query: Who signs?\nAnd today?", texts);
        Assert.All(texts, text => Assert.Matches("^(query|passage): ", text));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Failing_it_is_said_by_words_alone_within_its_time_and_without_a_word_of_anybody(string fault)
    {
        await using var endpoint = await ModelEndpoint.StartAsync(Status(404), Failing[fault].Reply);
        var log = new List<string>();
        using var services = Services(endpoint.Address, log, ("Encoder:TimeoutSeconds", "1"));
        var encoder = services.GetRequiredService<Encoders>().Outside!;

        var watch = Stopwatch.StartNew();
        Assert.Null(await encoder.OfQuestionAsync(Question, [], default));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.True(await encoder.OfCardsAsync([Leave], default) is null or [null]);
        Assert.False(encoder.IsBroken);
        Assert.Equal(Failing[fault].Problem, await encoder.TryAsync(default));
        Assert.NotEmpty(log);
        Assert.DoesNotContain(log, line => line.Contains("sick", StringComparison.Ordinal) || line.Contains("Illness", StringComparison.Ordinal) || line.Contains("Sign in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_comes_back_when_the_endpoint_does()
    {
        var down = true;
        await using var endpoint = await ModelEndpoint.StartAsync(Status(404), context => down ? Status(401)(context) : ReadAsync(context, asText: true));
        using var services = Services(endpoint.Address);
        var encoder = services.GetRequiredService<Encoders>().Outside!;
        Assert.Null(await encoder.OfQuestionAsync(Question, [], default));

        down = false;

        Assert.NotNull(await encoder.OfQuestionAsync(Question, [], default));
    }

    [Fact]
    public async Task What_keeps_failing_is_left_alone()
    {
        var asked = 0;
        await using var endpoint = await ModelEndpoint.StartAsync(Status(404), context =>
        {
            asked++;
            return Status(401)(context);
        });
        using var services = Services(endpoint.Address);
        var encoder = services.GetRequiredService<Encoders>().Outside!;

        for (var time = 0; time < 20; time++)
        {
            Assert.Null(await encoder.OfQuestionAsync(Question, [], default));
        }

        Assert.InRange(asked, 4, 6);
    }

    [Fact]
    public async Task Who_has_not_agreed_is_read_here()
    {
        await using var endpoint = await ModelEndpoint.StartAsync(Status(404));
        using var services = Services(endpoint.Address);
        var encoders = services.GetRequiredService<Encoders>();

        Assert.Equal(Meaning.InProcess, encoders.For(mayUseExternalModel: false)!.Name);
        Assert.Same(encoders.Outside, encoders.For(mayUseExternalModel: true));
    }

    private static ServiceProvider Services(Uri address, params (string Name, string Value)[] settings) => Services(address, [], settings);

    private static ServiceProvider Services(Uri address, List<string> log, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Encoder:Provider"] = "OpenAI",
            ["Encoder:Endpoint"] = address.ToString(),
            ["Encoder:Model"] = "an-encoder",
            ["Encoder:TimeoutSeconds"] = "60",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new ServiceCollection().AddLogging(logging => logging.AddProvider(new Lines(log))).AddMemoryCache()
            .AddDistillation(new ConfigurationBuilder().AddInMemoryCollection(all).Build()).BuildServiceProvider();
    }

    /// <summary>Places texts as the local encoder places questions; Chinese, which it does not read, in one place.</summary>
    private static async Task ReadAsync(HttpContext context, bool asText, Func<float[], float[]>? bend = null, List<string>? read = null)
    {
        var points = new List<float[]>();
        foreach (var text in await ModelEndpoint.TextsAsync(context))
        {
            read?.Add(text);
            var point = (await Local.OfQuestionAsync(text, [], context.RequestAborted))?.Meaning.Point ?? [1, .. new float[383]];
            points.Add(bend?.Invoke(point) ?? point);
        }

        await ModelEndpoint.PlaceAsync(context, points, asText);
    }

    private static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return SayAsync(context, "application/json", JsonSerializer.Serialize(new { error = new { message = "Illness of a teammate" } }));
    };

    private static Task SayAsync(HttpContext context, string type, string words)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(words);
    }

    private sealed class Lines(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {formatter(state, exception)} {exception}"));
            }
        }

        public void Dispose()
        {
        }
    }
}
