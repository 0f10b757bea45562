using System.Net;
using System.Security.Cryptography;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Tests.Consent;

public sealed class PublishingNotices : IDisposable
{
    private const string NewWords = "Those in the audience see your cards, and when you confirmed them.";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_first_start_publishes_the_notice_that_the_product_comes_with()
    {
        using var empty = new EmptyHouse();

        var rows = await empty.InStoreAsync(db => db.Notices.AsNoTracking().OrderBy(notice => notice.Language).ToListAsync());

        Assert.Equal([(1, "en", Notice.ShippedVersion), (1, "zh-Hans", Notice.ShippedVersion)], rows.Select(row => (row.Number, row.Language, row.Version)));
        Assert.All(rows, row => Assert.Equal((Notice.Shipped(row.Language).Text, Notice.Shipped(row.Language).Digest, empty.Clock.GetUtcNow()), (row.Text, row.Digest, row.PublishedAt)));
    }

    [Theory]
    [InlineData("sam")]
    [InlineData("dafydd")]
    [InlineData("noor")]
    public async Task Nobody_but_an_admin_edits_the_words(string who)
    {
        var somebody = await _house.SignedInAsync(who);

        await somebody.OpenAsync("/admin/notices");
        var posted = await somebody.PostAsync("/admin/notices?handler=Publish", ("Form.Seen", "1"));

        Assert.NotEqual(HttpStatusCode.OK, somebody.Status);
        Assert.NotEqual(HttpStatusCode.OK, posted.StatusCode);
        Assert.Equal(2, await _house.InStoreAsync(db => db.Notices.CountAsync()));
    }

    [Fact]
    public async Task What_would_change_is_shown_first_and_published_as_a_new_version_in_both_languages()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/notices");

        await ada.PressAsync("[data-show-preview]", ("Form.Words[en.AnswerColleagues.Sees]", NewWords));

        Assert.Equal(2, await _house.InStoreAsync(db => db.Notices.CountAsync()));
        Assert.Contains("What would change in 2027-02.2", ada.Text, StringComparison.Ordinal);
        Assert.Contains(NewWords, ada.Shown("[data-preview] [data-new] p"), StringComparison.Ordinal);
        Assert.Equal(NewWords, ((IHtmlTextAreaElement)ada.Page.GetElementById("en-AnswerColleagues-Sees")!).Value);

        await ada.PressAsync("[data-publish]");

        Assert.Contains("Version 2027-02.2 is published", ada.Text, StringComparison.Ordinal);
        var rows = await _house.InStoreAsync(db => db.Notices.AsNoTracking().Where(notice => notice.Number == 2).ToListAsync());
        Assert.Equal(["en", "zh-Hans"], rows.Select(row => row.Language).Order());
        Assert.All(rows, row => Assert.Equal(("2027-02.2", row.Digest), (row.Version, row.Read().Digest)));
        Assert.Equal(NewWords, rows.Single(row => row.Language == "en").Read().Purposes[Purpose.AnswerColleagues].Sees);
    }

    [Fact]
    public async Task Words_changed_after_they_were_shown_are_shown_again_before_they_are_published()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/notices");
        await ada.PressAsync("[data-show-preview]", ("Form.Words[en.AnswerColleagues.Sees]", NewWords));

        await ada.PressAsync("[data-publish]", ("Form.Words[en.AnswerColleagues.Sees]", "Something else."));

        Assert.Contains("Something else.", ada.Shown("[data-preview] [data-new] p"), StringComparison.Ordinal);
        Assert.Equal(2, await _house.InStoreAsync(db => db.Notices.CountAsync()));
    }

    [Fact]
    public async Task Nothing_changed_is_refused_in_words()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/notices");

        await ada.PressAsync("[data-show-preview]");

        Assert.Contains("Nothing is different", ada.Text, StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-publish]"));
    }

    [Fact]
    public async Task A_language_left_out_is_refused_beside_its_field_with_everything_typed_still_there()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/notices");

        await ada.PressAsync("[data-show-preview]", ("Form.Words[en.AnswerColleagues.Sees]", NewWords), ("Form.Words[zh-Hans.AnswerColleagues.Sees]", " "));

        Assert.Contains("at most 400 characters", ada.Page.QuerySelector("[data-purpose=AnswerColleagues]")!.TextContent, StringComparison.Ordinal);
        Assert.True(ada.Page.QuerySelector("[data-purpose=AnswerColleagues]")!.HasAttribute("open"));
        Assert.Equal(NewWords, ((IHtmlTextAreaElement)ada.Page.GetElementById("en-AnswerColleagues-Sees")!).Value);
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_overwrites_nothing()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/notices");
        await ada.PressAsync("[data-show-preview]", ("Form.Words[en.AnswerColleagues.Sees]", NewWords));
        await _house.PublishAsync(Purpose.CreditByName, "The person who asked, and nobody else.");

        await ada.PressAsync("[data-publish]");

        Assert.Contains("Version 2027-02.2 was published in the meantime", ada.Text, StringComparison.Ordinal);
        Assert.Equal(4, await _house.InStoreAsync(db => db.Notices.CountAsync()));
    }

    [Fact]
    public async Task How_many_people_agreed_to_something_is_not_told_to_the_admin()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/notices");
        await ada.PressAsync("[data-show-preview]", ("Form.Words[en.ShowNamedCoverage.Sees]", NewWords));
        var before = ada.Text;

        await _house.DecideAsync(await _house.IdAsync("mei"), stream => stream.Withdraw(stream.SubjectId!.Value, Purpose.ShowNamedCoverage, _house.Clock.GetUtcNow()).Refusal);
        await ada.PressAsync("[data-show-preview]");

        Assert.Equal(before, ada.Text);
    }

    [Fact]
    public async Task Everybody_here_can_read_every_version_and_reckon_its_digest()
    {
        await _house.PublishAsync(Purpose.AnswerColleagues, NewWords);
        var noor = await (await _house.SignedInAsync("noor")).OpenAsync("/consent/notices");

        Assert.Equal(["2027-02.2", "2027-02"], noor.Page.QuerySelectorAll("[data-notice]").Select(row => row.GetAttribute("data-notice")));
        Assert.Contains("Changed: Answer colleagues", noor.Text, StringComparison.Ordinal);
        Assert.Contains(Notice.Shipped("zh-Hans").Digest, noor.Text, StringComparison.Ordinal);
        await noor.OpenAsync("/consent/notices/2027-02.2?language=en");
        Assert.Contains(NewWords, noor.Text, StringComparison.Ordinal);
        await noor.OpenAsync("/consent/notices/2027-02?language=en");
        Assert.DoesNotContain(NewWords, noor.Text, StringComparison.Ordinal);
        var text = await noor.Http.GetByteArrayAsync(new Uri("/consent/notices/2027-02?handler=Text&language=zh-Hans", UriKind.Relative));
        Assert.Equal(Notice.Shipped("zh-Hans").Digest, Convert.ToHexStringLower(SHA256.HashData(text)));
        Assert.Equal(HttpStatusCode.NotFound, (await noor.OpenAsync("/consent/notices/2025-01")).Status);
    }

    [Fact]
    public async Task What_was_published_can_be_neither_changed_nor_removed()
    {
        foreach (var statement in new[] { "UPDATE notices SET text = ''", "DELETE FROM notices" })
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => _house.InStoreAsync(db => db.Database.ExecuteSqlRawAsync(statement)));

            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }
}
