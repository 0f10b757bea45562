using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Consent;

/// <summary>Random decisions and events in random order, against the table of the design, written down here a second time.</summary>
public sealed class StateMachine
{
    private const int Sequences = 400;
    private const int Steps = 60;

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Person> Mei = Id<Person>.New();
    private static readonly Id<Person> Other = Id<Person>.New();
    private static readonly Purpose[] Purposes = [Purpose.HoldProfile, Purpose.AnswerColleagues, Purpose.ContinueAfterLeaving];
    private static readonly ConsentState[] InForce = [ConsentState.Given, ConsentState.Renewed];

    /// <summary>What may follow what; null is a purpose never asked for.</summary>
    private static readonly HashSet<(ConsentState? From, ConsentState To)> Lawful =
    [
        (null, ConsentState.Requested),
        .. new[] { ConsentState.Given, ConsentState.Refused, ConsentState.Deferred, ConsentState.Expired }.Select(to => ((ConsentState?)ConsentState.Requested, to)),
        .. from held in InForce
           from to in new[] { ConsentState.Withdrawn, ConsentState.Expired, ConsentState.Invalidated, ConsentState.Terminated, ConsentState.Renewed }
           select ((ConsentState?)held, to),
        .. new[] { ConsentState.Refused, ConsentState.Deferred, ConsentState.Expired, ConsentState.Withdrawn, ConsentState.Invalidated, ConsentState.Terminated }
            .Select(ended => ((ConsentState?)ended, ConsentState.Requested)),
    ];

    [Fact]
    public void Every_pair_of_states_is_lawful_exactly_where_the_design_says_so()
    {
        foreach (var from in Enum.GetValues<ConsentState>().Select(state => (ConsentState?)state).Append(null))
        {
            Assert.All(Enum.GetValues<ConsentState>(), to => Assert.Equal(Lawful.Contains((from, to)), from.MayBecome(to)));
        }
    }

    [Fact]
    public void No_sequence_of_events_leaves_the_lawful_ways_and_every_other_step_is_a_named_refusal()
    {
        var refusals = new HashSet<string>();
        for (var seed = 0; seed < Sequences; seed++)
        {
            refusals.UnionWith(Walk(new Random(seed), seed));
        }

        Assert.Equal(
            [nameof(ConsentCannotBecome), nameof(ConsentEndOutOfRange), nameof(ConsentNotInForce), nameof(ConsentWithoutAudience), nameof(OnlyTheSubjectDecides)],
            refusals.Order(StringComparer.Ordinal));
    }

    private static HashSet<string> Walk(Random random, int seed)
    {
        var (stream, now, refusals) = (ConsentStream.Of(Mei), Start, new HashSet<string>());
        for (var step = 0; step < Steps; step++)
        {
            now += TimeSpan.FromHours(random.Next(0, 24 * 40));
            var (purpose, verb, before) = (Purposes[random.Next(Purposes.Length)], random.Next(8), stream.LastSequence);
            var from = stream.For(purpose)?.State;
            var outcome = Do(stream, verb, purpose, random.Next(6) == 0 ? Other : Mei, Terms(random, now), now);
            var where = $"seed {seed}, step {step}, verb {verb}, {purpose} from {from}";

            Check(stream, purpose, from, before, outcome, where);
            if (outcome.Refused(out var refusal))
            {
                refusals.Add(refusal.Key);
            }
        }

        Assert.True(VerifyAll(stream), $"seed {seed}: the stream does not replay to where it stands");
        return refusals;
    }

    private static Outcome<Domain.Consent.Consent> Do(ConsentStream stream, int verb, Purpose purpose, Id<Person> who, ConsentTerms terms, DateTimeOffset now) => verb switch
    {
        0 => stream.Request(purpose, terms, now),
        1 => stream.Give(who, purpose, terms, now),
        2 => stream.Refuse(who, purpose, terms, now),
        3 => stream.Defer(who, purpose, terms, now),
        4 => stream.Withdraw(who, purpose, now),
        5 => stream.Expire(purpose, now),
        6 => stream.Invalidate(purpose, now),
        _ => stream.Terminate(purpose, now),
    };

    /// <summary>Each entry follows lawfully from the one before; only the subject's entries give, renew, refuse, put off or withdraw; a refusal leaves no entry.</summary>
    private static void Check(ConsentStream stream, Purpose purpose, ConsentState? from, int before, Outcome<Domain.Consent.Consent> outcome, string where)
    {
        if (outcome.Refused(out _))
        {
            Assert.True(stream.LastSequence == before && stream.For(purpose)?.State == from, $"{where}: a refusal left an entry");
            return;
        }

        foreach (var decision in stream.Entries.Skip(before).Select(entry => entry.Decision!))
        {
            Assert.True(Lawful.Contains((from, decision.State)), $"{where}: {from} became {decision.State}");
            var own = decision.State is ConsentState.Given or ConsentState.Renewed or ConsentState.Refused or ConsentState.Deferred or ConsentState.Withdrawn;
            Assert.True(own == (decision.Actor == LedgerActor.Subject), $"{where}: {decision.Actor} made it {decision.State}");
            from = decision.State;
        }

        Assert.True(stream.For(purpose)!.State == from && stream.LastSequence > before, $"{where}: it stands otherwise than its last entry");
    }

    private static bool VerifyAll(ConsentStream stream)
    {
        var replayed = ConsentStream.Replay(stream, Mei, stream.Entries.Select(entry => entry.Decision!)).ToDictionary(consent => consent.Purpose);
        return stream.Consents.All(live => replayed[live.Purpose] is var again
            && (live.State, live.DecidedAt, live.EndsAt, live.Audience) == (again.State, again.DecidedAt, again.EndsAt, again.Audience));
    }

    /// <summary>Mostly sound; now and then without audience, or with an end in the past or too far off.</summary>
    private static ConsentTerms Terms(Random random, DateTimeOffset now) => new(
        random.Next(5) == 0 ? Audience.Private() : Audience.Organisation(), now.AddDays(random.Next(-20, 200)), "2026-11", "digest", "en");
}
