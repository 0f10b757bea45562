using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Web.Pages.Coverage;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>How targets stood is kept once a month, by one word each, and goes after two years.</summary>
public sealed class KeepingMonths : IDisposable
{
    private static readonly DateOnly November = new(2026, 11, 1);

    private readonly House _house = new();

    /// <summary>People move in on the day of the house's clock, before it goes on.</summary>
    public KeepingMonths() => Assert.NotNull(_house.Services);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_month_is_kept_of_every_target_as_its_own_team_shows_it()
    {
        _house.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await KeptAsync(November.AddMonths(1)));
        await _house.RunAsync<KeepMonths>();

        var kept = (await KeptAsync(November.AddMonths(1))).ToDictionary(month => (month.TeamId, month.SkillId), month => month.State);
        Assert.Equal(await _house.InStoreAsync(db => db.Targets.CountAsync()), kept.Count);
        foreach (var team in kept.Keys.Select(line => line.TeamId).Distinct())
        {
            var view = await _house.AskAsync<CoverageOfTeam, CoverageView>(coverage => coverage.ReadAsync(team, CancellationToken.None));
            Assert.All(view.Lines.Where(line => line.TeamId == team && line.HeadCount is not null), line => Assert.Equal(line.State, kept[(team, line.SkillId)]));
        }
    }

    [Fact]
    public async Task It_is_kept_once_whatever_is_decided_after()
    {
        _house.Clock.Advance(TimeSpan.FromDays(30));
        await _house.RunAsync<KeepMonths>();
        var before = Words(await KeptAsync(null));

        await _house.WithdrawsAsync("mei", Purpose.ShowNamedCoverage);
        _house.Clock.Advance(TimeSpan.FromDays(9));
        await _house.RunAsync<KeepMonths>();

        Assert.Equal(before, Words(await KeptAsync(null)));
    }

    [Fact]
    public async Task Two_nodes_at_once_keep_one_month()
    {
        _house.Clock.Advance(TimeSpan.FromDays(30));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_house.RunAsync<KeepMonths>)));

        Assert.Equal(await _house.InStoreAsync(db => db.Targets.CountAsync()), (await KeptAsync(November.AddMonths(1))).Count);
    }

    [Fact]
    public async Task A_month_in_which_the_product_was_off_is_not_invented_and_old_ones_go()
    {
        _house.Clock.Advance(TimeSpan.FromDays(60));
        await _house.RunAsync<KeepMonths>();
        var months = (await KeptAsync(null)).Select(month => month.Month).Distinct().Order().ToList();
        Assert.DoesNotContain(November.AddMonths(1), months);
        Assert.Equal([November, November.AddMonths(2)], months[^2..]);

        _house.Clock.Advance(new DateTimeOffset(2028, 11, 1, 0, 25, 0, TimeSpan.Zero) - _house.Clock.GetUtcNow());
        await _house.RunAsync<KeepMonths>();

        Assert.Equal([November.AddMonths(2), November.AddMonths(24)], (await KeptAsync(null)).Select(month => month.Month).Distinct().Order());
    }

    /// <summary>Not that nothing moves, but that no reason for being hidden is told from another: each is decided anew, and the month is kept anew.</summary>
    [Fact]
    public async Task Never_asked_counted_among_few_and_withdrawn_keep_the_same_month()
    {
        _house.Clock.Advance(TimeSpan.FromDays(30));
        var (neverAsked, page) = await KeepAnewAsync();

        await _house.GivesAsync("marek", Purpose.HoldProfile);
        Assert.Equal((neverAsked, page), await KeepAnewAsync());
        await _house.GivesAsync("marek", Purpose.CountInCoverage);
        Assert.Equal((neverAsked, page), await KeepAnewAsync());
        await _house.WithdrawsAsync("marek", Purpose.CountInCoverage);
        Assert.Equal((neverAsked, page), await KeepAnewAsync());
    }

    [Fact]
    public async Task A_skill_that_becomes_part_of_another_hands_its_months_over_where_the_other_has_none()
    {
        var (team, from, to) = await _house.InStoreAsync(async db =>
        {
            var month = await db.CoverageMonths.Where(month => month.Month == November).OrderBy(month => month.SkillId).FirstAsync();
            var other = await db.Skills.Where(skill => skill.BroaderId != null && skill.Id != month.SkillId && !db.Targets.Any(target => target.SkillId == skill.Id)).OrderBy(skill => skill.Id).FirstAsync();
            db.CoverageMonths.AddRange(CoverageMonth.Keep([new CoverageLine(month.TeamId, other.Id, 3, 3, [], 0, 0)], November));
            await db.SaveChangesAsync();
            return (month.TeamId, month.SkillId, other);
        });
        var months = (await KeptAsync(null)).Where(month => month.TeamId == team && month.SkillId == from).Select(month => month.Month).ToList();

        await _house.InStoreAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Data.Skills.SkillMoves.MoveMonthsAsync(db, from, to.Id, CancellationToken.None);
            await transaction.CommitAsync();
            return true;
        });

        var moved = (await KeptAsync(null)).Where(month => month.TeamId == team && month.SkillId == to.Id).ToList();
        Assert.Equal(months.Order(), moved.Select(month => month.Month).Order());
        Assert.Equal(CoverageState.Gap, moved.Single(month => month.Month == November).State);
        Assert.DoesNotContain(await KeptAsync(null), month => month.SkillId == from && month.TeamId == team);
    }

    private async Task<(string Kept, string Page)> KeepAnewAsync()
    {
        var month = November.AddMonths(1);
        await _house.InStoreAsync(db => db.CoverageMonths.Where(kept => kept.Month == month).ExecuteDeleteAsync());
        await _house.RunAsync<KeepMonths>();
        return (string.Join('\n', Words(await KeptAsync(null))), await (await _house.SignedInAsync("dafydd")).CoverageBytesAsync());
    }

    private Task<List<CoverageMonth>> KeptAsync(DateOnly? month) => _house.InStoreAsync(db => db.CoverageMonths.AsNoTracking().Where(kept => month == null || kept.Month == month).ToListAsync());

    private static IEnumerable<string> Words(IEnumerable<CoverageMonth> kept) => kept.Select(month => $"{month.TeamId} {month.SkillId} {month.Month:yyyy-MM} {month.State}").Order(StringComparer.Ordinal);
}
