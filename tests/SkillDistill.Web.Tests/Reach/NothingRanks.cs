using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Reach;

/// <summary>No column, address or query gives a score, rank, productivity or comparison of people. What is counted for somebody is read by that person's own pages.</summary>
public sealed partial class NothingRanks(House house) : IClassFixture<House>
{
    /// <summary>The one address that compares, and what: two answers that the same asker got.</summary>
    private const string TwoAnswers = "/opinions/00000000000000000000000000000000?handler=Compared";

    /// <summary>Who reads credit, and whose.</summary>
    private static readonly Dictionary<string, string> Readers = new()
    {
        ["SkillDistill.Data/Credits/GiveCredit.cs"] = "gives it, and asks what the same asker's answers have brought within a day",
        ["SkillDistill.Data/Erasures/EraseProfile.cs"] = "erases it",
        ["SkillDistill.Web/Pages/Credits/ReadCredit.cs"] = "the signed-in author's own",
    };

    [Fact]
    public async Task No_column_that_has_to_do_with_a_person_is_named_after_a_measure_of_them()
    {
        var columns = await house.InStoreAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(table => table.ClrType == typeof(Person) || table.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Person)) || table.GetProperties().Any(column => column.ClrType == typeof(Domain.Id<Person>) || column.ClrType == typeof(Domain.Id<Person>?)))
            .SelectMany(table => table.GetProperties().Select(column => $"{table.GetTableName()}.{column.GetColumnName()}")).ToList()));

        Assert.True(columns.Count > 100, $"Only {columns.Count} columns were looked at.");
        Assert.DoesNotContain(columns, column => Measure().IsMatch(column));
    }

    [Fact]
    public void No_address_is_named_after_one()
    {
        var paths = EveryRoute.ToRead(house, [Guid.Empty.ToString("N")]).Concat(EveryRoute.ToChange(house, [Guid.Empty.ToString("N")])).ToList();

        Assert.True(paths.Count > 100, $"Only {paths.Count} addresses were looked at.");
        Assert.DoesNotContain(paths, path => !path.StartsWith(TwoAnswers, StringComparison.Ordinal) && Measure().IsMatch(path));
    }

    [Fact]
    public void Credit_is_read_by_its_authors_own_pages_and_no_other_code()
    {
        var reading = SourceCode.Files(".cs").Concat(SourceCode.Files(".cshtml"))
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal) && ReadsCredit().IsMatch(File.ReadAllText(file)))
            .Select(file => SourceCode.Name(file)["src/".Length..]);

        Assert.Equal(Readers.Keys.Order(StringComparer.Ordinal), reading.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"scor|rank|rating|grade|stars?\b|points?\b|productiv|performan|percentile|league|leader|talent|potential|utili[sz]ation|presence|online|last_seen|benchmark|compare", RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    [GeneratedRegex(@"\bdb\.(Credits|CreditedCards)\b|Set<Credit(edCard)?>\(\)\.|\bFROM credit", RegexOptions.IgnoreCase)]
    private static partial Regex ReadsCredit();
}
