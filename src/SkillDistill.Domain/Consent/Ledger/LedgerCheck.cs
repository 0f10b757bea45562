namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>One verification of the whole store: when, of how much, and what was wrong. Holds nothing of any decision.</summary>
public sealed class LedgerCheck
{
    private LedgerCheck()
    {
    }

    public Id<LedgerCheck> Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Streams { get; private set; }

    public int Entries { get; private set; }

    /// <summary>Entries whose payload was erased by their subject; they verify without it.</summary>
    public int Redacted { get; private set; }

    public int Checkpoints { get; private set; }

    /// <summary>How many streams (and the checkpoints, as one) have something wrong.</summary>
    public int Findings { get; private set; }

    /// <summary>The first of them, as <c>stream#sequence Fault</c>; empty when there is none.</summary>
    public string FirstFinding { get; private set; } = "";

    /// <summary>How long it took, in milliseconds.</summary>
    public long Took { get; private set; }

    public static LedgerCheck Of(LedgerReport report, TimeSpan took, DateTimeOffset now) => new()
    {
        Id = Id<LedgerCheck>.New(),
        At = now,
        Streams = report.Streams,
        Entries = report.Entries,
        Redacted = report.Redacted,
        Checkpoints = report.Checkpoints,
        Findings = report.Findings.Count,
        FirstFinding = report.Findings.Count > 0 ? report.Findings[0].ToString() : "",
        Took = (long)took.TotalMilliseconds,
    };
}

/// <summary>What a verification of the whole store saw.</summary>
public sealed record LedgerReport(int Streams, int Entries, int Redacted, int Checkpoints, IReadOnlyList<LedgerFinding> Findings);
