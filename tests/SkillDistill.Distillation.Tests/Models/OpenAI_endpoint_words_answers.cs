using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SkillDistill.Distillation.Answering;
using SkillDistill.Domain.Conversations;
using SkillDistill.Tests;

namespace SkillDistill.Distillation.Tests.Models;

/// <summary>The real connector against an endpoint on this machine that speaks the real protocol.</summary>
public class OpenAI_endpoint_words_answers
{
    private const string Words = "Drain the queue first. ⟦c1:\\\"Drain the queue\\\"⟧";

    [Fact]
    public async Task Streamed()
    {
        await using var endpoint = await Endpoint.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            foreach (var part in new[] { Words[..9], Words[9..30], Words[30..] })
            {
                await context.Response.WriteAsync($$"""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"{{part}}"},"finish_reason":null}]}""" + "\n\n");
                await context.Response.Body.FlushAsync();
            }

            await context.Response.WriteAsync("""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""" + "\n\ndata: [DONE]\n\n");
        });

        var answer = await AnswerAsync(endpoint, streaming: true);

        Assert.Equal(("Drain the queue first. [1]", Verdict.DocumentedProcess, "test-model"), (answer.Text, answer.Verdict, answer.Model));
        Assert.Contains("\"stream\":true", endpoint.Bodies.Single(), StringComparison.Ordinal);
        Assert.Contains("Drain the queue", endpoint.Bodies.Single(), StringComparison.Ordinal);
        Assert.Equal("Bearer key-for-tests", endpoint.Authorization);
    }

    [Fact]
    public async Task Not_streamed()
    {
        await using var endpoint = await Endpoint.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync($$$"""{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"{{{Words}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""");
        });

        var answer = await AnswerAsync(endpoint, streaming: false);

        Assert.Equal(("Drain the queue first. [1]", Verdict.DocumentedProcess, "test-model"), (answer.Text, answer.Verdict, answer.Model));
    }

    [Theory]
    [InlineData(true, 500, 3)]
    [InlineData(false, 500, 3)]
    [InlineData(true, 401, 1)]
    [InlineData(true, 302, 1)]
    public async Task The_built_in_answerer_takes_over_when_it_refuses(bool streaming, int status, int asked)
    {
        await using var endpoint = await Endpoint.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });

        var answer = await AnswerAsync(endpoint, streaming);

        Assert.Equal(("BuiltIn", Verdict.DocumentedProcess), (answer.Model, answer.Verdict));
        Assert.Equal(asked, endpoint.Bodies.Count);
    }

    [Fact]
    public async Task The_built_in_answerer_takes_over_when_it_hangs()
    {
        await using var endpoint = await Endpoint.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var answer = await AnswerAsync(endpoint, streaming: true, stallSeconds: 2);

        Assert.Equal("BuiltIn", answer.Model);
    }

    [Fact]
    public async Task A_deployment_in_Azure_is_asked_by_its_key_at_its_path()
    {
        var path = "";
        await using var endpoint = await Endpoint.StartAsync(async context =>
        {
            path = context.Request.Path;
            await ModelEndpoint.SayAsync(context, Words.Replace("\\", "", StringComparison.Ordinal));
            await ModelEndpoint.EndAsync(context);
        });

        var answer = await AnswerAsync(endpoint, streaming: true, speaking: "AzureOpenAI");

        Assert.Equal(("test-model", "/openai/v1/chat/completions"), (answer.Model, path));
        Assert.Equal(("key-for-tests", null), (endpoint.ApiKey, endpoint.Authorization));
    }

    [Fact]
    public async Task Nothing_people_wrote_enters_the_logs()
    {
        var log = new Journal();
        await using var endpoint = await Endpoint.StartAsync(async context =>
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync($"you sent: {Words}");
        });

        await AnswerAsync(endpoint, streaming: true, log: log);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("worker", StringComparison.OrdinalIgnoreCase) || line.Contains("Drain", StringComparison.Ordinal) || line.Contains("key-for-tests", StringComparison.Ordinal));
    }

    private static async Task<Answer> AnswerAsync(Endpoint endpoint, bool streaming, int stallSeconds = 30, Journal? log = null, string speaking = "OpenAI")
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Models:Provider"] = speaking,
            ["Models:Endpoint"] = speaking == "AzureOpenAI" ? new Uri(new Uri(endpoint.Address), "/").ToString() : endpoint.Address,
            ["Models:ApiKey"] = "key-for-tests",
            ["Models:Model"] = "test-model",
            ["Models:StallSeconds"] = $"{stallSeconds}",
            ["Models:Streaming"] = streaming.ToString(),
        }).Build();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log ?? new Journal())).AddMemoryCache().AddDistillation(configuration);
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        return await provider.GetRequiredService<AnswerQuestion>().AnswerOfAsync(Given.Brief("How do I restart the export worker?", Given.Restart));
    }

    private sealed class Endpoint : IAsyncDisposable
    {
        private ModelEndpoint _endpoint = null!;

        public List<string> Bodies { get; } = [];

        public string? Authorization { get; private set; }

        public string? ApiKey { get; private set; }

        public string Address => _endpoint.Address.ToString();

        public static async Task<Endpoint> StartAsync(RequestDelegate respond)
        {
            var endpoint = new Endpoint();
            endpoint._endpoint = await ModelEndpoint.StartAsync(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                endpoint.Bodies.Add(await reader.ReadToEndAsync());
                endpoint.Authorization = context.Request.Headers.Authorization;
                endpoint.ApiKey = context.Request.Headers["api-key"];
                await respond(context);
            });
            return endpoint;
        }

        public ValueTask DisposeAsync() => _endpoint.DisposeAsync();
    }

    private sealed class Journal : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add(formatter(state, exception) + exception);
            }
        }

        public void Dispose()
        {
        }
    }
}
