using SkillDistill.Web.Pages.Agents.Indexing;
using SkillDistill.Web.Pages.Ask;

namespace SkillDistill.Web.Tests.Ask.Knowing;

/// <summary>Who knows about this, over organisations by chance: what the index proposes against what reading everything gives.</summary>
public sealed class FindingAmongMany
{
    private const int Changes = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_index_finds_and_ranks_what_reading_everything_does_whatever_changes(int seed)
    {
        using var house = new EmptyHouse();
        var organisation = await Organisation.FoundAsync(house, seed);
        await house.RunAsync<IndexCards>();
        var found = await SameAsync(organisation);

        for (var change = 0; change < Changes; change++)
        {
            await organisation.ChangeAsync();
            await house.RunAsync<IndexCards>();
            found += await SameAsync(organisation);
        }

        Assert.True(found > 50, $"Only {found} cards were found in all: that proves nothing.");
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task An_index_that_lags_behind_shows_nobody_what_they_may_not_see(int seed)
    {
        using var house = new EmptyHouse();
        var organisation = await Organisation.FoundAsync(house, seed);
        await house.RunAsync<IndexCards>();
        var found = 0;

        for (var change = 0; change < Changes; change++)
        {
            await organisation.ChangeAsync();
            foreach (var asker in organisation.Askers)
            {
                var permitted = await organisation.PermittedAsync(asker);
                var (_, indexed) = await organisation.FindAsync(organisation.Some(4), asker);
                Assert.All(indexed, card => Assert.Contains(card.Hit.Card.RevisionId, permitted));
                found += indexed.Count;
            }
        }

        Assert.True(found > 50, $"Only {found} cards were found in all: that proves nothing.");
    }

    /// <returns>How many cards were found.</returns>
    private static async Task<int> SameAsync(Organisation organisation)
    {
        var count = 0;
        foreach (var asker in organisation.Askers)
        {
            var query = organisation.Some(3);
            var (all, indexed) = await organisation.FindAsync(query, asker);
            Assert.Equal(all.Select(Told), indexed.Select(Told));
            count += all.Count;
        }

        return count;
    }

    private static string Told(NearCard card) => $"{card.AgentId} {card.Hit.Card.CardId} {card.Hit.Score:F9} {string.Join(' ', card.Hit.MatchedWords)}";
}
