using System.Globalization;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// One event of one person's stream, as it happened. Appended, never changed; numbered without gaps from 1, and chained to the one before by its
/// hash. Only erasure touches it again: it takes payload and salt away, and what remains still verifies.
/// </summary>
public sealed class LedgerEntry
{
    private LedgerEntry()
    {
    }

    /// <summary>The stream, whose id is the pseudonym of its subject.</summary>
    public Id<ConsentStream> StreamId { get; private set; }

    public int Sequence { get; private set; }

    /// <summary>The name of the <see cref="ConsentState"/> the event led to, or <see cref="LedgerTypes.Erased"/>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>When, in UTC, to the millisecond: what both stores keep and every language can write.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The name of a <see cref="LedgerActor"/>; text, so that an altered one can still be read and named.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>What was decided, as canonical JSON; null once erased.</summary>
    public string? Payload { get; private set; }

    /// <summary>32 random hexadecimal digits, so that nobody can guess an erased payload from its digest; erased with it.</summary>
    public string? Salt { get; private set; }

    public string PayloadDigest { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>The decision, or null where it is erased or the entry holds none.</summary>
    public LedgerDecision? Decision => Payload is null || Type == LedgerTypes.Erased ? null : LedgerDecision.Read(Sequence, Type, At, Actor, Payload);

    internal static LedgerEntry After(ConsentStream stream, string type, LedgerActor actor, string payload, DateTimeOffset at)
    {
        var salt = LedgerHash.NewSalt();
        var entry = new LedgerEntry
        {
            StreamId = stream.Id,
            Sequence = stream.LastSequence + 1,
            Type = type,
            At = ToMillisecond(at),
            Actor = actor.ToString(),
            Payload = payload,
            Salt = salt,
            PayloadDigest = LedgerHash.OfPayload(salt, payload),
            PreviousHash = stream.LastHash,
        };
        entry.Hash = LedgerHash.OfEntry(LedgerLine.Of(entry));
        return entry;
    }

    internal static DateTimeOffset ToMillisecond(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}

/// <summary>Who did it. A person is never named here: the subject is the stream, and nobody else decides.</summary>
public enum LedgerActor
{
    /// <summary>The signed-in person whose stream it is.</summary>
    Subject,

    /// <summary>The end date was reached.</summary>
    Clock,

    /// <summary>The organisation asked, changed the notice, or the person left. It can end and ask, never give.</summary>
    Organisation,
}

public static class LedgerTypes
{
    /// <summary>The subject had everything erased: payloads before this entry may be missing.</summary>
    public const string Erased = "Erased";
}

/// <summary>The fields of an entry as the hash sees them: text only, so that any language can compute it.</summary>
public sealed record LedgerLine(string Stream, int Sequence, string Type, string At, string Actor, string? Payload, string? Salt, string PayloadDigest, string PreviousHash, string Hash)
{
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static LedgerLine Of(LedgerEntry entry) => new(
        entry.StreamId.ToString(), entry.Sequence, entry.Type, Time(entry.At), entry.Actor, entry.Payload, entry.Salt, entry.PayloadDigest, entry.PreviousHash, entry.Hash);

    /// <summary>A moment as the ledger writes it. One with more than milliseconds was not written by it and shows its full length.</summary>
    public static string Time(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(moment.UtcTicks % TimeSpan.TicksPerMillisecond == 0 ? TimeFormat : "O", CultureInfo.InvariantCulture);
}
