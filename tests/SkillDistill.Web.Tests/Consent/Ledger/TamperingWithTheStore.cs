using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Web.Tests.Consent.Ledger;

/// <summary>Somebody with the database's own superuser, who takes the triggers away first. Each attack is undone before the next.</summary>
public sealed class TamperingWithTheStore(UnguardedHouse house) : IClassFixture<UnguardedHouse>
{
    private readonly string _stream = house.Longest;

    [Fact]
    public async Task Nothing_is_wrong_before_anything_is_tampered_with()
    {
        var report = await VerifyAsync();

        Assert.Empty(report.Findings);
        Assert.True(report is { Streams: > 20, Entries: > 100, Checkpoints: >= 1 });
        Assert.Equal(report.Entries, await house.InStoreAsync(db => db.LedgerChecks.OrderByDescending(check => check.At).Select(check => check.Entries).FirstAsync()));
    }

    [Theory]
    [InlineData("UPDATE ledger_entries SET type = 'Refused' WHERE {entry 2}", LedgerFault.EntryAltered)]
    [InlineData("UPDATE ledger_entries SET actor = 'Organisation' WHERE {entry 2}", LedgerFault.EntryAltered)]
    [InlineData("UPDATE ledger_entries SET actor = 'Nobody' WHERE {entry 2}", LedgerFault.EntryAltered)]
    [InlineData("UPDATE ledger_entries SET at = (SELECT MIN(joined_at) FROM people) WHERE {entry 2}", LedgerFault.EntryAltered)]
    [InlineData("UPDATE ledger_entries SET payload = REPLACE(payload, 'Organisation', 'Private') WHERE {stream}", LedgerFault.PayloadAltered)]
    [InlineData("UPDATE ledger_entries SET payload = REPLACE(payload, '2027', '2029') WHERE {stream}", LedgerFault.PayloadAltered)]
    [InlineData("UPDATE ledger_entries SET salt = REPLACE(salt, SUBSTR(salt, 1, 1), 'x') WHERE {entry 1}", LedgerFault.PayloadAltered)]
    [InlineData("UPDATE ledger_entries SET payload = NULL WHERE {entry 1}", LedgerFault.PayloadAltered)]
    [InlineData("UPDATE ledger_entries SET payload = NULL, salt = NULL WHERE {entry 1}", LedgerFault.PayloadMissing)]
    [InlineData("UPDATE ledger_entries SET payload_digest = hash WHERE {entry 3}", LedgerFault.EntryAltered)]
    [InlineData("UPDATE ledger_entries SET previous_hash = hash WHERE {entry 3}", LedgerFault.LinkBroken)]
    [InlineData("UPDATE ledger_entries SET hash = previous_hash WHERE {entry 3}", LedgerFault.EntryAltered)]
    [InlineData("DELETE FROM ledger_entries WHERE {entry 2}", LedgerFault.SequenceBroken)]
    [InlineData("DELETE FROM ledger_entries WHERE {entry last}", LedgerFault.HeadDiffers)]
    [InlineData("UPDATE ledger_entries SET sequence = sequence + 1 WHERE {entry last}", LedgerFault.SequenceBroken)]
    [InlineData("UPDATE consent_streams SET last_hash = seal_key_id WHERE {id}", LedgerFault.HeadDiffers)]
    [InlineData("UPDATE consent_streams SET last_sequence = last_sequence - 1 WHERE {id}", LedgerFault.HeadDiffers)]
    [InlineData("UPDATE consent_streams SET seal = REPLACE(seal, SUBSTR(seal, 5, 1), '_') WHERE {id}", LedgerFault.HeadNotSigned)]
    [InlineData("UPDATE consent_streams SET seal_key_id = 'another' WHERE {id}", LedgerFault.HeadNotSigned)]
    [InlineData("UPDATE consents SET state = 'Withdrawn' WHERE stream_id = {stream id} AND purpose = 'HoldProfile'", LedgerFault.StandingDiffers)]
    [InlineData("UPDATE consents SET audience_scope = 'Private' WHERE stream_id = {stream id} AND purpose = 'AnswerColleagues'", LedgerFault.StandingDiffers)]
    [InlineData("DELETE FROM consents WHERE stream_id = {stream id} AND purpose = 'HoldProfile'", LedgerFault.StandingDiffers)]
    public async Task What_was_done_to_one_stream_is_found_and_named(string sql, LedgerFault expected)
    {
        var report = await DoneAsync(sql);

        var finding = Assert.Single(report.Findings);
        Assert.Equal((_stream, expected), (finding.Stream, finding.Fault));
    }

    [Fact]
    public async Task Cutting_the_end_off_and_mending_the_head_without_the_key_is_found()
    {
        var report = await DoneAsync(
            "DELETE FROM ledger_entries WHERE {entry last}",
            "UPDATE consent_streams SET last_sequence = last_sequence - 1, last_hash = (SELECT hash FROM ledger_entries WHERE {entry before last}), last_at = (SELECT at FROM ledger_entries WHERE {entry before last}) WHERE {id}");

        Assert.Equal(LedgerFault.HeadNotSigned, Assert.Single(report.Findings).Fault);
    }

    [Fact]
    public async Task Putting_back_an_older_head_with_its_own_true_signature_is_found_by_the_checkpoint()
    {
        var old = await house.InStoreAsync(db => db.ConsentStreams.AsNoTracking().OrderBy(stream => stream.LastSequence).FirstAsync());
        var owner = old.SubjectId!.Value;
        await house.DecideAsync(owner, stream => stream.Withdraw(owner, stream.Consents[0].Purpose, house.Clock.GetUtcNow()).Refusal);
        await house.CheckpointAsync();

        var report = await DoneAsync(
            old.Id,
            "DELETE FROM consents WHERE stream_id = {stream id}",
            $"DELETE FROM ledger_entries WHERE {{stream}} AND sequence > {old.LastSequence}",
            $"UPDATE consent_streams SET last_sequence = {old.LastSequence}, last_hash = '{old.LastHash}', last_at = (SELECT at FROM ledger_entries WHERE {{stream}} AND sequence = {old.LastSequence}), seal = '{old.Seal}', seal_key_id = '{old.SealKeyId}' WHERE {{id}}");

        Assert.Equal((old.Id.ToString(), LedgerFault.RewrittenSinceCheckpoint), (Assert.Single(report.Findings).Stream, report.Findings[0].Fault));
    }

    [Theory]
    [InlineData("UPDATE ledger_checkpoints SET entries = entries + 1")]
    [InlineData("UPDATE ledger_checkpoints SET heads = '[]'")]
    [InlineData("UPDATE ledger_checkpoints SET hash = previous_hash")]
    [InlineData("UPDATE ledger_checkpoints SET number = 2")]
    [InlineData("UPDATE ledger_checkpoints SET key_id = 'another'")]
    public async Task A_changed_checkpoint_is_found(string sql)
    {
        var report = await DoneAsync(sql);

        Assert.Equal((null, LedgerFault.CheckpointBroken), (Assert.Single(report.Findings).Stream, report.Findings[0].Fault));
    }

    [Fact]
    public async Task A_stream_that_is_gone_altogether_is_missed()
    {
        var report = await DoneAsync(
            "DELETE FROM consents WHERE stream_id = {stream id}", "DELETE FROM ledger_entries WHERE {stream}", "DELETE FROM consent_streams WHERE {id}");

        Assert.Equal((_stream, LedgerFault.StreamMissing), (Assert.Single(report.Findings).Stream, report.Findings[0].Fault));
    }

    /// <summary>Does it in a transaction that is looked at from inside and never committed.</summary>
    private Task<LedgerReport> DoneAsync(params string[] attack) => DoneAsync(Id<ConsentStream>.Parse(_stream, CultureInfo.InvariantCulture), attack);

    private async Task<LedgerReport> DoneAsync(Id<ConsentStream> stream, params string[] attack)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Data.SkillDistillDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var sql in attack)
        {
            Assert.True(await db.Database.ExecuteSqlRawAsync(Filled(sql, stream)) > 0);
        }

        return await scope.ServiceProvider.GetRequiredService<VerifyLedger>().RunAsync(CancellationToken.None);
    }

    private static string Filled(string sql, Id<ConsentStream> stream)
    {
        var id = House.OnPostgres ? $"'{stream.Value}'" : $"'{stream.Value.ToString().ToUpperInvariant()}'";
        var last = $"(SELECT last_sequence FROM consent_streams WHERE id = {id})";
        return sql.Replace("{stream id}", id, StringComparison.Ordinal)
            .Replace("{stream}", $"stream_id = {id}", StringComparison.Ordinal)
            .Replace("{id}", $"id = {id}", StringComparison.Ordinal)
            .Replace("{entry last}", $"stream_id = {id} AND sequence = {last}", StringComparison.Ordinal)
            .Replace("{entry before last}", $"stream_id = {id} AND sequence = {last} - 1", StringComparison.Ordinal)
            .Replace("{entry 1}", $"stream_id = {id} AND sequence = 1", StringComparison.Ordinal)
            .Replace("{entry 2}", $"stream_id = {id} AND sequence = 2", StringComparison.Ordinal)
            .Replace("{entry 3}", $"stream_id = {id} AND sequence = 3", StringComparison.Ordinal);
    }

    private Task<LedgerReport> VerifyAsync() => house.AskAsync<VerifyLedger, LedgerReport>(verify => verify.RunAsync(CancellationToken.None));
}

/// <summary>A demo organisation with one checkpoint, whose triggers are gone.</summary>
public sealed class UnguardedHouse : House, IAsyncLifetime
{
    /// <summary>The stream with the most entries.</summary>
    public string Longest { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await CheckpointAsync();
        foreach (var table in new[] { "ledger_entries", "ledger_checkpoints", "consent_streams", "signing_keys" })
        {
            await this.UnguardAsync(table);
        }

        Longest = await InStoreAsync(async db => (await db.ConsentStreams.OrderByDescending(stream => stream.LastSequence).FirstAsync()).Id.ToString());
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public Task CheckpointAsync() => RunAsync<TakeCheckpoint>();
}
