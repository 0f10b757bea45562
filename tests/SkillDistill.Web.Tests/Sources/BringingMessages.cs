using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;
using static SkillDistill.Web.Tests.Sources.Bring;

namespace SkillDistill.Web.Tests.Sources;

public sealed class BringingMessages : IDisposable
{
    private const string Chosen = "input[name='Chosen']";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in()
    {
        var stranger = await _house.Stranger().OpenAsync("/sources/messages");

        Assert.StartsWith("/sign-in", stranger.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_mailbox_only_what_the_owner_wrote_is_kept()
    {
        var mei = await OnPageAsync("mei");

        await mei.UploadAsync(Chosen, ("sent.mbox", Box(6)));

        Assert.EndsWith("/messages", mei.Location, StringComparison.Ordinal);
        Assert.Contains("Messages read: 6. Yours: 3. Kept for you to choose from: 3.", mei.Text, StringComparison.Ordinal);
        Assert.Equal(3, mei.Page.QuerySelectorAll("[data-message]").Length);
        Assert.All(await DocumentsAsync("mei"), document => Assert.DoesNotContain("Written by Ada", document.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chosen_messages_become_drafts_that_quote_them_and_the_others_can_be_deleted()
    {
        var mei = await OnPageAsync("mei");
        await mei.UploadAsync(Chosen, ("sent.mbox", Box(6)));
        var source = mei.ShownSource();
        var ids = mei.Page.QuerySelectorAll("[data-message]").Select(message => message.GetAttribute("data-message")!).ToList();

        await mei.PressAsync("[data-draft]", ("ticked", ids[0]));
        await mei.PressAsync("[data-remove]", ("ticked", ids[1]));

        var cards = await _house.CardsOfAsync(source);
        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.True(card.QuoteStandsWhereItSays));
        Assert.Equal(ids[2], Assert.Single(mei.Page.QuerySelectorAll("[data-message]")).GetAttribute("data-message"));
        Assert.Equal(2, (await DocumentsAsync("mei")).Count);
    }

    [Fact]
    public async Task The_same_messages_again_are_not_kept_twice()
    {
        var mei = await OnPageAsync("mei");
        await mei.UploadAsync(Chosen, ("sent.mbox", Box(6)));
        await mei.OpenAsync("/sources/messages");

        await mei.UploadAsync(Chosen, ("sent-again.mbox", Box(6)));

        Assert.Contains("brought in all of these messages before", mei.Page.QuerySelector("[data-valmsg-for='Chosen']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await DocumentsAsync("mei")).Count);
    }

    [Fact]
    public async Task Who_is_not_in_it_is_told_who_is_beside_the_field()
    {
        var sam = await OnPageAsync("sam");

        await sam.UploadAsync(Chosen, ("sent.mbox", Box(6)));

        Assert.Contains("Mei Lin <mei@lindenau.example> (3)", sam.Page.QuerySelector("[data-valmsg-for='Me']")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await DocumentsAsync("sam"));
    }

    [Theory]
    [InlineData("box.mbox", "holds no messages")]
    [InlineData("export.zip", "cannot be opened as a ZIP")]
    [InlineData("chat.json", "not valid JSON at line 1")]
    [InlineData("letter.eml", "holds no messages")]
    [InlineData("notes.md", "holds no messages")]
    public async Task What_holds_no_messages_is_told_beside_the_field(string name, string words)
    {
        var mei = await OnPageAsync("mei");

        await mei.UploadAsync(Chosen, (name, Bytes("Something else.")));

        Assert.Contains(words, mei.Page.QuerySelector("[data-valmsg-for='Chosen']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await _house.SourcesOfAsync("mei"));
    }

    [Fact]
    public async Task A_mailbox_comes_in_parts_is_left_and_taken_up_again_and_nothing_is_kept_twice()
    {
        var mei = await OnPageAsync("mei");
        var box = Box(40);
        var begun = await BeginAsync(mei, "all.mbox", box.Length);
        await PartAsync(mei, begun, 0, box[..2000]);
        var first = await PartAsync(mei, begun, 0, box[..2000]);

        await mei.OpenAsync("/sources/messages");
        Assert.Contains("all.mbox", mei.Shown("[data-open-reading]"), StringComparison.Ordinal);
        Assert.Equal(begun, await BeginAsync(mei, "all.mbox", box.Length));
        var last = await PartAsync(mei, begun, first.GetProperty("at").GetInt64(), box[(int)first.GetProperty("at").GetInt64()..]);

        Assert.EndsWith("/messages", last.GetProperty("done").GetString(), StringComparison.Ordinal);
        Assert.Equal(20, (await DocumentsAsync("mei")).Count);
        Assert.Equal(Enumerable.Range(1, 20), (await DocumentsAsync("mei")).Select(document => document.Ordinal));
        await mei.OpenAsync("/sources/messages");
        Assert.Null(mei.Page.QuerySelector("[data-open-reading]"));
    }

    [Fact]
    public async Task Two_windows_that_send_the_same_part_keep_it_once()
    {
        var mei = await OnPageAsync("mei");
        var box = Box(10);
        var begun = await BeginAsync(mei, "all.mbox", box.Length + 1);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(mei, begun, 0, box)));

        Assert.Equal(5, (await DocumentsAsync("mei")).Count);
    }

    [Fact]
    public async Task Given_up_nothing_of_it_is_kept()
    {
        var mei = await OnPageAsync("mei");
        var box = Box(40);
        await PartAsync(mei, await BeginAsync(mei, "all.mbox", box.Length), 0, box[..2000]);
        await mei.OpenAsync("/sources/messages");

        await mei.PressAsync("[data-give-up]");

        Assert.Empty(await DocumentsAsync("mei"));
        Assert.Equal(0, await _house.SourcesOfAsync("mei"));
    }

    [Fact]
    public async Task A_large_file_that_is_no_mailbox_or_has_nothing_of_ones_own_leaves_nothing()
    {
        var sam = await OnPageAsync("sam");
        var box = Box(6);

        var (_, noMailbox) = await SendAsync(sam, await BeginAsync(sam, "all.mbox", 100), 0, Bytes("Something else."));
        var (status, notMine) = await SendAsync(sam, await BeginAsync(sam, "sent.mbox", box.Length), 0, box);

        Assert.Contains("holds no messages", noMailbox.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Me"), (status, notMine.GetProperty("field").GetString()));
        Assert.Equal(0, await _house.SourcesOfAsync("sam"));
    }

    [Fact]
    public async Task Nobody_else_reaches_them()
    {
        var mei = await OnPageAsync("mei");
        await mei.UploadAsync(Chosen, ("sent.mbox", Box(6)));
        var hers = mei.Location;
        var begun = await BeginAsync(mei, "all.mbox", 5000);
        var ada = await OnPageAsync("ada");

        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(hers)).Status);
        await ada.OpenAsync("/sources/messages");
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(ada, begun, 0, Box(2))).Status);
    }

    private async Task<Visitor> OnPageAsync(string key)
    {
        var visitor = await _house.SignedInAsync(key);
        await visitor.OpenAsync("/sources/messages");
        return visitor.Page.QuerySelector("[data-keep-profile] button") is null ? visitor : await visitor.PressAsync("[data-keep-profile] button");
    }

    private Task<List<SourceDocument>> DocumentsAsync(string key) => _house.InStoreAsync(db => db.SourceDocuments.AsNoTracking()
        .Where(document => db.Sources.Any(source => source.Id == document.SourceId && db.People.Any(owner => owner.Id == source.OwnerId && owner.Email == $"{key}@lindenau.example")))
        .OrderBy(document => document.Ordinal).ToListAsync());

    private static async Task<string> BeginAsync(Visitor visitor, string file, long size)
    {
        await visitor.OpenAsync("/sources/messages");
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Me"] = visitor.Page.QuerySelector("input[name='Me']")!.GetAttribute("value")!,
            ["file"] = file,
            ["size"] = size.ToString(CultureInfo.InvariantCulture),
        });
        var (status, answer) = await SendAsync(visitor, visitor.Page.QuerySelector("form[data-messages]")!.GetAttribute("data-begin")!, content);
        Assert.Equal(HttpStatusCode.OK, status);
        return answer.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> PartAsync(Visitor visitor, string reading, long at, byte[] bytes)
    {
        var (status, answer) = await SendAsync(visitor, reading, at, bytes);
        Assert.Equal(HttpStatusCode.OK, status);
        return answer;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(Visitor visitor, string reading, long at, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await SendAsync(visitor, $"/sources/messages?handler=Part&reading={reading}&at={at}", content);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(Visitor visitor, string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("RequestVerificationToken", visitor.Page.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value"));
        using var response = await visitor.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    /// <summary>Every second message is by Mei.</summary>
    private static byte[] Box(int messages) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, messages).Select(at => string.Create(
        CultureInfo.InvariantCulture,
        $"From - Mon Nov  2 09:12:00 2026\nFrom: {(at % 2 == 1 ? "Mei Lin <mei@lindenau.example>" : "Ada <ada@lindenau.example>")}\nSubject: Crate {at}\nDate: Mon, 2 Nov 2026 09:12:00 +0100\n\n{(at % 2 == 1 ? $"If seal {at} is broken, open the crate before it leaves the hall, because the insurer asks." : "Written by Ada and not to be kept anywhere at all.")}\n\n"))));
}
