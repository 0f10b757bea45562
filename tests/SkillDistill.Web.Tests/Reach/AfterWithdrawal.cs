using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Reach;

public sealed class AfterWithdrawal : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(Purpose.AnswerColleagues)]
    [InlineData(Purpose.DistilAgent)]
    [InlineData(Purpose.HoldProfile)]
    public async Task No_route_shows_anything_of_the_owner_once_the_withdrawal_returned(Purpose purpose)
    {
        var (ids, secrets) = await AskedAsync();
        string[] readers = ["tunde", "dafydd", "ada", "noor"];
        var visitors = new Dictionary<string, Visitor>();
        foreach (var reader in readers)
        {
            visitors[reader] = await _house.SignedInAsync(reader);
        }

        var paths = EveryRoute.ToRead(_house, ids);
        var shown = await ShowingAsync(visitors["tunde"], paths, secrets);
        Assert.True(shown.Count >= 5, $"Only {shown.Count} of {paths.Count} addresses showed anything before: {string.Join(", ", shown)}");

        var mei = await _house.SignedInAsync("mei");
        await mei.OpenAsync("/consent");
        await mei.PressAsync($"[data-withdraw={purpose}]");

        foreach (var visitor in visitors.Values)
        {
            Assert.Empty(await ShowingAsync(visitor, paths, secrets));
        }
    }

    [Fact]
    public async Task Compiled_instructions_are_gone_at_the_next_clearing_and_the_owner_sees_where_it_stopped()
    {
        await AskedAsync();
        var mei = await _house.SignedInAsync("mei");
        await mei.OpenAsync("/consent");
        await mei.PressAsync("[data-withdraw=DistilAgent]");
        await mei.OpenAsync("/consent/stopped");
        Assert.Equal("false", Surface(mei, "Prompts"));
        Assert.Equal("true", Surface(mei, "Pages"));

        _house.Clock.Advance(TimeSpan.FromSeconds(15));
        await _house.RunAsync<ClearAfterWithdrawal>();

        await mei.OpenAsync("/consent/stopped");
        Assert.All(mei.Page.QuerySelectorAll("[data-surface]"), surface => Assert.Equal("true", surface.GetAttribute("data-stopped")));
        var owner = (await _house.PersonAsync("mei")).Id;
        Assert.Equal(0, await _house.InStoreAsync(db => db.AgentVersions.CountAsync(version => version.Instructions != "" && db.Agents.Any(agent => agent.Id == version.AgentId && agent.OwnerId == owner))));
        Assert.NotEqual(0, await _house.InStoreAsync(db => db.AgentVersions.CountAsync(version => version.Instructions != "")));
        Assert.Equal(HttpStatusCode.NotFound, (await mei.OpenAsync("/ask/try/1")).Status);
    }

    [Fact]
    public async Task What_is_withdrawn_on_one_node_is_gone_on_the_other_at_its_next_request()
    {
        var (ids, secrets) = await AskedAsync();
        using var other = new SecondNode(_house);
        var tunde = await other.SignedInAsync("tunde");
        var agent = await _house.AgentPathAsync("mei");
        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(agent)).Status);

        var mei = await _house.SignedInAsync("mei");
        await mei.OpenAsync("/consent");
        await mei.PressAsync("[data-withdraw=AnswerColleagues]");

        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(agent)).Status);
        using (var asked = await tunde.PostAsync(agent, ("Question", "When do you roll back?")))
        {
            Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        }

        Assert.Empty(await ShowingAsync(tunde, EveryRoute.ToRead(other, ids), secrets));
    }

    private static string? Surface(Visitor visitor, string surface) => visitor.Page.QuerySelector($"[data-surface={surface}]")!.GetAttribute("data-stopped");

    private static async Task<List<string>> ShowingAsync(Visitor visitor, IEnumerable<string> paths, IReadOnlyList<string> secrets)
    {
        var showing = new List<string>();
        foreach (var path in paths)
        {
            using var response = await visitor.Http.GetAsync(new Uri(path, UriKind.Relative));
            var body = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
            if (secrets.Any(secret => body.Contains(secret, StringComparison.Ordinal)))
            {
                showing.Add($"{path} ({(int)response.StatusCode})");
            }
        }

        return showing;
    }

    /// <summary>A colleague has asked the owner's agent. Every id there is to try, and words that only the owner wrote.</summary>
    private async Task<(IReadOnlyList<string> Ids, IReadOnlyList<string> Secrets)> AskedAsync()
    {
        await _house.AskMeiAsync("tunde", "When do you roll back and when do you look for the cause first?");
        var owner = (await _house.PersonAsync("mei")).Id;
        return await _house.InStoreAsync(async db =>
        {
            var agent = await db.Agents.SingleAsync(agent => agent.OwnerId == owner);
            var turn = await db.Turns.Include(turn => turn.Citations).SingleAsync(turn => turn.State == Domain.Conversations.TurnState.Answered);
            var cited = turn.Citations[0];
            var own = db.Cards.Where(card => card.OwnerId == owner).Select(card => card.CurrentRevisionId);
            var texts = await db.CardRevisions.Where(revision => own.Contains(revision.Id)).Select(revision => revision.Text).ToListAsync();
            return (
                (IReadOnlyList<string>)[agent.Id.ToString(), cited.CardId.Value.ToString(), turn.ConversationId.ToString(), turn.Id.ToString(), owner.ToString()],
                (IReadOnlyList<string>)[agent.Headline, .. texts.SelectMany(Words)]);
        });
    }

    private static IEnumerable<string> Words(CardText text) =>
        new[] { text.Title, text.Situation, text.Action, text.Reason, text.Exception, text.Falsifier }.OfType<string>().Where(words => words.Length > 20).Select(words => words[..Math.Min(60, words.Length)]);
}

/// <summary>A second node on the store of the first.</summary>
public sealed class SecondNode(House first) : House(first);
