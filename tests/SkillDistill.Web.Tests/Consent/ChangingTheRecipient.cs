using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Ask;

namespace SkillDistill.Web.Tests.Consent;

/// <summary>A yes to one provider is no yes to another.</summary>
public sealed class ChangingTheRecipient : IDisposable
{
    private readonly HouseWithModel _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("big-model (models.example)", true)]
    [InlineData("small-model (models.example)", false)]
    [InlineData(null, false)]
    public async Task Cards_go_to_the_recipient_agreed_to_and_to_no_other(string? recipient, bool sent)
    {
        var (mei, now) = (await _house.IdAsync("mei"), _house.Clock.GetUtcNow());
        await _house.DecideAsync(mei, stream => stream.Give(mei, Purpose.UseExternalModel, Scene.Terms(Audience.Private(), now.AddMonths(1)) with { Recipient = recipient }, now).Refusal);
        var turn = await TurnAsync(mei, await _house.IdAsync("tunde"), now);
        await using var scope = _house.Services.CreateAsyncScope();

        var prepared = await scope.ServiceProvider.GetRequiredService<PrepareBrief>().ForAsync(turn, CancellationToken.None);

        Assert.Equal(sent, prepared!.Brief.MayUseExternalModel);
    }

    [Fact]
    public async Task A_start_with_another_model_asks_again_and_shows_both_names()
    {
        await AgreeAsync("mei");
        using var moved = _house.WithWebHostBuilder(builder => builder.UseSetting("Models:Model", "small-model").UseSetting("Models:Endpoint", "https://elsewhere.example/v1"));
        Assert.NotNull(moved.Services);

        var asked = (await _house.ConsentsOfAsync("mei"))[Purpose.UseExternalModel];
        Assert.Equal((ConsentState.Requested, "small-model (elsewhere.example)"), (asked.State, asked.Recipient));
        var mei = new Visitor(moved.CreateClient());
        await mei.SignInAsync("mei");
        await mei.OpenAsync("/consent");
        Assert.Contains("big-model (models.example)", mei.Shown("#UseExternalModel [data-old] p"), StringComparison.Ordinal);
        Assert.Contains("small-model (elsewhere.example)", mei.Shown("#UseExternalModel [data-new] p"), StringComparison.Ordinal);
        Assert.Single(mei.Page.QuerySelectorAll("[data-asked]"));

        await mei.PressAsync("[data-yes=UseExternalModel]");

        var given = (await _house.ConsentsOfAsync("mei"))[Purpose.UseExternalModel];
        Assert.Equal((ConsentState.Given, "small-model (elsewhere.example)"), (given.State, given.Recipient));
    }

    [Fact]
    public async Task A_start_with_the_same_model_or_with_none_asks_nobody()
    {
        await AgreeAsync("mei");
        using var same = _house.WithWebHostBuilder(builder => builder.UseSetting("Models:TimeoutSeconds", "30"));
        Assert.NotNull(same.Services);
        using var none = _house.WithWebHostBuilder(builder => builder.UseSetting("Models:Provider", "BuiltIn"));
        Assert.NotNull(none.Services);

        Assert.Equal(ConsentState.Given, (await _house.ConsentsOfAsync("mei"))[Purpose.UseExternalModel].State);
    }

    /// <summary>A question that nobody answers: it is not in the store.</summary>
    private async Task<Turn> TurnAsync(Id<Person> owner, Id<Person> asker, DateTimeOffset now)
    {
        var agent = await _house.InStoreAsync(db => db.Agents.AsNoTracking().SingleAsync(agent => agent.OwnerId == owner));
        var conversation = Conversation.Start(asker, agent.Id, isTrial: false, now);
        await _house.InStoreAsync(db =>
        {
            db.Conversations.Add(conversation);
            return db.SaveChangesAsync();
        });
        return conversation.Ask("When do you roll back?", agent.PublishedVersionId!.Value, now).Value;
    }

    private async Task AgreeAsync(string key)
    {
        var owner = await (await _house.SignedInAsync(key)).OpenAsync("/consent");
        await owner.PressAsync("[data-once=UseExternalModel] button");
        Assert.Equal("big-model (models.example)", (await _house.ConsentsOfAsync(key))[Purpose.UseExternalModel].Recipient);
    }
}
