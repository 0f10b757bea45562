using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Consent.Receipts;

/// <summary>A person whose stream holds every state there is, and their downloads.</summary>
internal static class Decided
{
    public const string KeysPath = "/.well-known/skilldistill-consent-keys.json";

    public static async Task EverythingAsync(House house, string key)
    {
        var person = new Id<Person>(await house.InStoreAsync(db => db.People.Where(known => known.Email.StartsWith(key + "@")).Select(known => known.Id.Value).FirstAsync()));
        var now = house.Clock.GetUtcNow();
        var notice = Notice.Shipped("zh-Hans");
        ConsentTerms Terms(Audience audience, DateTimeOffset end, string? recipient = null) => new(audience, end, notice.Version, notice.Digest, notice.Language, Recipient: recipient);

        await house.DecideAsync(person, stream =>
        {
            stream.Give(person, Purpose.HoldProfile, Terms(Audience.Private(), now.AddMonths(12)), now);
            stream.Give(person, Purpose.HoldProfile, Terms(Audience.Private(), now.AddMonths(18)), now.AddDays(1));
            stream.Give(person, Purpose.AnswerColleagues, Terms(Audience.ForPeople([person]).Value, now.AddMonths(3)), now);
            stream.Withdraw(person, Purpose.AnswerColleagues, now.AddDays(2));
            stream.Give(person, Purpose.UseExternalModel, Terms(Audience.Private(), now.AddDays(9), "模型 \"x\" (api.example)"), now);
            stream.Expire(Purpose.UseExternalModel, now.AddDays(9));
            stream.Give(person, Purpose.DistilAgent, Terms(Audience.Private(), now.AddMonths(1)), now);
            stream.Invalidate(Purpose.DistilAgent, now.AddDays(10));
            stream.Give(person, Purpose.ImitateVoice, Terms(Audience.Private(), now.AddMonths(1)), now);
            stream.Terminate(Purpose.ImitateVoice, now.AddDays(11));
            stream.Refuse(person, Purpose.ReplayDecisions, Terms(Audience.Private(), now.AddMonths(1)), now.AddDays(12));
            stream.Defer(person, Purpose.ExportSkill, Terms(Audience.Organisation(), now.AddMonths(1)), now.AddDays(13));
            foreach (var purpose in new[] { Purpose.ServeOverApi, Purpose.CountInCoverage, Purpose.ShowNamedCoverage, Purpose.CreditByName, Purpose.ContinueAfterLeaving })
            {
                stream.Give(person, purpose, Terms(Audience.Organisation(), now.AddMonths(2)), now.AddDays(14));
            }

            return null;
        });
    }

    /// <summary>The published keys, kept in a file too.</summary>
    public static async Task<PublishedKeys> KeysAsync(House house, string file)
    {
        var keys = await house.Stranger().Http.GetByteArrayAsync(new Uri(KeysPath, UriKind.Relative));
        await File.WriteAllBytesAsync(file, keys);
        return PublishedKeys.Read(keys);
    }

    /// <summary>A download in one line.</summary>
    public static async Task<string> DownloadAsync(Visitor visitor, string path)
    {
        using var response = await visitor.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
