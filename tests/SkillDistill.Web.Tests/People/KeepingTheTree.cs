using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Data;
using SkillDistill.Data.People;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.People;

/// <summary>The tree in memory is the one in the store at every request, however the teams were changed.</summary>
public sealed class KeepingTheTree : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Who_manages_a_team_no_more_is_turned_away_at_the_next_request_though_a_statement_past_the_model_said_so()
    {
        var dafydd = await _house.SignedInAsync("dafydd");
        var page = await dafydd.OpenAsync("/coverage");
        Assert.Equal(HttpStatusCode.OK, page.Status);

        await StatementAsync($"UPDATE teams SET manager_id = NULL");

        Assert.NotEqual(HttpStatusCode.OK, (await dafydd.OpenAsync("/coverage")).Status);
    }

    [Fact]
    public async Task A_team_that_is_new_renamed_moved_or_gone_is_so_in_the_tree()
    {
        var root = (await TreeAsync()).Below(null).First();
        var formed = Team.Form("Night shift", root.Id);
        await _house.InStoreAsync(db =>
        {
            db.Teams.Add(formed);
            return db.SaveChangesAsync();
        });
        Assert.Equal("Night shift", (await TreeAsync())[formed.Id].Name);

        await StatementAsync($"UPDATE teams SET name = 'Late shift' WHERE name = 'Night shift'");
        Assert.Equal("Late shift", (await TreeAsync())[formed.Id].Name);

        await StatementAsync($"UPDATE teams SET parent_id = NULL WHERE name = 'Late shift'");
        Assert.Equal([formed.Id], (await TreeAsync()).Lineage(formed.Id));

        await StatementAsync($"DELETE FROM teams WHERE name = 'Late shift'");
        Assert.False((await TreeAsync()).Contains(formed.Id));
    }

    [Fact]
    public async Task Unchanged_it_is_read_once_and_what_was_taken_back_leaves_nothing_behind()
    {
        var before = await TreeAsync();
        Assert.Same(before, await TreeAsync());

        await _house.AskAsync<SkillDistillDb, int>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE teams SET name = 'Never'");
            var within = await Trees.ReadAsync(db, CancellationToken.None);
            Assert.All(within.All, team => Assert.Equal("Never", within[team].Name));
            await transaction.RollbackAsync();
            return 0;
        });

        var after = await TreeAsync();
        Assert.Equal(before.All.Select(team => before[team].Name), after.All.Select(team => after[team].Name));
    }

    [Fact]
    public async Task What_is_read_between_two_changes_of_one_transaction_is_not_what_others_find()
    {
        await TreeAsync();
        await _house.AskAsync<SkillDistillDb, int>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE teams SET name = 'First'");
            await Trees.ReadAsync(db, CancellationToken.None);
            await db.Database.ExecuteSqlAsync($"UPDATE teams SET name = 'Second'");
            await transaction.CommitAsync();
            return 0;
        });

        var tree = await TreeAsync();
        Assert.All(tree.All, team => Assert.Equal("Second", tree[team].Name));
    }

    private TeamTrees Trees => _house.Services.GetRequiredService<TeamTrees>();

    private Task<TeamTree> TreeAsync() => _house.InStoreAsync(db => Trees.ReadAsync(db, CancellationToken.None));

    private Task<int> StatementAsync(FormattableString statement) => _house.InStoreAsync(db => db.Database.ExecuteSqlAsync(statement));
}
