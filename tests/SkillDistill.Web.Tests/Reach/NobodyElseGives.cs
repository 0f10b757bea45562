using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Reach;

public sealed class NobodyElseGives : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("ada")]
    [InlineData("dafydd")]
    [InlineData("noor")]
    [InlineData("tunde")]
    [InlineData(null)]
    public async Task No_form_that_another_person_can_send_gives_in_somebodys_name(string? actor)
    {
        var sam = (await _house.PersonAsync("sam")).Id;
        var visitor = actor is null ? await _house.Stranger().OpenAsync("/sign-in") : await _house.SignedInAsync(actor);
        var notice = Notice.Shipped("en");
        (string, string)[] fields =
        [
            ("Purpose", nameof(Purpose.HoldProfile)), ("Notice", notice.Version), ("Digest", notice.Digest), ("Language", "en"), ("EndsOn", "2027-01-01"), ("Scope", nameof(AudienceScope.Organisation)),
            ("Subject", sam.ToString()), ("SubjectId", sam.ToString()), ("PersonId", sam.ToString()), ("Owner", sam.ToString()), ("OwnerId", sam.ToString()), ("Id", sam.ToString()),
        ];

        var sent = 0;
        foreach (var path in EveryRoute.ToChange(_house, [sam.ToString()]).Where(path => !path.StartsWith("/sign-", StringComparison.Ordinal)))
        {
            using var response = await visitor.PostAsync(path, fields);
            Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
            sent++;
        }

        Assert.True(sent > 60, $"Only {sent} forms were tried.");
        Assert.False(await _house.InStoreAsync(db => db.LedgerEntries.AnyAsync(entry =>
            (entry.Type == nameof(ConsentState.Given) || entry.Type == nameof(ConsentState.Renewed)) && db.ConsentStreams.Any(stream => stream.Id == entry.StreamId && stream.SubjectId == sam))));
        Assert.False(await _house.InStoreAsync(db => db.Consents.AnyAsync(consent => consent.SubjectId == sam)));
    }

    [Fact]
    public void Only_the_subjects_own_page_says_yes_and_the_demo_organisations_invented_people()
    {
        string[] allowed = ["src/SkillDistill.Web/Demo/DemoOrganisation.cs", "src/SkillDistill.Web/Pages/Consent/DecideConsent.cs", "src/SkillDistill.Web/Pages/Consent/KeepProfile.cs"];

        var giving = SourceCode.Files(".cs").Where(file => !file.Contains("SkillDistill.Domain", StringComparison.Ordinal) && File.ReadAllText(file).Contains(".Give(", StringComparison.Ordinal));

        Assert.Equal(allowed, giving.Select(SourceCode.Name).Order(StringComparer.Ordinal));
    }
}
