using System.Net;

namespace SkillDistill.Web.Tests.People;

public sealed class FirstStarting(EmptyHouse house) : IClassFixture<EmptyHouse>
{
    [Fact]
    public async Task The_first_start_asks_for_an_admin_and_then_never_again()
    {
        var first = await house.Stranger().OpenAsync("/sign-in");
        Assert.Equal("/first-start", first.Location);

        await first.PressAsync("main button", ("Form.Name", "Ada"), ("Form.Email", "ada@example.org"), ("Form.Password", "short"));
        Assert.Contains("at least 12", first.Text, StringComparison.OrdinalIgnoreCase);
        await first.PressAsync("main button", ("Form.Password", "three plain words"));
        Assert.Contains("Ada", first.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);

        var second = await house.Stranger().OpenAsync("/first-start");
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
    }
}
