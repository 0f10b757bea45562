using SkillDistill.Web.Tests.Cards;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.People;

/// <summary>Who can make an invitation link can set a password with it: the person whose it is must hear of that.</summary>
public sealed class ReplacingPasswords(House house) : IClassFixture<House>
{
    private const string Password = "three plain words";
    private const string Replaced = "replaced with an invitation link on 2 Nov 2026";

    [Fact]
    public async Task Who_signs_in_is_told_for_thirty_days_that_a_link_replaced_their_password()
    {
        await house.SignedInAsPersonAsync("priya");
        await JoinAsync("priya");

        var first = (await SignInAsync("priya")).Text;
        var second = (await SignInAsync("priya")).Text;
        house.Clock.Advance(TimeSpan.FromDays(31));
        var later = (await SignInAsync("priya")).Text;

        Assert.Contains(Replaced, first, StringComparison.Ordinal);
        Assert.Contains(Replaced, second, StringComparison.Ordinal);
        Assert.DoesNotContain("invitation link", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_by_a_link_is_told_of_the_one_that_was_used_before()
    {
        await house.SignedInAsPersonAsync("tomasz");
        await JoinAsync("tomasz");

        var tomasz = await JoinAsync("tomasz");

        Assert.Contains("replaced with an invitation link", tomasz.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sets_their_first_password_has_replaced_none()
    {
        var grace = await JoinAsync("grace");

        Assert.DoesNotContain("invitation link", grace.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("invitation link", (await SignInAsync("grace")).Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> JoinAsync(string key)
    {
        var ada = await house.SignedInAsync("ada");
        await ada.OpenAsync($"/admin/people/{(await house.PersonAsync(key)).Id}");
        await ada.PressAsync("form[action*='handler=Link'] button");
        var visitor = await house.Stranger().OpenAsync(new Uri(ada.Page.QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery);
        return await visitor.PressAsync("main button", ("Password", Password));
    }

    private async Task<Visitor> SignInAsync(string key)
    {
        var visitor = await house.Stranger().OpenAsync("/sign-in");
        return await visitor.PressAsync("form.card button.w-100", ("Form.Email", $"{key}@lindenau.example"), ("Form.Password", Password));
    }
}
