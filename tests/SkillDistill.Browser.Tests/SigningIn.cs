namespace SkillDistill.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class SigningIn(Chromium chromium)
{
    [Fact]
    public async Task A_demo_person_signs_in_with_one_click_and_nothing_breaks_the_content_policy()
    {
        var page = await chromium.WindowAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };

        await page.GotoAsync("/sign-in");
        await page.ClickAsync("button[data-demo='mei']");
        await page.WaitForSelectorAsync("nav.mainnav");

        Assert.Empty(complaints);
    }
}
