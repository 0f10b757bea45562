using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>What versions are held to: the holdout answer it is about, and what was accepted.</summary>
/// <param name="Words">SHA-256 of question and answer when it was accepted.</param>
internal sealed record CasePart(Guid Answer, string Words, int AcceptedIn, DateTimeOffset AcceptedAt, Verdict Accepted, IReadOnlyList<Guid> AcceptedCards)
{
    public static CasePart Of(ReplayCase known) => new(known.AnswerId!.Value.Value, known.Words, known.AcceptedIn, known.AcceptedAt, known.Accepted, known.AcceptedCards);

    public KeptCase Kept => new(new(Answer), Words, AcceptedIn, AcceptedAt.ToUniversalTime(), Accepted, AcceptedCards);
}

/// <summary>How a version fared when it was last tried.</summary>
/// <param name="Waiver">Why it was published although it failed; empty where it was not.</param>
internal sealed record ReplayPart(DateTimeOffset RanAt, string Waiver, DateTimeOffset? WaivedAt, IReadOnlyList<ReplayResultPart> Results)
{
    /// <param name="answers">Of each case the holdout answer that it is about. What came of settled disagreements is not taken along, as they are not.</param>
    public static ReplayPart Of(Replay replay, IReadOnlyDictionary<Domain.Id<ReplayCase>, Guid> answers) => new(
        replay.RanAt,
        replay.Waiver,
        replay.WaivedAt,
        [.. replay.Results.Where(result => answers.ContainsKey(result.CaseId)).Select(result => new ReplayResultPart(answers[result.CaseId], result.AcceptedIn, result.Accepted, result.AcceptedCards, result.Verdict, result.CitedCards, result.Finding)).OrderBy(result => result.Answer)]);
}

internal sealed record ReplayResultPart(
    Guid Answer, int AcceptedIn, Verdict Accepted, IReadOnlyList<Guid> AcceptedCards, Verdict Verdict, IReadOnlyList<Guid> CitedCards, ReplayFinding Finding)
{
    public ReplayResult Restored(Domain.Id<AgentVersion> version, Domain.Id<ReplayCase> known) => new()
    {
        VersionId = version,
        CaseId = known,
        AcceptedIn = AcceptedIn,
        Accepted = Accepted,
        AcceptedCards = [.. AcceptedCards],
        Verdict = Verdict,
        CitedCards = [.. CitedCards],
        Finding = Finding,
    };
}
