using Microsoft.Playwright;
using SkillDistill.Browser.Tests.Cards;
using SkillDistill.Browser.Tests.Journey;
using SkillDistill.Browser.Tests.Sources;

namespace SkillDistill.Browser.Tests.Looking;

/// <summary>Every page as people meet it: for assistive technology, in the dark, and on a small phone.</summary>
[Collection(BrowserTests.Name)]
public sealed class EveryPage(Chromium chromium)
{
    /// <summary>Not an address: the page that a question leads to, whose address nobody knows beforehand.</summary>
    private const string Conversation = "a conversation";

    private const string WhomToAskToo = "whom to ask the same";
    private const string SideBySide = "two answers side by side";

    /// <summary>Not an address: the page to choose messages from, once some were brought in.</summary>
    private const string Merging = "drafts merged";
    private const string Splitting = "a draft taken apart";
    private const string ChoosingMessages = "messages brought in";

    /// <summary>Not an address: the step before one skill becomes part of another.</summary>
    private const string Joining = "two skills to be one";

    /// <summary>Not an address: the step before a team is removed.</summary>
    private const string RemovingTeam = "removing a team";

    /// <summary>Not an address: what coverage says of the thinnest skill.</summary>
    private const string CoveredSkill = "a skill of a team";

    /// <summary>Not addresses: an answer that its reader would not follow, and that before its owner.</summary>
    private const string Disagreed = "an answer disagreed with";
    private const string Settling = "a disagreement to settle";

    /// <summary>A page, and who comes to it.</summary>
    public static TheoryData<string, string> Pages => new()
    {
        { "-", "/sign-in" },
        { "mei", "/me" },
        { "mei", "/me/skills" },
        { "noor", "/interview" },
        { "mei", "/interview" },
        { "mei", "/interview/map?all=true" },
        { "mei", "/interview/incidents" },
        { "mei", "/interview/boundaries?step=boundary-teach-back" },
        { "mei", "/interview/boundaries?step=boundary-holdout" },
        { "mei", "/interview/answers" },
        { "mei", "/interview/drafts" },
        { "mei", "/interview/comparison" },
        { "mei", "/interview/inbox" },
        { "mei", "/disagreements" },
        { "mei", "/credit" },
        { "mei", "/notifications" },
        { "mei", "/questions" },
        { "mei", "/calibration" },
        { "mei", "/leaving" },
        { "mei", "/leaving/cards" },
        { "xiaoyun", "/handovers" },
        { "mei", Settling },
        { "tunde", Disagreed },
        { "dafydd", "/coverage/invitations" },
        { "mei", "/cards" },
        { "mei", "/cards/new?kind=Judgement" },
        { "mei", "/cards/freshen" },
        { "mei", Merging },
        { "mei", Splitting },
        { "mei", "/sources" },
        { "mei", "/sources/messages" },
        { "mei", ChoosingMessages },
        { "mei", "/consent" },
        { "mei", "/me/erasures" },
        { "mei", "/me/data" },
        { "mei", "/me/erase" },
        { "noor", "/consent" },
        { "mei", "/consent/ledger/check" },
        { "mei", "/consent/notices" },
        { "mei", "/consent/notices/2027-02" },
        { "mei", "/agent" },
        { "mei", "/agent/versions/1" },
        { "mei", "/agent/versions/1/playground" },
        { "mei", "/ask/try/1" },
        { "tunde", "/ask" },
        { "tunde", "/ask?q=rollback" },
        { "tunde", Conversation },
        { "tunde", WhomToAskToo },
        { "tunde", SideBySide },
        { "dafydd", "/coverage" },
        { "dafydd", "/coverage?horizon=18" },
        { "dafydd", "/coverage/decision" },
        { "mei", "/decisions" },
        { "ada", "/admin/targets" },
        { "dafydd", "/coverage?picture=Teams&state=Gap" },
        { "dafydd", "/coverage/what-if" },
        { "dafydd", "/coverage/views" },
        { "dafydd", CoveredSkill },
        { "ada", "/admin" },
        { "ada", "/admin/questions" },
        { "ada", "/admin/events" },
        { "ada", "/admin/targets/sheet" },
        { "ada", "/admin/skills/import" },
        { "ada", Joining },
        { "ada", "/admin/teams" },
        { "ada", "/admin/teams/sheet" },
        { "ada", RemovingTeam },
        { "ada", "/admin/people/sheet" },
        { "ada", "/admin/models" },
        { "ada", "/admin/deployment" },
        { "sam", "/deployment" },
        { "noor", "/audit" },
        { "noor", "/audit/notices" },
        { "noor", "/audit/deployment" },
        { "ada", "/admin/notices" },
        { "ada", "/nothing-here" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_screen_reader_finds_its_way(string who, string path)
    {
        var page = await OpenAsync(who, path);

        await page.FindsItsWayAsync(path);

        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_small_phone_shows_it_without_scrolling_sideways(string who, string path)
    {
        foreach (var locale in new[] { "en-GB", "zh-Hans" })
        {
            var page = await OpenAsync(who, path, locale, width: 360);

            await page.FitsAsync($"{path} ({locale})");

            Assert.Empty(chromium.ScriptErrors);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_bar_stays_in_sight_to_the_end_of_a_long_page()
    {
        var page = await OpenAsync("mei", "/consent");

        await page.EvaluateAsync("window.scrollTo(0, document.body.scrollHeight)");

        Assert.Equal(0, await page.EvaluateAsync<double>("document.querySelector('.topbar').getBoundingClientRect().top"));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string who, string path, string locale = "en-GB", int width = 1280)
    {
        var page = who == "-" ? await chromium.WindowAsync(locale, width, 800) : await chromium.SignedInAsync(who, locale, width, 800);
        if (who == "mei" && path.StartsWith("/interview/", StringComparison.Ordinal))
        {
            await page.GotoAsync("/interview");
            if (await page.QuerySelectorAsync("[data-begin]") is { } begin)
            {
                await begin.ClickAsync();
                await page.WaitForURLAsync("**/interview/map*");
            }
        }

        if (path is Merging or Splitting)
        {
            await page.TwoDraftsAsync();
            await page.GotoAsync("/cards?state=Draft");
            await page.ClickAsync(path == Splitting ? ".card-row a.fw-semibold" : ".card-row:nth-child(1) input");
            if (path == Merging)
            {
                await page.ClickAsync(".card-row:nth-child(2) input");
            }

            await page.ClickAsync(path == Merging ? "button[formaction*=Merge]" : "a[href$='/split']");
            await page.WaitForURLAsync(path == Merging ? "**/cards/merge*" : "**/split");
        }
        else if (path == ChoosingMessages)
        {
            await page.BringMailboxAsync($"""
                From mei@lindenau.example Thu Nov 26 09:00:00 2026
                From: Mei Tan <mei@lindenau.example>
                Subject: Rolling back

                I roll back when the graph falls within five minutes of a release ({Guid.NewGuid():N}), because looking for the cause takes an hour.

                """);
        }
        else if (path == SideBySide)
        {
            await SecondOpinion.AskAgainAsync(page);
            await page.WaitForURLAsync("**/opinions/*");
            await page.WaitForSelectorAsync("body:not(:has([data-stream]:not([data-stream=''])))");
        }
        else if (path == Disagreed)
        {
            await new Colleague(page).AskAsync("Mei Tan", "How do you work off the backlog after an ingest outage?");
            await Disagreements.Settling.DisagreeAsync(page);
        }
        else if (path == Settling)
        {
            await (await OpenAsync("tunde", Disagreed)).Context.CloseAsync();
            await page.GotoAsync("/disagreements");
            await page.ClickAsync("[data-open] a");
            await page.WaitForSelectorAsync("[data-said]");
        }
        else if (path == CoveredSkill)
        {
            await page.GotoAsync("/coverage");
            await page.ClickAsync("[data-next] a");
            await page.WaitForURLAsync("**/coverage/skill?*");
        }
        else if (path == Joining)
        {
            await page.GotoAsync("/admin/skills?q=cloud");
            await page.ClickAsync("#skills a");
            await page.FillAsync("[name=Into]", "On-call practice");
            await page.ClickAsync("[data-to-merge]");
            await page.WaitForURLAsync("**/merge/*");
        }
        else if (path == RemovingTeam)
        {
            await page.GotoAsync("/admin/teams");
            await page.ClickAsync("#teams a[data-name]");
            await page.ClickAsync("[data-to-remove]");
            await page.WaitForURLAsync("**/remove");
        }
        else if (path == WhomToAskToo)
        {
            await new Colleague(page).AskAsync("Mei Tan", "When do you roll back and when do you look for the cause first?");
            await page.ClickAsync("a[data-second]");
            await page.WaitForURLAsync("**/second");
        }
        else if (path == Conversation)
        {
            await new Colleague(page).AskAsync("Mei Tan", "When do you roll back and when do you look for the cause first?");
        }
        else
        {
            await page.GotoAsync(path);
        }

        return page;
    }
}
