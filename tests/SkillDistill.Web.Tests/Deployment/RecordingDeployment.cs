using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Deployment;

namespace SkillDistill.Web.Tests.Deployment;

public sealed class RecordingDeployment(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Only_an_admin_records_and_everybody_reads()
    {
        var before = await CountAsync();
        Assert.StartsWith("/sign-in", (await house.Stranger().OpenAsync("/deployment")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await house.Stranger().OpenAsync("/admin/deployment")).Location, StringComparison.Ordinal);
        foreach (var key in new[] { "sam", "mei", "dafydd", "noor" })
        {
            var visitor = await house.SignedInAsync(key);

            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.OpenAsync("/admin/deployment")).Status);
            await visitor.OpenAsync("/deployment");
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.Contains("trade union committee", visitor.Text, StringComparison.Ordinal);
            Assert.NotNull(visitor.Page.QuerySelector("footer a[href='/deployment']"));
            using var forced = await visitor.PostAsync("/admin/deployment", ("Form.Seen", $"{before}"), ("Form.How", NewHouse.How), ("Form.InformedOn", "2026-10-20"), ("Form.Document", "x"));
            Assert.NotEqual(HttpStatusCode.OK, forced.StatusCode);
        }

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_later_record_holds_and_the_earlier_one_stays_to_be_read()
    {
        var before = await CountAsync();
        var ada = await house.SignedInAsync("ada");

        await ada.InformAsync("We told everybody once more, <b>in writing</b>.", "2026-10-30", "Annex 3");

        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/deployment");
        var records = mei.Page.QuerySelectorAll("[data-record]");
        Assert.Equal(Enumerable.Range(1, before + 1).Reverse().Select(number => $"{number}"), records.Select(record => record.GetAttribute("data-record")));
        Assert.Contains("once more, <b>in writing</b>", records[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("30 Oct 2026", records[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Ada Brennan", records[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Helen Lindenau told everybody", records[^1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.How", "Too short.", "Say in 20 to 4000 characters")]
    [InlineData("Form.InformedOn", "2031-01-01", "up to today")]
    [InlineData("Form.InformedOn", "1999-12-31", "from the year 2000")]
    [InlineData("Form.InformedOn", "", "Please fill this in")]
    [InlineData("Form.InformedOn", "yesterday", "cannot be used here")]
    [InlineData("Form.Document", "  ", "Name the document")]
    public async Task A_bad_field_is_refused_beside_it_with_everything_typed_kept(string field, string value, string sentence)
    {
        var before = await CountAsync();
        var ada = await (await house.SignedInAsync("ada")).OpenAsync("/admin/deployment");
        var typed = new Dictionary<string, string> { ["Form.How"] = NewHouse.How, ["Form.InformedOn"] = "2026-10-20", ["Form.Document"] = "File 31" };
        typed[field] = value;

        await ada.PressAsync(NewHouse.RecordButton, [.. typed.Select(pair => (pair.Key, pair.Value))]);

        Assert.Contains(sentence, ada.Page.QuerySelector($"[data-valmsg-for='{field}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed["Form.How"], ada.Page.QuerySelector("textarea")!.TextContent.TrimStart('\n', '\r'));
        Assert.Equal(typed["Form.InformedOn"], ada.Page.QuerySelector("[name='Form.InformedOn']")!.GetAttribute("value"));
        Assert.Equal(typed["Form.Document"], ada.Page.QuerySelector("[name='Form.Document']")!.GetAttribute("value"));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var ada = await (await house.SignedInAsync("ada")).OpenAsync("/admin/deployment");

        await ada.PressAsync(NewHouse.RecordButton, ("Form.How", ""), ("Form.InformedOn", ""), ("Form.Document", ""));

        Assert.All(ada.Page.QuerySelectorAll("[data-valmsg-for]"), beside => Assert.NotEmpty(beside.TextContent));
    }

    [Fact]
    public async Task The_same_record_pressed_four_times_at_once_is_one()
    {
        var before = await CountAsync();
        var ada = await (await house.SignedInAsync("ada")).OpenAsync("/admin/deployment");
        var fields = new[] { ("Form.Seen", $"{before}"), ("Form.How", "Pressed with impatience by somebody in a hurry."), ("Form.InformedOn", "2026-10-21"), ("Form.Document", "File 32") };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ada.PostAsync("/admin/deployment", fields)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task What_another_admin_recorded_meanwhile_is_shown_first_and_nothing_typed_is_lost()
    {
        var ada = await (await house.SignedInAsync("ada")).OpenAsync("/admin/deployment");
        await (await house.SignedInAsync("ada")).InformAsync("The other admin was faster by a minute or two.");

        await ada.PressAsync(NewHouse.RecordButton, ("Form.How", "Mine says something else altogether."), ("Form.InformedOn", "2026-10-22"), ("Form.Document", "File 33"));
        Assert.Contains("Another admin put something on record", ada.Text, StringComparison.Ordinal);
        Assert.Contains("faster by a minute", ada.Page.QuerySelector("[data-record]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mine says something else", ada.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await ada.PressAsync(NewHouse.RecordButton);

        Assert.Contains("Mine says something else", ada.Page.QuerySelector("[data-record]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_on_record_is_never_changed_or_deleted()
    {
        await house.InStoreAsync(async db =>
        {
            var record = await db.DeploymentRecords.FirstAsync();
            db.Entry(record).Property(known => known.How).CurrentValue = "Nothing was said to anybody, sorry.";
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            db.DeploymentRecords.Remove(await db.DeploymentRecords.FirstAsync());
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            return 0;
        });
    }

    [Fact]
    public async Task Whoever_recorded_it_is_told_apart_even_when_their_account_is_gone()
    {
        await house.InStoreAsync(async db =>
        {
            var newest = await db.DeploymentRecords.OrderByDescending(record => record.Number).FirstAsync();
            var gone = Domain.People.Person.Join("Gone", "gone@example.org", "", null, house.Clock.GetUtcNow()).Value;
            gone.MakeAdmin();
            db.DeploymentRecords.Add(DeploymentRecord.After(newest, "Said by somebody whose account was removed since.", new DateOnly(2026, 10, 23), "File 34", gone, house.Clock.GetUtcNow()).Value);
            return await db.SaveChangesAsync();
        });

        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/deployment");

        Assert.Contains("somebody whose account is gone", mei.Text, StringComparison.Ordinal);
    }

    private Task<int> CountAsync() => house.InStoreAsync(db => db.DeploymentRecords.CountAsync());
}
