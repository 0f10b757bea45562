using System.Net;

namespace SkillDistill.Web.Tests.People;

public sealed class SigningIn(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_from_every_page()
    {
        var stranger = house.Stranger();

        await stranger.OpenAsync("/consent");

        Assert.StartsWith("/sign-in", new Uri(new Uri("http://localhost"), stranger.Location).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_and_keeps_the_address()
    {
        var stranger = await house.Stranger().OpenAsync("/sign-in");

        await stranger.PressAsync("form.card button.w-100", ("Form.Email", "mei@lindenau.example"), ("Form.Password", "not the password"));

        Assert.Contains("do not go together", stranger.Text, StringComparison.Ordinal);
        Assert.Equal("mei@lindenau.example", stranger.Page.QuerySelector("input[name='Form.Email']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_demo_person_signs_in_with_one_press()
    {
        var mei = await house.SignedInAsync("mei");

        Assert.Equal(HttpStatusCode.OK, mei.Status);
        Assert.Contains("Mei Tan", mei.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }
}
