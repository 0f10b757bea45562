using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Agents;
using SkillDistill.Web.Tests.Consent;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Disagreements;

/// <summary>What was settled is asked again of every version before it goes out: thirty disagreements of all four ways, over three versions, and nothing falls back unseen.</summary>
public sealed class Replaying : IDisposable
{
    private const int Seeded = 30;

    private static readonly string[] Subjects =
    [
        "anchor", "boiler", "compass", "derrick", "ensign", "fender", "gantry", "halyard", "impeller", "jib", "keelson", "lanyard", "mooring", "nozzle", "oarlock", "pintle", "quadrant", "rudder", "sextant", "tiller",
        "underlay", "vang", "windlass", "xebec", "yardarm", "zinc", "bollard", "capstan", "davit", "eyelet",
    ];

    private static readonly string[] Weathers =
    [
        "fog", "frost", "hail", "dusk", "drizzle", "thunder", "sleet", "moonlight", "twilight", "heat", "eclipse", "monsoon", "gale", "blizzard", "drought", "smog", "sandstorm", "thaw", "avalanche", "earthquake",
        "flood", "typhoon", "lightning", "whirlwind", "snowfall", "downpour", "sunrise", "midnight", "noon", "mist",
    ];

    private readonly House _house = new();
    private Id<Person> _mei;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Thirty_settled_disagreements_of_all_four_ways_hold_over_three_versions_and_one_that_falls_back_is_seen()
    {
        await SeedAsync();
        var mei = await _house.SignedInAsync("mei");
        for (var version = 2; version <= 4; version++)
        {
            await DistilAsync(mei);
            await mei.OpenAsync($"/agent/versions/{version}");
            Assert.Contains($"tried on {Seeded} questions", mei.Shown("[data-replay]"), StringComparison.Ordinal);
            await mei.PressAsync("[data-publish]");
            Assert.Equal(Seeded, mei.Page.QuerySelectorAll("[data-case=settled]").Length);
            Assert.All(mei.Page.QuerySelectorAll("[data-case=settled]"), row => Assert.True(row.GetAttribute("data-finding") == "Passes", row.TextContent));
            Assert.NotNull(await _house.InStoreAsync(db => db.AgentVersions.Where(known => known.Number == version && db.Agents.Any(agent => agent.OwnerId == _mei && agent.PublishedVersionId == known.Id)).FirstOrDefaultAsync()));
            await RewriteSomethingElseAsync(version);
        }

        // The owner forgets an exception that a colleague had brought them to.
        await ForgetAsync("boiler");
        await DistilAsync(mei);
        await mei.OpenAsync("/agent/versions/5");
        await mei.PressAsync("[data-publish]");

        var failing = Assert.Single(mei.Page.QuerySelectorAll("[data-case=settled]"), row => row.GetAttribute("data-finding") != "Passes");
        Assert.Equal("Surer", failing.GetAttribute("data-finding"));
        Assert.Contains("boiler", failing.TextContent, StringComparison.Ordinal);
        Assert.Contains("Version 5 fails on 1", mei.Text, StringComparison.Ordinal);
        await mei.PressAsync("[data-publish-anyway]", ("Waiver", "We have no boiler any more."));
        Assert.Contains("We have no boiler any more.", mei.Shown("[data-waiver]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_from_before_it_was_settled_falls_back_and_without_consent_nothing_is_asked()
    {
        await SeedAsync();
        var version = await _house.InStoreAsync(db => db.AgentVersions.Include(known => known.Cards).SingleAsync(known => known.Number == 1 && db.Agents.Any(agent => agent.Id == known.AgentId && agent.OwnerId == _mei)));
        await _house.InStoreAsync(async db =>
        {
            var old = await db.CardRevisions.SingleAsync(revision => revision.Number == 1 && revision.Text.Title == "Handling the anchor");
            db.PinnedCards.Add(new PinnedCard(version.Id, old.CardId, old.Id, 900));
            return await db.SaveChangesAsync();
        });

        await _house.UsingAsync<ReplayVersion>(async replay =>
        {
            var results = (await replay.RunAsync(version, _mei, CancellationToken.None))!.Results;
            Assert.Equal(Seeded, results.Count);
            Assert.Equal(1, results.Count(result => result.Finding == ReplayFinding.FellBack));
        });

        await _house.WithdrawsAsync("mei", Purpose.ReplayDecisions);
        await _house.UsingAsync<ReplayVersion>(async replay => Assert.Null(await replay.RunAsync(version, _mei, CancellationToken.None)));
    }

    /// <summary>Each about a thing of its own, settled in one of the four ways in turn.</summary>
    private async Task SeedAsync()
    {
        _mei = (await _house.PersonAsync("mei")).Id;
        var tunde = (await _house.PersonAsync("tunde")).Id;
        var now = _house.Clock.GetUtcNow();
        await _house.DecideAsync(_mei, stream => stream.Give(_mei, Purpose.ReplayDecisions, Scene.Terms(Audience.Private(), now.AddMonths(12)), now).Refusal);
        await _house.InStoreAsync(async db =>
        {
            var agent = await db.Agents.SingleAsync(known => known.OwnerId == _mei);
            for (var at = 0; at < Seeded; at++)
            {
                Settle(db, agent, tunde, (Subjects[at], Weathers[at]), (Settlement)(at % 4), now);
            }

            return await db.SaveChangesAsync();
        });
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private void Settle(Data.SkillDistillDb db, Agent agent, Id<Person> colleague, (string Subject, string Weather) about, Settlement way, DateTimeOffset now)
    {
        var (subject, weather) = about;
        var card = Accepted(db, new CardText { Kind = CardKind.Process, Title = $"Handling the {subject}", Situation = $"When the {subject} is to be moved.", Action = $"Loosen the {subject} slowly and call out." }, now);
        var conversation = Conversation.Start(colleague, agent.Id, false, now);
        var turn = conversation.Ask(way == Settlement.ExceptionAdded ? $"What do I do when the {subject} is to be moved during {weather}?" : $"What do I do when the {subject} is to be moved?", agent.PublishedVersionId!.Value, now).Value;
        turn.Complete(new Answer("Loosen.", [new CitedQuote(1, card.Id, card.CurrentRevisionId, CardField.Action, "Loosen")], Verdict.DocumentedProcess, VerdictReason.InDateProcess, "BuiltIn"), 1, now);
        db.Conversations.Add(conversation);
        var said = Disagreement.Send(turn, colleague, _mei, new DisagreementWords(turn.Question, "I wait.", "It slipped.", true), false, now).Value;
        var settled = way switch
        {
            Settlement.ExceptionAdded => Revised(card, text => text with { Exception = $"Not while the {subject} is to be moved during {weather}: wait." }, now),
            Settlement.Amended => Revised(card, text => text with { Action = $"Wait for slack, then loosen the {subject} slowly and call out." }, now),
            Settlement.NewCard => Accepted(db, new CardText { Kind = CardKind.Process, Title = $"Moving the {subject} alone", Situation = $"When the {subject} is to be moved and nobody is there.", Action = $"Leave the {subject} where it is until somebody comes." }, now),
            _ => null,
        };
        Assert.Null(said.Settle(way, settled is null ? "It holds." : "", settled, now).Refusal);
        db.Disagreements.Add(said);
    }

    private Card Accepted(Data.SkillDistillDb db, CardText text, DateTimeOffset now)
    {
        var card = Card.Draft(_mei, text, null, now).Value;
        Assert.Null(card.Accept(text, now).Refusal);
        card.ShareWith(Audience.Organisation());
        return db.Cards.Add(card).Entity;
    }

    private static Card Revised(Card card, Func<CardText, CardText> change, DateTimeOffset now)
    {
        Assert.Null(card.Revise(change(card.Revisions[^1].Text), card.RevisionNumber, now).Refusal);
        return card;
    }

    private static async Task DistilAsync(Visitor mei)
    {
        await mei.OpenAsync("/agent");
        await mei.PressAsync("[data-distil]");
    }

    private Task<int> RewriteSomethingElseAsync(int version) => _house.InStoreAsync(async db =>
    {
        var card = await db.Cards.AsSplitQuery().Include(known => known.Revisions).FirstAsync(known => known.OwnerId == _mei && db.CardRevisions.Any(revision => revision.Id == known.CurrentRevisionId && revision.Text.Title.StartsWith("Monday on-call handover")));
        Revised(card, text => text with { Threshold = $"It takes us {10 + version} minutes." }, _house.Clock.GetUtcNow());
        return await db.SaveChangesAsync();
    });

    private Task<int> ForgetAsync(string subject) => _house.InStoreAsync(async db =>
    {
        var card = await db.Cards.AsSplitQuery().Include(known => known.Revisions).FirstAsync(known => known.OwnerId == _mei && db.CardRevisions.Any(revision => revision.Id == known.CurrentRevisionId && revision.Text.Title == $"Handling the {subject}"));
        Revised(card, text => text with { Exception = "" }, _house.Clock.GetUtcNow());
        return await db.SaveChangesAsync();
    });
}
