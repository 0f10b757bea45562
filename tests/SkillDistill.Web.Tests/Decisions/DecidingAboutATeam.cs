using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Decisions;

/// <summary>A manager records what the work of a team is; its people are told, read it with its evidence, and say something to it.</summary>
public sealed class DecidingAboutATeam : IDisposable
{
    private const string Plan = "From March the runbooks go to the service desk; whoever does it now will train them.";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_decision_is_recorded_told_and_read_by_the_people_concerned()
    {
        var dafydd = await OpenAsync();

        await dafydd.PressAsync("[data-record]", ("Kind", "DocumentedProcess"), ("Text", Plan));

        Assert.Contains("The people of the team are told.", dafydd.Text, StringComparison.Ordinal);
        Assert.Contains(Plan, dafydd.Text, StringComparison.Ordinal);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/notifications");
        Assert.Contains("Your manager recorded what the work of your team is", mei.Shown("[data-kind=Decided]"), StringComparison.Ordinal);
        await mei.OpenAsync("/decisions");
        Assert.Contains(Plan, mei.Text, StringComparison.Ordinal);
        Assert.Contains("Dafydd", mei.Text, StringComparison.Ordinal);
        Assert.Contains("Too few to say", mei.Text, StringComparison.Ordinal);
        var told = await _house.InStoreAsync(db => db.Notifications.Where(told => told.Kind == NotificationKind.Decided).Select(told => told.PersonId).ToListAsync());
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.DoesNotContain((await _house.InStoreAsync(db => db.People.SingleAsync(person => person.Email == "dafydd@lindenau.example"))).Id, told);
    }

    [Fact]
    public async Task What_is_wanted_only_later_is_named_beside_the_choice()
    {
        await _house.InStoreAsync(async db =>
        {
            var team = await db.Teams.SingleAsync(known => known.Name == "Platform & Operations");
            var skill = await db.Skills.SingleAsync(known => known.Key == "payroll-processing");
            db.Targets.Add(Target.Set(team.Id, skill.Id, 3, 2, CoverageLook.DayOf(_house.Clock.GetUtcNow()).AddMonths(12)).Value);
            return await db.SaveChangesAsync();
        });

        var dafydd = await OpenAsync();

        Assert.Equal(HttpStatusCode.OK, dafydd.Status);
        Assert.Contains("Payroll processing", dafydd.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_missing_and_a_choice_that_is_missing_are_refused_in_words()
    {
        var dafydd = await OpenAsync();

        await dafydd.PressAsync("[data-record]", ("Text", "Words that must not be lost."));
        Assert.Contains("Choose which of the three it is.", dafydd.Shown("#decide"), StringComparison.Ordinal);
        Assert.Contains("Words that must not be lost.", dafydd.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await dafydd.PressAsync("[data-record]", ("Kind", "DocumentedProcess"), ("Text", ""));

        Assert.Contains("Write the plan for the transition", dafydd.Shown("#decide"), StringComparison.Ordinal);
        Assert.NotNull(dafydd.Page.QuerySelector("input[value=DocumentedProcess][checked]"));
        Assert.Empty(await DecisionsAsync());
    }

    [Fact]
    public async Task A_later_one_takes_its_place_and_nothing_of_the_earlier_one_changes()
    {
        await (await OpenAsync()).PressAsync("[data-record]", ("Kind", "CannotDistinguish"));
        var first = (await DecisionsAsync())[0];
        _house.Clock.Advance(TimeSpan.FromDays(30));

        await (await OpenAsync()).PressAsync("[data-record]", ("Kind", "Judgement"), ("Text", "Two days a month for it."));

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/decisions");
        Assert.Equal(["Mostly knowing when the process is wrong", "Nobody can tell which"], mei.Page.QuerySelectorAll("li[id^=d-] b").Select(kind => kind.TextContent));
        Assert.Single(mei.Page.QuerySelectorAll("li[id^=d-] > .tag"));
        var kept = (await DecisionsAsync())[0];
        Assert.Equal((first.Id, first.Kind, first.Text, first.DecidedAt, first.Shares), (kept.Id, kept.Kind, kept.Text, kept.DecidedAt, kept.Shares));
    }

    [Fact]
    public async Task Pressed_twice_it_is_recorded_once_and_what_came_in_between_is_to_be_read_first()
    {
        var (one, two) = (await OpenAsync(), await OpenAsync());

        await one.PressAsync("[data-record]", ("Kind", "Judgement"), ("Text", "Why."));
        await two.PressAsync("[data-record]", ("Kind", "Judgement"), ("Text", "Why."));
        Assert.Single(await DecisionsAsync());
        var three = await OpenAsync();
        await (await OpenAsync()).PressAsync("[data-record]", ("Kind", "CannotDistinguish"));
        await three.PressAsync("[data-record]", ("Kind", "DocumentedProcess"), ("Text", Plan));

        Assert.Contains("Another decision was recorded in the meantime", three.Text, StringComparison.Ordinal);
        Assert.Contains(Plan, three.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await three.PressAsync("[data-record]");
        Assert.Equal(3, (await DecisionsAsync()).Count);
    }

    [Fact]
    public async Task The_evidence_of_what_is_wanted_is_kept_and_names_and_holders_are_not()
    {
        var dafydd = await OpenAsync();
        Assert.True(dafydd.Page.QuerySelectorAll("tr[data-skill]").Length > 0);
        Assert.DoesNotContain("Mei Tan", dafydd.Text, StringComparison.Ordinal);

        await dafydd.PressAsync("[data-record]", ("Kind", "CannotDistinguish"));

        Assert.Equal(dafydd.Page.QuerySelectorAll("tr[data-skill]").Length, (await DecisionsAsync())[0].Targets.Count);
    }

    [Fact]
    public async Task Who_recorded_a_decision_is_told_of_comments_by_others_until_they_are_taken_back()
    {
        await (await OpenAsync()).PressAsync("[data-record]", ("Kind", "CannotDistinguish"));
        await (await (await _house.SignedInAsync("dafydd")).OpenAsync("/decisions")).PressAsync("[data-comment-send]", ("words", "To be talked about on Friday."));
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/decisions");
        await mei.PressAsync("[data-comment-send]", ("words", "I can tell: ask me."));

        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/notifications");
        Assert.Contains("Somebody commented on what you recorded", Assert.Single(dafydd.Page.QuerySelectorAll("[data-kind=Commented]")).TextContent, StringComparison.Ordinal);

        await mei.PressAsync("[data-take-back]");
        Assert.Empty((await dafydd.OpenAsync("/notifications")).Page.QuerySelectorAll("[data-kind=Commented]"));
    }

    [Fact]
    public async Task People_of_the_team_comment_by_name_and_take_back_what_is_theirs()
    {
        await (await OpenAsync()).PressAsync("[data-record]", ("Kind", "CannotDistinguish"));
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/decisions");
        await mei.PressAsync("[data-comment-send]", ("words", " "));
        Assert.Contains("Write something first.", mei.Text, StringComparison.Ordinal);

        await mei.PressAsync("[data-comment-send]", ("words", "I can tell: ask me."));

        var dafydd = await OpenAsync();
        Assert.Contains("I can tell: ask me.", dafydd.Text, StringComparison.Ordinal);
        Assert.Null(dafydd.Page.QuerySelector("[data-take-back]"));
        var id = await _house.InStoreAsync(db => db.DecisionComments.Select(comment => comment.Id).SingleAsync());
        using (var others = await dafydd.PostAsync("/decisions?handler=TakeBack", ("id", id.ToString())))
        {
            Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        }

        await mei.OpenAsync("/decisions");
        await mei.PressAsync("[data-take-back]");
        Assert.Empty(await _house.InStoreAsync(db => db.DecisionComments.ToListAsync()));
    }

    [Fact]
    public async Task What_people_said_and_recorded_goes_along_in_their_file_and_with_them()
    {
        await (await OpenAsync()).PressAsync("[data-record]", ("Kind", "DocumentedProcess"), ("Text", Plan));
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/decisions");
        await mei.PressAsync("[data-comment-send]", ("words", "I can tell: ask me."));
        Assert.Contains("I can tell: ask me.", await FileAsync(mei), StringComparison.Ordinal);
        Assert.Contains(Plan, await FileAsync(await _house.SignedInAsync("dafydd")), StringComparison.Ordinal);

        foreach (var key in new[] { "mei", "dafydd" })
        {
            await (await (await _house.SignedInAsync(key)).OpenAsync("/me/erase")).PressAsync("[data-erase]", ("understood", "true"));
        }

        Assert.Empty(await _house.InStoreAsync(db => db.DecisionComments.ToListAsync()));
        var kept = (await DecisionsAsync())[0];
        Assert.Equal((null, Plan), (kept.DecidedById, kept.Text));
    }

    [Fact]
    public async Task Strangers_other_teams_and_other_managers_are_turned_away()
    {
        await (await OpenAsync()).PressAsync("[data-record]", ("Kind", "DocumentedProcess"), ("Text", Plan));
        var decision = (await DecisionsAsync())[0];
        Assert.Equal(HttpStatusCode.Redirect, (await _house.Stranger().Http.GetAsync(new Uri("/decisions", UriKind.Relative))).StatusCode);

        var outsider = await _house.SignedInAsync("tunde");
        await outsider.OpenAsync("/decisions");
        Assert.DoesNotContain(Plan, outsider.Text, StringComparison.Ordinal);
        using (var comment = await outsider.PostAsync("/decisions?handler=Comment", ("decision", decision.Id.ToString()), ("words", "Hello")))
        {
            Assert.Equal(HttpStatusCode.NotFound, comment.StatusCode);
        }

        Assert.NotEqual(HttpStatusCode.OK, (await outsider.OpenAsync($"/coverage/decision?team={decision.TeamId}")).Status);
        var dafydd = await _house.SignedInAsync("dafydd");
        var notHis = await _house.InStoreAsync(async db =>
        {
            var team = Team.Form("Somewhere else", null);
            db.Teams.Add(team);
            await db.SaveChangesAsync();
            return team.Id;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync($"/coverage/decision?team={notHis}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync("/coverage/decision?team=nonsense")).Status);
        await dafydd.OpenAsync("/coverage");
        using var posted = await dafydd.PostAsync($"/coverage/decision?team={notHis}", ("Kind", "Judgement"), ("After", "0"));
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    [Fact]
    public async Task Whoever_left_the_team_is_told_of_it_no_more()
    {
        await (await OpenAsync()).PressAsync("[data-record]", ("Kind", "DocumentedProcess"), ("Text", Plan));
        await _house.InStoreAsync(async db =>
        {
            var away = Team.Form("Away", null);
            db.Teams.Add(away);
            (await db.People.SingleAsync(person => person.Email == "mei@lindenau.example")).MoveTo(away.Id);
            return await db.SaveChangesAsync();
        });

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/notifications");

        Assert.Null(mei.Page.QuerySelector("[data-kind=Decided]"));
        Assert.DoesNotContain(Plan, (await mei.OpenAsync("/decisions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_the_team_sees_their_own_words_alone_and_takes_them_back()
    {
        await (await OpenAsync()).PressAsync("[data-record]", ("Kind", "DocumentedProcess"), ("Text", Plan));
        foreach (var (key, words) in new[] { ("mei", "I can tell: ask me."), ("sam", "So can I.") })
        {
            await (await (await _house.SignedInAsync(key)).OpenAsync("/decisions")).PressAsync("[data-comment-send]", ("words", words));
        }

        await _house.InStoreAsync(async db =>
        {
            (await db.People.SingleAsync(person => person.Email == "mei@lindenau.example")).MoveTo(null);
            return await db.SaveChangesAsync();
        });

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/decisions");
        Assert.Contains("I can tell: ask me.", mei.Shown("[data-elsewhere]"), StringComparison.Ordinal);
        Assert.DoesNotContain("So can I.", mei.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Plan, mei.Text, StringComparison.Ordinal);
        await mei.PressAsync("[data-take-back]");

        Assert.Equal("So can I.", Assert.Single(await _house.InStoreAsync(db => db.DecisionComments.ToListAsync())).Text);
        Assert.Null(mei.Page.QuerySelector("[data-elsewhere]"));
    }

    [Fact]
    public async Task What_is_sent_many_times_at_one_moment_is_said_and_decided_once_and_frightens_nobody()
    {
        var managers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync()));
        await Task.WhenAll(managers.Select(dafydd => dafydd.PressAsync("[data-record]", ("Kind", "DocumentedProcess"), ("Text", Plan))));
        Assert.Single(await DecisionsAsync());
        Assert.All(managers, dafydd => Assert.DoesNotContain("in the meantime", dafydd.Text, StringComparison.Ordinal));

        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await (await _house.SignedInAsync("mei")).OpenAsync("/decisions")));
        await Task.WhenAll(people.Select(mei => mei.PressAsync("[data-comment-send]", ("words", "I can tell: ask me."))));

        Assert.Single(await _house.InStoreAsync(db => db.DecisionComments.ToListAsync()));
    }

    private async Task<Visitor> OpenAsync() => await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/decision?team={await _house.PlatformAsync()}");

    private static async Task<string> FileAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/me/data");
        using var response = await visitor.PostAsync("/me/data");
        using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
        await using var profile = await zip.GetEntry("profile.json")!.OpenAsync();
        using var letters = new StreamReader(profile);
        return await letters.ReadToEndAsync();
    }

    private Task<List<Decision>> DecisionsAsync() => _house.InStoreAsync(db => db.Decisions.AsNoTracking().OrderBy(decision => decision.Number).ToListAsync());
}
