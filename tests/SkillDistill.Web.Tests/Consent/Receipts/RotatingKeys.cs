using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Web.Tests.Consent.Receipts;

public sealed class RotatingKeys : IDisposable
{
    private readonly House _house = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("skilldistill-keys").FullName;

    public void Dispose()
    {
        _house.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Everybody_may_read_the_keys_and_keep_them_a_while()
    {
        using var response = await _house.Stranger().Http.GetAsync(new Uri(Decided.KeysPath, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/jwk-set+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((true, TimeSpan.FromMinutes(5)), (response.Headers.CacheControl!.Public, response.Headers.CacheControl.MaxAge));
        var key = Assert.Single(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["keys"]!.AsArray())!;
        Assert.Equal(("EC", "P-256", "sig", "ES256"), ((string?)key["kty"], (string?)key["crv"], (string?)key["use"], (string?)key["alg"]));
        Assert.Equal(["kty", "crv", "x", "y", "kid", "use", "alg"], key.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task What_an_older_key_signed_can_be_checked_after_a_rotation_by_the_application_and_by_the_script()
    {
        var mei = await _house.SignedInAsync("mei");
        var before = await SaveAsync("before.jsonld", await Decided.DownloadAsync(mei, "/consent/receipt"));
        await _house.Services.GetRequiredService<LedgerKeys>().RotateAsync(CancellationToken.None);
        var after = await SaveAsync("after.jsonld", await Decided.DownloadAsync(mei, "/consent/receipt"));
        var ledger = await SaveAsync("ledger.json", await Decided.DownloadAsync(mei, "/consent/ledger"));
        var keys = await Decided.KeysAsync(_house, Path.Combine(_folder, "keys.json"));

        Assert.Equal(2, keys.ById.Count);
        Assert.NotEqual(SealedWith(before), SealedWith(after));
        Assert.All(new[] { before, after, ledger }, file => Assert.Null(VerifyFile.Check(File.ReadAllBytes(file), keys).Finding));
        var (code, said) = await Interop.RunAsync("node", [Interop.Verifier, before, after, ledger, "--keys", Path.Combine(_folder, "keys.json")]);
        Assert.True(code == 0, said);
        string? SealedWith(string file) => (string?)JsonNode.Parse(File.ReadAllText(file))![DocumentSeal.Member]!["keyId"];
    }

    private async Task<string> SaveAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
