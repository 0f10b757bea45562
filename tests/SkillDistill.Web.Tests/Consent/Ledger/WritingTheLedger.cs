using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Consent.Ledger;

public sealed class WritingTheLedger(House house) : IClassFixture<House>
{
    private const int Decisions = 64;

    public static TheoryData<string> Attempts =>
    [
        "UPDATE ledger_entries SET type = 'Given'",
        "UPDATE ledger_entries SET payload = '[]'",
        "UPDATE ledger_entries SET payload = NULL, salt = NULL",
        "UPDATE ledger_entries SET sequence = sequence + 1000",
        "DELETE FROM ledger_entries",
        "DELETE FROM consent_streams",
        "DELETE FROM signing_keys",
        "UPDATE ledger_checkpoints SET streams = 0",
        "DELETE FROM ledger_checkpoints",
        "INSERT INTO ledger_entries (stream_id, sequence, type, at, actor, payload_digest, previous_hash, hash) "
            + "SELECT stream_id, sequence + 5000, type, at, actor, payload_digest, previous_hash, hash FROM ledger_entries",
        .. House.OnPostgres
            ? new[] { "TRUNCATE ledger_entries", "TRUNCATE consent_streams CASCADE", "TRUNCATE ledger_checkpoints", "TRUNCATE signing_keys" }
            : ["INSERT OR REPLACE INTO ledger_entries SELECT * FROM ledger_entries"],
    ];

    private DateTimeOffset Now => house.Clock.GetUtcNow();

    [Fact]
    public async Task Sixty_four_decisions_at_once_make_one_gapless_chain_that_ends_in_what_was_decided_last()
    {
        var subject = await JoinAsync();
        var purposes = Enum.GetValues<Purpose>();

        await Task.WhenAll(Enumerable.Range(0, Decisions).Select(async number =>
        {
            var purpose = purposes[number % purposes.Length];
            await using var scope = house.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ConsentLedger>().DecideAsync(
                subject,
                stream => stream.For(purpose)?.IsInForce(Now) == true ? stream.Withdraw(subject, purpose, Now).Refusal : stream.Give(subject, purpose, Terms(), Now).Refusal,
                CancellationToken.None);
        }));

        var (stream, entries) = await ReadAsync(subject);
        var decided = entries.Where(entry => entry.Type != nameof(ConsentState.Requested)).ToList();
        Assert.Equal(Decisions, decided.Count);
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry.Sequence));
        Assert.Equal((entries[^1].Sequence, entries[^1].Hash), (stream.LastSequence, stream.LastHash));
        Assert.All(purposes, purpose => Assert.Equal(
            decided.Last(entry => entry.Decision!.Purpose == purpose).Type, stream.For(purpose)!.State.ToString()));
        Assert.Empty((await VerifyAsync(subject)).Findings);
    }

    [Fact]
    public async Task The_standing_rebuilt_from_the_ledger_equals_the_live_one()
    {
        var (streams, entries) = await house.InStoreAsync(async db => (
            await db.ConsentStreams.AsNoTracking().Include(stream => stream.Consents).Where(stream => stream.SubjectId != null).ToListAsync(),
            (await db.LedgerEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync()).ToLookup(entry => entry.StreamId)));

        Assert.NotEmpty(streams);
        foreach (var stream in streams)
        {
            var rebuilt = ConsentStream.Replay(stream, stream.SubjectId!.Value, entries[stream.Id].Select(entry => entry.Decision).OfType<LedgerDecision>());
            Assert.Equal(stream.Consents.Count, rebuilt.Count);
            Assert.All(rebuilt, consent => Assert.True(stream.For(consent.Purpose)!.StandsAs(consent)));
        }
    }

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task The_applications_own_database_user_can_neither_change_nor_delete_what_is_written(string sql)
    {
        await house.RunAsync<TakeCheckpoint>();
        var before = await CountAsync();

        var failure = await Assert.ThrowsAnyAsync<DbException>(() => house.InStoreAsync(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Matches("append-only|only the next|never deleted", failure.Message);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Whoever_has_everything_erased_leaves_types_times_and_digests_that_still_verify_and_starts_anew_under_another_pseudonym()
    {
        var subject = await JoinAsync();
        await house.DecideAsync(subject, stream => stream.Give(subject, Purpose.HoldProfile, Terms(), Now).Refusal);
        var (stream, _) = await ReadAsync(subject);

        await using (var scope = house.Services.CreateAsyncScope())
        {
            Assert.Null((await scope.ServiceProvider.GetRequiredService<ConsentLedger>().EraseAsync(subject, Now, CancellationToken.None)).Refusal);
        }

        var left = await house.InStoreAsync(db => db.LedgerEntries.AsNoTracking().Where(entry => entry.StreamId == stream.Id).OrderBy(entry => entry.Sequence).ToListAsync());
        Assert.Equal(["Requested", "Given", "Withdrawn", "Erased"], left.Select(entry => entry.Type));
        Assert.All(left.SkipLast(1), entry => Assert.True(entry is { Payload: null, Salt: null }));
        Assert.False(await house.InStoreAsync(db => db.Consents.AnyAsync(consent => consent.SubjectId == subject)));
        Assert.False(await house.InStoreAsync(db => db.ConsentStreams.AnyAsync(known => known.SubjectId == subject)));
        Assert.DoesNotContain((await house.AskAsync<VerifyLedger, LedgerReport>(verify => verify.RunAsync(CancellationToken.None))).Findings, finding => finding.Stream == stream.Id.ToString());

        await house.DecideAsync(subject, again => again.Give(subject, Purpose.HoldProfile, Terms(), Now).Refusal);
        Assert.NotEqual(stream.Id, (await ReadAsync(subject)).Stream.Id);
    }

    [Fact]
    public async Task A_new_key_takes_over_and_what_the_old_one_signed_still_verifies()
    {
        var subject = await JoinAsync();
        await house.DecideAsync(subject, stream => stream.Give(subject, Purpose.HoldProfile, Terms(), Now).Refusal);
        var old = (await ReadAsync(subject)).Stream.SealKeyId;

        await house.Services.GetRequiredService<LedgerKeys>().RotateAsync(CancellationToken.None);

        Assert.Empty((await VerifyAsync(subject)).Findings);
        await house.DecideAsync(subject, stream => stream.Withdraw(subject, Purpose.HoldProfile, Now).Refusal);
        Assert.NotEqual(old, (await ReadAsync(subject)).Stream.SealKeyId);
        Assert.Empty((await VerifyAsync(subject)).Findings);
        Assert.Null(await house.InStoreAsync(db => db.SigningKeys.Where(key => key.Id == old).Select(key => key.ProtectedPrivateKey).SingleAsync()));
    }

    private static ConsentTerms Terms() => new(Audience.Organisation(), new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en");

    private Task<int> CountAsync() => house.InStoreAsync(async db => await db.LedgerEntries.CountAsync() + await db.Checkpoints.CountAsync() + await db.ConsentStreams.CountAsync() + await db.SigningKeys.CountAsync());

    private Task<Id<Person>> JoinAsync() => house.InStoreAsync(async db =>
    {
        var person = Scene.Join(db, null, Now);
        await db.SaveChangesAsync();
        return person.Id;
    });

    private Task<LedgerReport> VerifyAsync(Id<Person> subject) => house.AskAsync<VerifyLedger, LedgerReport>(verify => verify.OfAsync(subject, CancellationToken.None));

    private Task<(ConsentStream Stream, List<LedgerEntry> Entries)> ReadAsync(Id<Person> subject) => house.InStoreAsync(async db =>
    {
        var stream = await db.ConsentStreams.AsNoTracking().Include(stream => stream.Consents).SingleAsync(stream => stream.SubjectId == subject);
        return (stream, await db.LedgerEntries.AsNoTracking().Where(entry => entry.StreamId == stream.Id).OrderBy(entry => entry.Sequence).ToListAsync());
    });
}
