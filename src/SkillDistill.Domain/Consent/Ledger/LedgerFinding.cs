namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>The first thing that is wrong in a stream, or in the checkpoints.</summary>
/// <param name="Stream">The pseudonym, or null where a checkpoint itself is wrong.</param>
/// <param name="Sequence">The number of the first bad entry (or checkpoint).</param>
public sealed record LedgerFinding(string? Stream, int Sequence, LedgerFault Fault)
{
    public override string ToString() => $"{Stream ?? "checkpoint"}#{Sequence} {Fault}";
}

public enum LedgerFault
{
    /// <summary>An entry is missing here, twice there, or out of its order.</summary>
    SequenceBroken,

    /// <summary>The entry is not chained to the one before it.</summary>
    LinkBroken,

    /// <summary>The entry's fields are not those it was written with.</summary>
    EntryAltered,

    /// <summary>What was decided is not what was written.</summary>
    PayloadAltered,

    /// <summary>What was decided is gone, and no later erasure by its subject says why.</summary>
    PayloadMissing,

    /// <summary>A decision that cannot follow from the ones before it.</summary>
    TransitionNotAllowed,

    /// <summary>The head does not name the last entry: something was cut off or put on.</summary>
    HeadDiffers,

    /// <summary>The head carries no valid signature of a known key.</summary>
    HeadNotSigned,

    /// <summary>A checkpoint holds another hash for this entry, or the entry is not there any more.</summary>
    RewrittenSinceCheckpoint,

    /// <summary>A checkpoint knows a stream that is gone.</summary>
    StreamMissing,

    /// <summary>A checkpoint is missing, altered, or not signed by a known key.</summary>
    CheckpointBroken,

    /// <summary>What is kept cannot be read as an entry at all.</summary>
    Unreadable,

    /// <summary>Where the purposes stand is not what the entries say.</summary>
    StandingDiffers,

    /// <summary>A receipt is not, as a whole, what was signed: something outside its ledger was changed.</summary>
    ReceiptAltered,

    /// <summary>A statement of credit is not what was signed.</summary>
    StatementAltered,
}
