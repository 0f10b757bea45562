using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SkillDistill.Web.Tests.Erasures;

namespace SkillDistill.Web.Tests.Profiles;

public sealed class TakingMyDataAlong : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task One_press_gives_everything_that_is_kept_of_the_person()
    {
        var canaries = await Canaries.SetAsync(_house, "sam", "tunde");
        var files = await ExportAsync("sam");

        var profile = JsonNode.Parse(files["profile.json"])!;
        var all = Encoding.UTF8.GetString(files["profile.json"]);
        Assert.Contains($"{canaries.CardWord} falsifier", all, StringComparison.Ordinal);
        Assert.Contains("an older", profile["cards"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains($"anchor of the {canaries.DocumentWord}", profile["sources"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(canaries.OtherWord, profile["interview"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(canaries.OtherWord, profile["asked"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(canaries.OtherWord, profile["agent"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotEmpty(profile["skills"]!.AsArray());
        Assert.Contains("consent/consent-receipt.jsonld", files.Keys);
    }

    [Fact]
    public async Task What_people_read_and_what_machines_read_is_the_same()
    {
        var files = await ExportAsync("xiaoyun");

        var cards = JsonNode.Parse(files["profile.json"])!["cards"]!.AsArray();
        Assert.Equal(cards.Count, files.Keys.Count(name => name.StartsWith("cards/", StringComparison.Ordinal)));
        Assert.All(cards, card =>
        {
            var words = card!["revisions"]!.AsArray()[^1]!["text"]!;
            Assert.Contains(files.Where(file => file.Key.StartsWith("cards/", StringComparison.Ordinal)), file => Encoding.UTF8.GetString(file.Value).Contains(words["title"]!.GetValue<string>(), StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task The_manifest_has_the_digest_of_every_other_file()
    {
        var files = await ExportAsync("mei");

        var digests = JsonNode.Parse(files["manifest.json"])!["sha256"]!.AsObject();
        Assert.Equal(files.Keys.Where(name => name != "manifest.json").Order(StringComparer.Ordinal), digests.Select(file => file.Key).Order(StringComparer.Ordinal));
        Assert.All(digests, file => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files[file.Key])), file.Value!.GetValue<string>()));
    }

    [Fact]
    public async Task The_same_profile_gives_the_same_document()
    {
        var first = await ExportAsync("mei");
        var second = await ExportAsync("mei");

        Assert.Equal(first["profile.json"], second["profile.json"]);
    }

    [Fact]
    public async Task Nothing_of_anybody_else_is_in_it_neither_their_answers_nor_their_questions()
    {
        var canaries = await Canaries.SetAsync(_house, "sam", "tunde");

        foreach (var other in new[] { "tunde", "ada", "dafydd" })
        {
            var files = await ExportAsync(other);
            Assert.DoesNotContain(files.Values, file => Encoding.UTF8.GetString(file).Contains($"{canaries.CardWord} action", StringComparison.Ordinal));
        }

        Assert.DoesNotContain("Not in", JsonNode.Parse((await ExportAsync("sam"))["profile.json"])!["asked"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_turned_away_and_nothing_is_kept_in_caches()
    {
        Assert.StartsWith("/sign-in", (await _house.Stranger().OpenAsync("/me/data")).Location, StringComparison.Ordinal);
        var sam = await (await _house.SignedInAsync("sam")).OpenAsync("/me/data");

        using var response = await sam.PostAsync("/me/data");

        Assert.Equal((HttpStatusCode.OK, "application/zip", true), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Headers.CacheControl!.NoStore));
    }

    private async Task<Dictionary<string, byte[]>> ExportAsync(string key)
    {
        var visitor = await (await _house.SignedInAsync(key)).OpenAsync("/me/data");
        using var response = await visitor.PostAsync("/me/data");
        using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var content = await entry.OpenAsync();
            await content.CopyToAsync(bytes);
            files.Add(entry.FullName, bytes.ToArray());
        }

        return files;
    }
}
