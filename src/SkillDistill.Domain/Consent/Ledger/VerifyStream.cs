using System.Security.Cryptography;
using System.Text.Json;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// Checks one stream from its first entry to its signed head, with nothing but the entries, the head and public keys: the application does so with
/// its store, and anybody else with a receipt.
/// </summary>
public static class VerifyStream
{
    /// <param name="lines">In the order they are kept.</param>
    /// <param name="keys">Public keys by id.</param>
    /// <param name="partial">Whether payloads may be left out for discretion, as in a receipt for one purpose.</param>
    /// <returns>The first thing wrong, or null.</returns>
    public static LedgerFinding? Check(IReadOnlyList<LedgerLine> lines, SealedHead head, IReadOnlyDictionary<string, ECDsa> keys, bool partial = false)
    {
        var erasedUpTo = lines.LastOrDefault(line => line.Type == LedgerTypes.Erased)?.Sequence ?? 0;
        var previous = LedgerHash.Origin;
        var states = new Dictionary<Purpose, ConsentState>();
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (Fault(line, index + 1, head.Head.Stream, previous, partial || line.Sequence < erasedUpTo) is { } fault)
            {
                return new LedgerFinding(head.Head.Stream, index + 1, fault);
            }

            if (line.Payload is not null && line.Type != LedgerTypes.Erased && !Follows(line, states, partial || erasedUpTo > 0))
            {
                return new LedgerFinding(head.Head.Stream, index + 1, LedgerFault.TransitionNotAllowed);
            }

            previous = line.Hash;
        }

        if (head.Head.Sequence != lines.Count || head.Head.Hash != previous || (lines.Count > 0 && head.Head.At != lines[^1].At))
        {
            return new LedgerFinding(head.Head.Stream, Math.Min(head.Head.Sequence, lines.Count) + 1, LedgerFault.HeadDiffers);
        }

        return lines.Count == 0 || (keys.TryGetValue(head.KeyId, out var key) && head.Head.IsSignedBy(key, head.Signature))
            ? null
            : new LedgerFinding(head.Head.Stream, lines.Count, LedgerFault.HeadNotSigned);
    }

    private static LedgerFault? Fault(LedgerLine line, int expected, string stream, string previous, bool mayLackPayload) => line switch
    {
        _ when line.Sequence != expected => LedgerFault.SequenceBroken,
        _ when line.PreviousHash != previous => LedgerFault.LinkBroken,
        _ when line.Stream != stream || LedgerHash.OfEntry(line) != line.Hash => LedgerFault.EntryAltered,
        { Payload: null, Salt: null } => mayLackPayload ? null : LedgerFault.PayloadMissing,
        { Payload: { } payload, Salt: { } salt } when LedgerHash.OfPayload(salt, payload) == line.PayloadDigest => null,
        _ => LedgerFault.PayloadAltered,
    };

    /// <summary>Whether the decision follows from those before. Where some are left out, only what is known can be held against it.</summary>
    private static bool Follows(LedgerLine line, Dictionary<Purpose, ConsentState> states, bool gaps)
    {
        try
        {
            var decision = LedgerDecision.Read(line.Sequence, line.Type, default, line.Actor, line.Payload!);
            ConsentState? from = states.TryGetValue(decision.Purpose, out var known) ? known : null;
            states[decision.Purpose] = decision.State;
            return ((gaps && from is null) || from.MayBecome(decision.State))
                && (decision.State is not (ConsentState.Given or ConsentState.Renewed) || decision.Actor == LedgerActor.Subject);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>The end of a stream with the signature that vouches for it.</summary>
public sealed record SealedHead(LedgerHead Head, string KeyId, string Signature)
{
    public static SealedHead Of(ConsentStream stream) => new(LedgerHead.Of(stream), stream.SealKeyId, stream.Seal);
}
