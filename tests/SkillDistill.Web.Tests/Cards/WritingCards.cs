using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Cards;

public sealed class WritingCards(House house) : IClassFixture<House>
{
    private const string Form = "[data-card-form]";

    [Theory]
    [InlineData("/me")]
    [InlineData("/cards")]
    [InlineData("/cards/new")]
    [InlineData("/cards/review")]
    [InlineData("/cards/freshen")]
    public async Task A_stranger_is_turned_away(string path)
    {
        var stranger = await house.Stranger().OpenAsync(path);

        Assert.StartsWith("/sign-in", stranger.Location.Replace("http://localhost", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/skills/search?q=a")]
    [InlineData("/people/search?q=a")]
    public async Task A_strangers_script_is_told_to_sign_in(string path)
    {
        var stranger = await house.Stranger().OpenAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/history")]
    public async Task Somebody_elses_card_and_a_missing_card_are_not_found_alike(string below)
    {
        var card = await house.CardOfAsync("mei", "Roll back first if something was released in the last hour");
        var tunde = await house.SignedInAsync("tunde");

        await tunde.OpenAsync($"/cards/{card}{below}");
        var theirs = (tunde.Status, tunde.Text);
        await tunde.OpenAsync($"/cards/{Guid.NewGuid():N}{below}");

        Assert.Equal(HttpStatusCode.NotFound, theirs.Status);
        Assert.Equal(theirs, (tunde.Status, tunde.Text));
    }

    [Fact]
    public async Task Before_anything_is_kept_the_writer_is_asked_and_then_comes_back()
    {
        var sam = await (await house.SignedInAsync("sam")).OpenAsync("/cards/new?kind=Fact");
        Assert.Null(sam.Page.QuerySelector(Form));

        await sam.PressAsync("[data-keep-profile] button");

        Assert.Equal("/cards/new?kind=Fact", sam.Location);
        Assert.NotNull(sam.Page.QuerySelector(Form));
    }

    [Fact]
    public async Task Without_that_consent_a_forged_form_keeps_nothing()
    {
        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/cards/new?kind=Fact");

        await noor.PostAsync("/cards/new", ("Form.Kind", "Fact"), ("Form.Title", "Forged"), ("then", "draft"));

        Assert.False(await house.InStoreAsync(db => db.CardRevisions.AnyAsync(revision => revision.Text.Title == "Forged")));
    }

    [Fact]
    public async Task A_judgement_without_exception_is_refused_beside_the_field_with_everything_typed_kept()
    {
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync("/cards/new?kind=Judgement");

        await tunde.PressAsync($"{Form} [data-accept]", ("Form.Title", "When I call back"), ("Form.Action", "I call within the hour."));

        Assert.Contains("needs an exception", tunde.Page.QuerySelector("#field-Exception-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sign of being wrong", tunde.Page.QuerySelector("#field-Falsifier-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("I call within the hour.", tunde.Page.QuerySelector("#field-Action")!.TextContent);

        await tunde.PressAsync($"{Form} [data-accept]", ("Form.Exception", "Not at night."), ("Form.Falsifier", "They call first."));

        Assert.Contains("Saved and accepted", tunde.Text, StringComparison.Ordinal);
        Assert.Contains("Not at night.", tunde.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[data-save]")]
    [InlineData("[data-accept]")]
    public async Task A_password_is_refused_beside_its_field_even_in_a_draft_and_nothing_of_it_is_kept(string button)
    {
        const string secret = "hT7-kanaal9-Wqz";
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync("/cards/new?kind=Process");

        await tunde.PressAsync($"{Form} {button}", ("Form.Title", "Opening the till"), ("Form.Action", $"I sign in with password: {secret} and count."));

        Assert.Contains("looks like a password", tunde.Page.QuerySelector("#field-Action-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(secret, tunde.Page.QuerySelector("#field-Action")!.TextContent, StringComparison.Ordinal);
        Assert.False(await house.InStoreAsync(db => db.CardRevisions.AnyAsync(revision => revision.Text.Action.Contains(secret))));
    }

    [Fact]
    public async Task A_draft_without_a_title_is_refused_in_words()
    {
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync("/cards/new?kind=Fact");

        await tunde.PressAsync($"{Form} [data-save]", ("Form.Action", "It is so."));

        Assert.Contains("Give the card a title", tunde.Page.QuerySelector("#field-Title-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_has_not_happened_is_refused_beside_its_date_in_a_new_card_and_in_an_old_one()
    {
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync("/cards/new?kind=Fact");
        var tomorrow = house.Clock.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        await tunde.PressAsync($"{Form} [data-save]", ("Form.Title", "The cold store"), ("Form.Action", "It is so."), ("Form.CaseDate", tomorrow));
        var asNew = Beside(tunde);
        await tunde.PressAsync($"{Form} [data-save]", ("Form.CaseDate", ""));
        await tunde.OpenAsync($"{tunde.Location}/edit");
        await tunde.PressAsync($"{Form} [data-save]", ("Form.CaseDate", tomorrow));

        Assert.Contains("already happened", asNew, StringComparison.Ordinal);
        Assert.Contains("already happened", Beside(tunde), StringComparison.Ordinal);
        Assert.False(await house.InStoreAsync(db => db.CardRevisions.AnyAsync(revision => revision.Text.Title == "The cold store" && revision.Text.CaseDate != null)));

        static string? Beside(Visitor visitor) => visitor.Page.QuerySelector("[data-valmsg-for='Form.CaseDate']")?.TextContent;
    }

    [Fact]
    public async Task A_skill_is_found_by_its_other_name_without_script_and_people_are_named()
    {
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync("/cards/new?kind=Fact");
        await tunde.PressAsync($"{Form} button[value=find]", ("Form.Title", "Who fails over"), ("Form.Action", "The on-call."), ("Form.SkillQuery", "主备"), ("Form.Audience.PeopleQuery", "mei t"));
        Assert.Equal("Who fails over", tunde.Page.QuerySelector("#field-Title")!.GetAttribute("value"));
        var skill = tunde.Page.QuerySelector("[data-found] input[name='Form.Skills']")!.GetAttribute("value")!;
        var mei = tunde.Page.QuerySelector("[data-found] input[name='Form.Audience.People']")!.GetAttribute("value")!;

        await tunde.PressAsync($"{Form} [data-accept]", ("Form.Skills", skill), ("Form.Audience.People", mei), ("Form.Audience.Scope", "People"));

        Assert.Contains("Database operations", tunde.Text, StringComparison.Ordinal);
        Assert.Contains("People I name: Mei Tan", tunde.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_one_is_not_in_is_refused()
    {
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync("/cards/new?kind=Fact");

        await tunde.PressAsync($"{Form} [data-save]", ("Form.Title", "For others"), ("Form.Audience.Scope", "Team"), ("Form.Audience.Team", Guid.NewGuid().ToString("N")));

        Assert.Contains("Choose a team that you are in", tunde.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_windows_lose_nothing_and_show_both_texts()
    {
        var id = await house.CardOfAsync("priya", null);
        var first = await (await house.SignedInAsPersonAsync("priya")).OpenAsync($"/cards/{id}/edit");
        var second = await (await house.SignedInAsPersonAsync("priya")).OpenAsync($"/cards/{id}/edit");
        await first.PressAsync($"{Form} [data-save]", ("Form.Reason", "The first window says so."));

        await second.PressAsync($"{Form} [data-save]", ("Form.Reason", "The second window says otherwise."));

        Assert.Contains("changed in the meantime", second.Text, StringComparison.Ordinal);
        var beside = second.Page.QuerySelector("[data-newest]")!.TextContent;
        Assert.Contains("first", beside, StringComparison.Ordinal);
        Assert.Contains("second", beside, StringComparison.Ordinal);
        Assert.Equal("The second window says otherwise.", second.Page.QuerySelector("#field-Reason")!.TextContent);

        await second.PressAsync($"{Form} [data-save]");
        var reasons = await house.InStoreAsync(db => db.CardRevisions.Where(revision => revision.CardId == Domain.Id<Card>.Parse(id, null)).OrderBy(revision => revision.Number).Select(revision => revision.Text.Reason).ToListAsync());

        Assert.Equal(["The first window says so.", "The second window says otherwise."], reasons.Skip(1));
    }

    [Fact]
    public async Task Of_four_windows_saving_at_the_same_moment_one_is_kept_and_three_are_told()
    {
        var id = await house.CardOfAsync("xiaoyun", null);
        var windows = new List<Visitor>();
        for (var number = 0; number < 4; number++)
        {
            windows.Add(await (await house.SignedInAsync("xiaoyun")).OpenAsync($"/cards/{id}/edit"));
        }

        await Task.WhenAll(windows.Select((window, number) => window.PressAsync($"{Form} [data-save]", ("Form.Reason", $"Window {number}."))));

        Assert.All(windows, window => Assert.Equal(HttpStatusCode.OK, window.Status));
        Assert.Equal(3, windows.Count(window => window.Page.QuerySelector("[data-newest]") is not null));
        Assert.Equal(2, await house.InStoreAsync(db => db.CardRevisions.CountAsync(revision => revision.CardId == Domain.Id<Card>.Parse(id, null))));
    }

    [Fact]
    public async Task Saving_without_a_change_appends_no_revision()
    {
        var id = await house.CardOfAsync("mei", "I declare an incident before I am sure");
        var mei = await (await house.SignedInAsync("mei")).OpenAsync($"/cards/{id}/edit");

        await mei.PressAsync($"{Form} [data-save]", ("Form.Audience.Scope", nameof(AudienceScope.Private)));

        var card = await house.InStoreAsync(db => db.Cards.SingleAsync(card => card.Id == Domain.Id<Card>.Parse(id, null)));
        Assert.Equal((1, AudienceScope.Private), (card.RevisionNumber, card.Audience.Scope));
    }
}
