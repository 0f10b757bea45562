using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SkillDistill.Data.Consent;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;
using SkillDistill.Web.Pages.Agents;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Agents;

/// <summary>An encoder at an endpoint is sent the cards of those who agreed to it by name, and of nobody else, until they take it back.</summary>
public sealed class FindingByMeaningOutside : IAsyncLifetime, IDisposable
{
    // Mei speaks of rolling back or understanding what was released.
    private const string InOtherWords = "We deployed and errors are up, do we revert or investigate?";
    private const string Kept = "Roll back first if something was released in the last hour";

    private static readonly Encoder Reader = Encoder.InProcess(NullLogger.Instance);

    private readonly List<string> _sent = [];
    private bool _down;
    private ModelEndpoint _endpoint = null!;
    private HouseWithEncoderAt _house = null!;

    private string Name => $"an-encoder ({_endpoint.Address.Host})";

    public async Task InitializeAsync()
    {
        _endpoint = await ModelEndpoint.StartAsync(_ => Task.CompletedTask, EncodeAsync);
        _house = new HouseWithEncoderAt(_endpoint.Address);
    }

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Who_agreed_to_it_by_name_is_read_there_and_all_others_here()
    {
        await AgreeAsync("mei");
        var asked = await AskedAsync();
        await _house.RunAsync<EncodeCards>();

        Assert.Equal("CannotTell", asked);
        Assert.Equal("JudgementCall", await AskedAsync());
        Assert.Equal([Name], await EncodersOfAsync("mei"));
        Assert.Equal([Meaning.InProcess], await EncodersOfAsync("priya"));
        Assert.Contains(_sent, text => text.StartsWith(Kept, StringComparison.Ordinal));
        Assert.Contains(InOtherWords, _sent);
        var others = await TitlesOfAsync("priya");
        Assert.NotEmpty(others);
        Assert.DoesNotContain(_sent, text => others.Exists(title => text.StartsWith(title, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_agreed_to_the_model_alone_has_not_agreed_to_the_encoder()
    {
        await AgreeAsync("mei", "local-model (127.0.0.1)");

        await _house.RunAsync<EncodeCards>();
        await AskedAsync();

        Assert.Empty(_sent);
        Assert.Equal([Meaning.InProcess], await EncodersOfAsync("mei"));
        Assert.Contains(Name, (await (await _house.SignedInAsync("mei")).OpenAsync("/consent")).Shown("[data-recipient]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_taken_back_or_set_aside_is_not_sent()
    {
        await AgreeAsync("mei");
        await _house.InStoreAsync(async db =>
        {
            var owner = (await db.People.SingleAsync(person => person.Email == "mei@lindenau.example")).Id;
            var cards = await db.Cards.Where(card => card.OwnerId == owner && card.Status == CardStatus.Accepted).OrderBy(card => card.Id).Take(2).ToListAsync();
            cards[0].ShareWith(Audience.Private());
            cards[1].SetAside();
            return await db.SaveChangesAsync();
        });
        var hidden = await TitlesOfAsync("mei", card => card.Status == CardStatus.Retired || card.Audience.Scope == AudienceScope.Private);

        await _house.RunAsync<EncodeCards>();

        Assert.Equal(Name, (await PublishedAsync("mei")).Encoder);
        Assert.NotEmpty(_sent);
        Assert.DoesNotContain(_sent, text => hidden.Exists(title => text.StartsWith(title, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_a_withdrawal_nothing_more_is_sent_and_what_was_made_there_is_gone()
    {
        await AgreeAsync("mei");
        await _house.RunAsync<EncodeCards>();
        var mei = await _house.SignedInAsync("mei");
        await mei.OpenAsync("/consent");

        await mei.PressAsync("[data-withdraw=UseExternalModel]");
        _sent.Clear();
        await AskedAsync();
        Assert.Equal("false", (await mei.OpenAsync("/consent/stopped")).Page.QuerySelector("[data-surface=Index]")!.GetAttribute("data-stopped"));
        await _house.RunAsync<ClearAfterWithdrawal>();

        Assert.Empty(await EncodersOfAsync("mei"));
        Assert.Equal("true", (await mei.OpenAsync("/consent/stopped")).Page.QuerySelector("[data-surface=Index]")!.GetAttribute("data-stopped"));
        await _house.RunAsync<EncodeCards>();
        Assert.Equal("JudgementCall", await AskedAsync());
        Assert.Equal([Meaning.InProcess], await EncodersOfAsync("mei"));
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task What_ends_by_the_clock_is_cleared_as_well()
    {
        await AgreeAsync("mei");
        await _house.RunAsync<EncodeCards>();

        _house.Clock.Advance(TimeSpan.FromDays(40));
        await _house.RunAsync<Web.Pages.Consent.ExpireConsents>();
        await _house.RunAsync<ClearAfterWithdrawal>();
        _sent.Clear();
        await _house.RunAsync<EncodeCards>();

        Assert.Equal([Meaning.InProcess], await EncodersOfAsync("mei"));
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task While_the_endpoint_is_down_cards_are_found_by_their_words_and_others_are_read()
    {
        await AgreeAsync("mei");
        _down = true;

        await _house.RunAsync<EncodeCards>();

        Assert.Empty(await EncodersOfAsync("mei"));
        Assert.Equal([Meaning.InProcess], await EncodersOfAsync("priya"));
        Assert.Equal("CannotTell", await AskedAsync());
        _down = false;
        // It may have been left alone for a quarter of a minute, by the true time.
        var watch = Stopwatch.StartNew();
        while ((await EncodersOfAsync("mei")).Count == 0 && watch.Elapsed < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(500);
            await _house.RunAsync<EncodeCards>();
        }

        Assert.Equal([Name], await EncodersOfAsync("mei"));
    }

    [Fact]
    public async Task An_admin_sees_whether_it_answers()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/models");
        Assert.Contains(Name, ada.Shown("[data-encoder]"), StringComparison.Ordinal);
        Assert.Contains("Built-in answerer", ada.Shown("[data-settings]"), StringComparison.Ordinal);

        await ada.PressAsync("[data-test]");
        Assert.Contains("It answers", ada.Shown("[data-tests]"), StringComparison.Ordinal);
        _down = true;
        await ada.PressAsync("[data-test]");

        Assert.Contains("Set a valid key in Encoder:ApiKey", ada.Shown("[data-tests]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_encoder_alone_the_interview_offers_no_model()
    {
        await AgreeAsync("mei");
        await _house.UsingAsync<Web.Pages.Consent.ModelRecipient>(recipient =>
        {
            Assert.Equal((null, Name, Name), (recipient.Words, recipient.Finds, recipient.Name));
            return Task.CompletedTask;
        });

        Assert.Equal("BuiltIn", await AnsweredByAsync());
    }

    private async Task EncodeAsync(HttpContext context)
    {
        if (_down)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var texts = await ModelEndpoint.TextsAsync(context);
        // What it is measured by is the product's own.
        _sent.AddRange(texts.Where(_ => texts.Count < 20 || texts.Any(text => text.StartsWith(Kept, StringComparison.Ordinal))));
        var points = new List<float[]>();
        foreach (var text in texts)
        {
            points.Add((await Reader.OfQuestionAsync(text, [], context.RequestAborted))?.Meaning.Point ?? [1, .. new float[383]]);
        }

        await ModelEndpoint.PlaceAsync(context, points);
    }

    private Task AgreeAsync(string key, string? recipient = null) => _house.AgreeToSendAsync(key, recipient ?? Name);

    private async Task<string?> AskedAsync()
    {
        var tunde = await _house.SignedInAsync("tunde");
        await tunde.OpenAsync(await _house.AgentPathAsync("mei"));
        await tunde.PressAsync("form[data-ask] button", ("Question", InOtherWords));
        return tunde.Page.QuerySelector("[data-verdict]")!.GetAttribute("data-verdict");
    }

    private async Task<string> AnsweredByAsync()
    {
        await AskedAsync();
        return await _house.InStoreAsync(db => db.Turns.OrderByDescending(turn => turn.AskedAt).Select(turn => turn.Model).FirstAsync());
    }

    private async Task<Domain.Agents.AgentVersion> PublishedAsync(string key)
    {
        var owner = (await _house.PersonAsync(key)).Id;
        return await _house.InStoreAsync(db => db.AgentVersions.AsNoTracking().SingleAsync(version => db.Agents.Any(agent => agent.OwnerId == owner && agent.PublishedVersionId == version.Id)));
    }

    private async Task<List<string>> EncodersOfAsync(string key)
    {
        var owner = (await _house.PersonAsync(key)).Id;
        return await _house.InStoreAsync(db => (from meaning in db.CardMeanings
                                                join revision in db.CardRevisions on meaning.RevisionId equals revision.Id
                                                join card in db.Cards on revision.CardId equals card.Id
                                                where card.OwnerId == owner
                                                select meaning.Encoder).Distinct().OrderBy(encoder => encoder).ToListAsync());
    }

    private async Task<List<string>> TitlesOfAsync(string key, Func<Card, bool>? which = null)
    {
        var owner = (await _house.PersonAsync(key)).Id;
        return await _house.InStoreAsync(async db =>
        {
            var cards = (await db.Cards.AsNoTracking().Where(card => card.OwnerId == owner).ToListAsync()).Where(which ?? (_ => true)).Select(card => card.CurrentRevisionId).ToList();
            return await db.CardRevisions.Where(revision => cards.Contains(revision.Id)).Select(revision => revision.Text.Title).ToListAsync();
        });
    }
}
