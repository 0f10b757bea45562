using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Tests.Consent;

public sealed class NamingTheRecipient(HouseWithModel house) : IClassFixture<HouseWithModel>
{
    [Fact]
    public async Task The_configured_provider_is_named_and_can_be_agreed_to()
    {
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/consent");
        Assert.Contains("big-model (models.example)", mei.Page.QuerySelector("[data-recipient]")!.TextContent, StringComparison.Ordinal);

        await mei.PressAsync("[data-give=UseExternalModel] button");

        Assert.Equal("On", mei.Page.QuerySelector("#UseExternalModel [data-standing]")!.GetAttribute("data-standing"));
    }

    [Fact]
    public async Task A_provider_that_changed_meanwhile_is_not_agreed_to()
    {
        var xiaoyun = await (await house.SignedInAsync("xiaoyun")).OpenAsync("/consent");

        await xiaoyun.PressAsync("[data-give=UseExternalModel] button", ("Recipient", "small-model (elsewhere.example)"));

        Assert.Contains("has changed since you opened the page", xiaoyun.Text, StringComparison.Ordinal);
        Assert.False(await house.InStoreAsync(db => db.Consents.AnyAsync(consent =>
            consent.Purpose == Purpose.UseExternalModel && db.People.Any(person => person.Id == consent.SubjectId && person.Email == "xiaoyun@lindenau.example"))));
    }
}

/// <summary>The application with an external model configured; nothing here ever calls it.</summary>
public sealed class HouseWithModel : House
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Models:Provider", "OpenAI");
        builder.UseSetting("Models:Endpoint", "https://models.example/v1");
        builder.UseSetting("Models:Model", "big-model");
    }
}
