using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Models;
using SkillDistill.Tests;
using SkillDistill.Web.Tests.Ask;

namespace SkillDistill.Web.Tests.Admin;

public sealed class TryingTheModel
{
    private const string Key = "key-of-this-test";

    [Fact]
    public async Task Only_an_admin_may()
    {
        var asked = 0;
        await using var endpoint = await ModelEndpoint.StartAsync(context =>
        {
            asked++;
            return ReadyAsync(context);
        });
        using var house = Installed(endpoint.Address);
        var mei = await house.SignedInAsync("mei");

        Assert.Equal(HttpStatusCode.Forbidden, (await mei.OpenAsync("/admin/models")).Status);
        using var posted = await mei.PostAsync("/admin/models?handler=Test");
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task It_answers_and_the_key_is_nowhere()
    {
        var sent = "";
        await using var endpoint = await ModelEndpoint.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            sent = await reader.ReadToEndAsync();
            await ReadyAsync(context);
        });
        using var house = Installed(endpoint.Address);
        var ada = await (await house.SignedInAsync("ada")).OpenAsync("/admin/models");

        await ada.PressAsync("[data-test]");

        Assert.Contains("It answers", ada.Shown("[data-tests]"), StringComparison.Ordinal);
        Assert.Contains("12 tokens read, 1 written", ada.Shown("[data-tests]"), StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", ada.Shown("[data-settings]"), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, ada.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Reply with the one word", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", sent, StringComparison.Ordinal);
        Assert.Contains("Test of the connection", ada.Shown("[data-used]"), StringComparison.Ordinal);
        await ada.OpenAsync("/admin/models");
        Assert.Equal(1, await house.InStoreAsync(db => db.ConnectionTests.CountAsync()));
    }

    [Theory]
    [InlineData(401, "Set a valid key in Models:ApiKey", ModelProblem.KeyRefused)]
    [InlineData(403, "Give the key access", ModelProblem.NotAllowed)]
    [InlineData(404, "Check Models:Model", ModelProblem.NotFound)]
    [InlineData(429, "Raise its limits, or wait", ModelProblem.Busy)]
    [InlineData(500, "The error is at the provider", ModelProblem.ProviderFailed)]
    [InlineData(400, "Check that Models:Model is a chat model", ModelProblem.RequestRefused)]
    public async Task A_refusal_says_what_to_do_and_not_what_the_provider_wrote(int status, string advice, ModelProblem problem)
    {
        await using var endpoint = await ModelEndpoint.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "60";
            await context.Response.WriteAsync("""{"error":{"message":"words of the provider"}}""");
        });
        using var house = Installed(endpoint.Address);

        await ShowsAsync(house, advice, problem);
    }

    [Fact]
    public async Task Silence_a_web_page_and_a_closed_door_are_told_apart()
    {
        await using var silent = await ModelEndpoint.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await using var page = await ModelEndpoint.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<p>words of the provider</p>");
        });
        var closed = await ModelEndpoint.StartAsync(ReadyAsync);
        var nobody = closed.Address;
        await closed.DisposeAsync();
        using var first = Installed(silent.Address);
        using var second = Installed(page.Address);
        using var third = Installed(nobody);

        await ShowsAsync(first, "Raise Models:StallSeconds", ModelProblem.Silent);
        await ShowsAsync(second, "Something else answers", ModelProblem.NotTheProtocol);
        await ShowsAsync(third, "Check host and port", ModelProblem.Unreachable);
    }

    [Fact]
    public async Task Without_an_external_model_there_is_nothing_to_test()
    {
        using var house = new House();
        var ada = await (await house.SignedInAsync("ada")).OpenAsync("/admin/models");

        Assert.Contains("Built-in answerer", ada.Shown("[data-settings]"), StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-test]"));
        await ada.OpenAsync("/admin");
        using var posted = await ada.PostAsync("/admin/models?handler=Test");
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    private static HouseWithModelAt Installed(Uri address) => new(null, address, ("Models:ApiKey", Key), ("Models:TimeoutSeconds", "4"), ("Models:StallSeconds", "2"));

    private static async Task ShowsAsync(House house, string advice, ModelProblem problem)
    {
        var ada = await (await house.SignedInAsync("ada")).OpenAsync("/admin/models");

        await ada.PressAsync("[data-test]");

        Assert.Contains(advice, ada.Shown("[data-tests]"), StringComparison.Ordinal);
        Assert.DoesNotContain("words of the provider", ada.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(problem, (await house.InStoreAsync(db => db.ConnectionTests.AsNoTracking().SingleAsync())).Problem);
    }

    private static async Task ReadyAsync(HttpContext context)
    {
        await ModelEndpoint.SayAsync(context, "ready");
        await ModelEndpoint.CountAsync(context, 12, 1);
        await ModelEndpoint.EndAsync(context);
    }
}
