using SkillDistill.Benchmarks.Answering.Models;
using SkillDistill.Browser.Tests;

namespace SkillDistill.Benchmarks.Answering;

/// <summary>The running product with a profile of many cards, each read by the encoder, and somebody signed in who asks about them.</summary>
internal sealed class AskedProduct : IAsyncDisposable
{
    private readonly IReadOnlyList<string> _topics;
    private readonly string _agent;
    private readonly string _token;

    private AskedProduct(RunningProduct product, IReadOnlyList<string> topics, HttpClient http, string agent, string token) => (Product, _topics, Http, _agent, _token) = (product, topics, http, agent, token);

    public RunningProduct Product { get; }

    public HttpClient Http { get; }

    /// <param name="model">Who words the answers; null for the built-in answerer.</param>
    public static async Task<AskedProduct> StartAsync(int cards, SteadyModel? model = null)
    {
        string[] settings = model is null
            ? []
            : ["--Models:Provider", "OpenAI", "--Models:Endpoint", $"{model.Address}", "--Models:Model", SteadyModel.Name, "--Models:TimeoutSeconds", "300"];
        var product = await RunningProduct.StartAsync(settings);
        var topics = await LargeProfile.PublishAsync(product, cards, model is null ? null : $"{SteadyModel.Name} ({model.Address.Host})");
        await LargeProfile.UntilReadAsync(product);
        var http = await DemoWindow.SignedInAsync(product.Address, "tunde");
        var agent = (await http.PageAsync("/ask")).QuerySelectorAll(".agentcard a").First(link => link.TextContent.Contains(LargeProfile.OwnerName, StringComparison.Ordinal)).GetAttribute("href")!;
        var token = (await http.PageAsync(agent)).QuerySelector("form[data-ask] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new AskedProduct(product, topics, http, agent, token);
    }

    /// <summary>What one of the cards is about, fit to ask.</summary>
    /// <param name="number">From 0; they begin again after the last.</param>
    public string Topic(int number) => _topics[number % _topics.Count];

    public Task<LiveAnswer> AskAsync(string question) => LiveAnswer.AskAsync(Http, _agent, _token, question);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Product.DisposeAsync();
    }
}
