using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Models;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Admin.Models;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Coverage;
using static SkillDistill.Web.Tests.Interviews.Sittings;

namespace SkillDistill.Web.Tests.Interviews;

/// <summary>An external model reads one answer, where its owner agreed to it and presses; and otherwise nothing.</summary>
public sealed class LettingAModelRead : IAsyncLifetime, IDisposable
{
    private const string Story = "When the seal looks glued I open the crate before the driver leaves, because he is the only witness. In May two panes were cracked and nobody could say where it had happened, which cost us the claim.";
    private const string ByModel = "Form.Rows[0].Parts[+ByModel]";

    private ScriptedEndpoint _model = null!;
    private HouseWithModelAt _house = null!;
    private Visitor _mei = null!;

    public async Task InitializeAsync()
    {
        _model = await ScriptedEndpoint.StartAsync();
        _house = new HouseWithModelAt(null, _model.Address, ("Models:TokensPerPersonPerDay", "100000"));
        _mei = await _house.InterviewedAsync("mei");
    }

    public async Task DisposeAsync() => await _model.DisposeAsync();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task It_asks_one_thing_more_which_is_marked_and_fills_a_field()
    {
        await AgreeAndTellAsync();
        Assert.Contains("local-model (127.0.0.1)", _mei.Shown("[data-ask-model]"), StringComparison.Ordinal);
        Assert.Empty(_model.Asked);
        _model.Says = """{"question": "What does a glued seal look like?", "field": "situation"}""";

        await _mei.PressAsync("[data-ask-model] button");

        Assert.Contains("What does a glued seal look like?", _mei.Shown("[data-follow-up=ByModel]"), StringComparison.Ordinal);
        Assert.Contains("Asked by local-model", _mei.Shown("[data-by-model]"), StringComparison.Ordinal);
        Assert.Null(_mei.Page.QuerySelector("[data-ask-model]"));
        Assert.Contains(Story, Assert.Single(_model.Asked), StringComparison.Ordinal);
        Assert.DoesNotContain("Mei", _model.Asked[0], StringComparison.Ordinal);

        await _mei.PressAsync(Next, (ByModel, "It shines at the edges and the number is covered."));
        await AtStoryAsync();
        Assert.Contains("It shines at the edges and the number is covered.", _mei.Shown("[data-beside] [data-proposal]"), StringComparison.Ordinal);
        await _mei.OpenAsync("/interview/answers");
        Assert.Contains("What does a glued seal look like?", _mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_question_is_sent_away_for_good()
    {
        await AgreeAndTellAsync();
        _model.Says = """{"question": "What does a glued seal look like?", "field": "situation"}""";
        await _mei.PressAsync("[data-ask-model] button");

        await _mei.PressAsync("[data-follow-up=ByModel] button");

        Assert.Null(_mei.Page.QuerySelector("[data-follow-up=ByModel]"));
        Assert.Null(_mei.Page.QuerySelector("[data-ask-model]"));
    }

    [Fact]
    public async Task It_proposes_cards_of_the_owners_words_in_place_of_those_by_rules()
    {
        await AgreeAndTellAsync();
        var byRules = await KeysAsync();
        _model.Says = """
            {"cards": [{"kind": "RedFlag", "fields": [{"field": "situation", "words": "When the seal looks glued"}, {"field": "action", "words": "I open the crate before the driver leaves"},
            {"field": "reason", "words": "he is the only witness"}, {"field": "threshold", "words": "At two broken panes we refuse the load"}]}]}
            """;

        await AtStoryAsync();
        await _mei.PressAsync("[data-propose] button");

        Assert.Contains("Your words, chosen by local-model", _mei.Shown("[data-beside] [data-by-model]"), StringComparison.Ordinal);
        var byModel = Assert.Single(await KeysAsync());
        Assert.DoesNotContain(byModel, byRules);
        await _mei.PressAsync("button[formaction*=Keep]", ("keys", byModel));
        var card = Assert.Single(await DraftsAsync());
        Assert.Equal((CardKind.RedFlag, "When the seal looks glued", "I open the crate before the driver leaves", "he is the only witness", ""), (card.Kind, card.Situation, card.Action, card.Reason, card.Threshold));
        var quotes = await _house.InStoreAsync(db => db.FieldQuotes.AsNoTracking().ToListAsync());
        Assert.Equal(3, quotes.Count);
        Assert.All(quotes, quote => Assert.Equal(quote.Words, Story.Substring(quote.Start, quote.Words.Length)));

        // What was kept stays as it was when the answer is written anew; what changed is proposed.
        await AtStoryAsync();
        await _mei.PressAsync(Next, (Whole, Story.Replace(", because he is the only witness", "", StringComparison.Ordinal)));
        await _mei.OpenAsync("/interview/drafts");
        Assert.Contains("he is the only witness", _mei.Shown("[data-changed]"), StringComparison.Ordinal);
        Assert.Equal("he is the only witness", Assert.Single(await DraftsAsync()).Reason);
    }

    [Fact]
    public async Task What_rules_propose_comes_back_when_its_proposals_are_discarded()
    {
        await AgreeAndTellAsync();
        var byRules = await KeysAsync();
        _model.Says = """{"cards": [{"kind": "RedFlag", "fields": [{"field": "action", "words": "I open the crate before the driver leaves"}]}]}""";
        await AtStoryAsync();
        await _mei.PressAsync("[data-propose] button");

        await _mei.OpenAsync("/interview/drafts");
        await _mei.PressAsync("button[formaction*=Discard]", ("keys", Assert.Single(await KeysAsync())));

        Assert.Equal(byRules, await KeysAsync());
    }

    [Fact]
    public async Task Without_consent_nothing_is_offered_and_nothing_is_sent()
    {
        await TellAsync();
        Assert.Null(_mei.Page.QuerySelector("[data-ask-model]"));
        Assert.Null(_mei.Page.QuerySelector("[data-propose]"));
        _model.Says = """{"question": "What does a glued seal look like?", "field": "situation"}""";

        using var asked = await PostAsync("askmodel.");
        using var proposed = await PostAsync("propose.");

        Assert.Empty(_model.Asked);
        Assert.Equal(ModelSuggestions.None, (await AnswerAsync()).Suggested);
    }

    [Fact]
    public async Task Nothing_is_kept_when_consent_is_taken_back_while_it_reads()
    {
        await AgreeAndTellAsync();
        _model.Says = """{"question": "What does a glued seal look like?", "field": "situation"}""";
        _model.Meanwhile = async () =>
        {
            var elsewhere = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");
            await elsewhere.PressAsync("[data-withdraw=UseExternalModel]");
        };

        await _mei.PressAsync("[data-ask-model] button");

        Assert.Single(_model.Asked);
        Assert.Contains("You have not agreed", _mei.Text, StringComparison.Ordinal);
        Assert.Equal(ModelSuggestions.None, (await AnswerAsync()).Suggested);
    }

    [Fact]
    public async Task What_it_reads_is_counted_for_the_owner()
    {
        await AgreeAndTellAsync();
        _model.Says = """{"question": "What does a glued seal look like?", "field": "situation"}""";

        await _mei.PressAsync("[data-ask-model] button");

        var day = await _house.InStoreAsync(db => db.ModelDays.AsNoTracking().SingleAsync());
        Assert.Equal((ModelTask.Interview, 1L, 1L), (day.Task, day.Calls, day.EstimatedCalls));
        Assert.Equal(day.InputTokens + day.OutputTokens, (await _house.InStoreAsync(db => db.ModelAllowances.AsNoTracking().SingleAsync())).Tokens);
    }

    [Fact]
    public async Task At_the_limit_it_is_not_asked_and_says_when_to_come_again()
    {
        await AgreeAndTellAsync();
        var mei = (await _house.PersonAsync("mei")).Id;
        await _house.AskAsync<ModelBudget, bool>(async budget =>
        {
            await budget.ChargeAsync(ModelTask.Answers, mei, null, new TokenUse(100_000, 0, IsEstimated: false));
            return true;
        });

        using var asked = await PostAsync("askmodel.");
        await _mei.PressAsync("[data-ask-model] button", (Whole, Story + " And so on."));

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromHours(15)), (asked.StatusCode, asked.Headers.RetryAfter!.Delta));
        Assert.Empty(_model.Asked);
        Assert.Equal(HttpStatusCode.TooManyRequests, _mei.Status);
        Assert.Contains("Your share of the model for today, 100,000 tokens, is used up. It begins anew at 00:00 UTC.", _mei.Text, StringComparison.Ordinal);
        Assert.Equal(Story + " And so on.", (await AnswerAsync()).Parts[AnswerParts.Whole]);
    }

    [Theory]
    [InlineData(null, "did not answer in time")]
    [InlineData("I would rather not.", "nothing that can be used")]
    [InlineData("{\"question\": \"How did that make you feel?\", \"field\": \"case\"}", "nothing that can be used")]
    public async Task A_model_of_no_use_costs_a_sentence_and_no_word(string? says, string sentence)
    {
        await AgreeAndTellAsync();
        _model.Says = says;

        await _mei.PressAsync("[data-ask-model] button", (Whole, Story + " And so on."));

        Assert.Contains(sentence, _mei.Text, StringComparison.Ordinal);
        Assert.Equal(Story + " And so on.", (await AnswerAsync()).Parts[AnswerParts.Whole]);
    }

    private async Task AgreeAndTellAsync()
    {
        await _mei.OpenAsync("/consent");
        await _mei.PressAsync("[data-give=UseExternalModel] button");
        await TellAsync();
    }

    private async Task TellAsync()
    {
        await AtStoryAsync();
        await _mei.PressAsync(Next, (Whole, Story));
        await AtStoryAsync();
    }

    private Task<Visitor> AtStoryAsync() => _mei.AtAsync("incidents", "incident-well");

    private async Task<HttpResponseMessage> PostAsync(string then)
    {
        var seen = (await AnswerAsync()).Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await _mei.PostAsync("/interview/incidents?step=incident-well", ("Form.Step", "incident-well"), ("Form.Rows[0].Slot", ""), ("Form.Rows[0].Seen", seen), (Whole, Story), ("then", then));
    }

    private async Task<InterviewAnswer> AnswerAsync() => (await _house.AnswersOfAsync("mei")).Single(answer => answer.Probe == "incident-well");

    private async Task<List<string>> KeysAsync() =>
        [.. (await _mei.OpenAsync("/interview/drafts")).Page.QuerySelectorAll("input[name=keys]").Select(box => box.GetAttribute("value")!)];

    private async Task<List<CardText>> DraftsAsync()
    {
        var owner = (await _house.PersonAsync("mei")).Id;
        return await _house.InStoreAsync(db => db.Cards.Where(card => card.OwnerId == owner && card.Status == CardStatus.Draft)
            .Join(db.CardRevisions, card => card.CurrentRevisionId, revision => revision.Id, (_, revision) => revision.Text).ToListAsync());
    }
}
