using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>How a version fared on the accepted cases, as its owner reads it.</summary>
/// <param name="Replay">Null where it was not tried.</param>
/// <param name="Cases">How many cases there are now.</param>
internal sealed record ReplayView(Replay? Replay, IReadOnlyList<ReplayedCase> Rows, int Cases)
{
    public IEnumerable<ReplayedCase> Failing => Rows.Where(row => row.Result.Finding.IsFailure());

    public int Count(Func<ReplayFinding, bool> which) => Rows.Count(row => which(row.Result.Finding));

    /// <param name="settled">How many settled disagreements the version would be tried on beside what was accepted.</param>
    /// <param name="titles">Of the owner's cards, set aside ones too.</param>
    public static async Task<ReplayView> LoadAsync(SkillDistillDb db, AgentVersion version, int settled, IReadOnlyDictionary<Id<Card>, OwnCardRow> titles, CancellationToken cancellationToken)
    {
        var replay = await db.Replays.AsNoTracking().Include(known => known.Results).FirstOrDefaultAsync(known => known.VersionId == version.Id, cancellationToken);
        var results = (replay?.Results ?? []).ToDictionary(result => result.CaseId);
        var cases = await CasesAsync(db, version, cancellationToken);
        IReadOnlyList<CardName> Named(List<Guid> cards) => [.. cards.Select(key => new Id<Card>(key)).Select(id => new CardName(id, titles.GetValueOrDefault(id)?.Title))];
        return new ReplayView(
            replay,
            [.. cases.Where(known => results.ContainsKey(known.Id)).Select(known => new ReplayedCase(results[known.Id], known, Named(results[known.Id].AcceptedCards), Named(results[known.Id].CitedCards)))
                .OrderByDescending(row => row.Result.Finding.IsFailure())],
            cases.Count(known => known.Disagreement is null) + settled);
    }

    private static async Task<List<CaseView>> CasesAsync(SkillDistillDb db, AgentVersion version, CancellationToken cancellationToken)
    {
        var accepted = await (from known in db.ReplayCases.AsNoTracking()
                              join holdout in db.InterviewAnswers.AsNoTracking() on known.AnswerId equals holdout.Id
                              where known.AgentId == version.AgentId
                              orderby holdout.Place, holdout.Id
                              select new { known.Id, known.AnswerId, holdout.Slot, holdout.Parts }).ToListAsync(cancellationToken);
        var settled = await (from known in db.ReplayCases.AsNoTracking()
                             join disagreement in db.Disagreements.AsNoTracking() on known.DisagreementId equals disagreement.Id
                             where known.AgentId == version.AgentId
                             orderby disagreement.SettledAt descending, disagreement.Id
                             select new CaseView(known.Id, "settled", disagreement.Question, null, disagreement.Id, disagreement.Settlement)).ToListAsync(cancellationToken);
        return [.. accepted.Select(known => new CaseView(known.Id, known.Slot, known.Parts["question"], known.AnswerId, null, null)), .. settled];
    }
}

/// <param name="Slot">Which of the owner's holdout answers it is, or that it was settled.</param>
/// <param name="Answer">The owner's own answer to a holdout question, or null.</param>
/// <param name="Disagreement">The disagreement that was settled, or null.</param>
internal sealed record CaseView(Id<ReplayCase> Id, string Slot, string Question, Id<InterviewAnswer>? Answer, Id<Disagreement>? Disagreement, Settlement? Settlement);

internal sealed record ReplayedCase(ReplayResult Result, CaseView Case, IReadOnlyList<CardName> Before, IReadOnlyList<CardName> After);

/// <param name="Title">Null where the owner has erased the card.</param>
internal sealed record CardName(Id<Card> CardId, string? Title);

/// <param name="Typed">The reason as it was typed, where it could not be taken.</param>
internal sealed record ReplayOnPage(VersionView Shown, string? Typed);
