using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Stores;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Consent.Receipts;

/// <summary>The commands as somebody at a terminal gives them: a process of their own, on a store of their own.</summary>
public sealed class Commanding : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skilldistill-commands").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_receipt_is_checked_without_the_store()
    {
        using var house = new House();
        var receipt = await Decided.DownloadAsync(await house.SignedInAsync("mei"), "/consent/receipt");
        var (file, keys) = (Path.Combine(_folder, "receipt.jsonld"), Path.Combine(_folder, "keys.json"));
        await File.WriteAllTextAsync(keys, await house.Stranger().Http.GetStringAsync(new Uri("/.well-known/skilldistill-consent-keys.json", UriKind.Relative)));

        await File.WriteAllTextAsync(file, receipt);
        var right = await CommandAsync("verify-receipt", file, keys);
        await File.WriteAllTextAsync(file, receipt.Replace("\"type\":\"Given\"", "\"type\":\"Renewed\"", StringComparison.Ordinal));
        var wrong = await CommandAsync("verify-receipt", file, keys);
        var misused = await CommandAsync("verify-receipt", file);

        Assert.Equal((0, 1, 2), (right.Code, wrong.Code, misused.Code));
        Assert.Contains("valid, ", right.Said, StringComparison.Ordinal);
        Assert.Contains("entry 2: EntryAltered", wrong.Said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.db"));
    }

    [Fact]
    public async Task A_rotation_names_the_new_key()
    {
        var migrated = await CommandAsync("migrate");
        var rotated = await CommandAsync("rotate-consent-key");

        Assert.Equal((0, 0), (migrated.Code, rotated.Code));
        Assert.Matches("Signing with [A-Za-z0-9_-]{43} from now on", rotated.Said);
    }

    [Fact]
    public async Task Kept_numbers_of_coverage_are_checked_and_put_right()
    {
        await CommandAsync("migrate");
        await InStoreAsync(db =>
        {
            db.Teams.Add(Team.Form("Night shift", null));
            return db.SaveChangesAsync();
        });
        var settled = await CommandAsync("check-coverage");
        await InStoreAsync(db => db.CoverageTotals.ExecuteUpdateAsync(set => set.SetProperty(total => total.People, 7)));

        var (found, mended, after, misused) = (await CommandAsync("check-coverage"), await CommandAsync("check-coverage", "rebuild"), await CommandAsync("check-coverage"), await CommandAsync("check-coverage", "everything"));

        Assert.Equal((0, 1, 1, 0, 2), (settled.Code, found.Code, mended.Code, after.Code, misused.Code));
        Assert.Contains("the totals of 1 teams said something else than what is so", found.Said, StringComparison.Ordinal);
        Assert.Contains("and were put right", mended.Said, StringComparison.Ordinal);
        Assert.Contains("takes nothing, or rebuild", misused.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_mistyped_starts_no_server()
    {
        var (code, said) = await CommandAsync("verify-recipt");

        Assert.Equal(2, code);
        Assert.Contains("verify-receipt", said, StringComparison.Ordinal);
    }

    private async Task InStoreAsync(Func<SqliteDb, Task<int>> change)
    {
        var builder = new DbContextOptionsBuilder<SqliteDb>();
        builder.UseSqliteFile(Path.Combine(_folder, "skilldistill.db"));
        await using var db = new SqliteDb(builder.Options);
        await change(db);
    }

    private Task<(int Code, string Said)> CommandAsync(params string[] words) =>
        Interop.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "SkillDistill.Web.dll"), .. words, "--Store:Folder", _folder, "--Store:Provider", "Sqlite"]);
}
