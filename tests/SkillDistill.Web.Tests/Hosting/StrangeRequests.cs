using System.Globalization;
using System.Net;

namespace SkillDistill.Web.Tests.Hosting;

public sealed class StrangeRequests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("/cards")]
    [InlineData("/me")]
    [InlineData("/consent")]
    [InlineData("/agent")]
    [InlineData("/ask")]
    public async Task An_unknown_handler_is_not_found(string path)
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenAsync("/consent");

        using var posted = await mei.PostAsync($"{path}?handler=Nope");

        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    /// <summary>PostgreSQL takes no statement with it, in whichever page it was typed.</summary>
    [Theory]
    [InlineData("ada", "/admin?q={0}")]
    [InlineData("ada", "/admin/skills?q={0}")]
    [InlineData("mei", "/me/skills?q={0}")]
    [InlineData("mei", "/cards?q={0}")]
    [InlineData("mei", "/ask?q={0}")]
    [InlineData("mei", "/skills/search?q={0}")]
    [InlineData("mei", "/people/search?q={0}")]
    [InlineData("dafydd", "/coverage?q={0}")]
    public async Task A_nought_among_the_letters_is_taken_for_nothing(string key, string path)
    {
        var person = await house.SignedInAsync(key);

        foreach (var words in new[] { "%00", "a%00b", "inci%00dent" })
        {
            using var answer = await person.Http.GetAsync(new Uri(string.Format(CultureInfo.InvariantCulture, path, words), UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_as_a_bad_request()
    {
        var mei = await house.SignedInAsync("mei");
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("code", "zh-Hans")]);

        using var posted = await mei.Http.PostAsync(new Uri("/language", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Switching_the_language_never_leads_elsewhere(string back)
    {
        var mei = await house.SignedInAsync("mei");

        using var posted = await mei.PostAsync("/language", ("code", "zh-Hans"), ("back", back));

        Assert.Equal("/", posted.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_others_out()
    {
        var stranger = house.Stranger();

        foreach (var path in new[] { "/sign-in", "/nothing-here", "/assets/nothing.css", "/health" })
        {
            using var response = await stranger.Http.GetAsync(new Uri(path, UriKind.Relative));

            Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task What_a_person_typed_never_swells_the_cookies()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenAsync("/cards");
        var card = mei.Page.QuerySelector("input[name=Cards]")!.GetAttribute("value")!;

        using var posted = await mei.PostAsync("/cards?handler=Tag", ("Cards", card), ("tag", new string('q', 60_000)));

        Assert.True(posted.Headers.GetValues("Set-Cookie").Sum(cookie => cookie.Length) < 4_000);
    }
}
