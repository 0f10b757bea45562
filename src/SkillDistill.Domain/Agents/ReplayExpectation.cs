using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Agents;

/// <summary>What an answer must hold to, to be taken for the one that was accepted. Words are not compared: they are the answerer's, and may be others tomorrow.</summary>
/// <param name="CitesAnyOf">The cards of which one must be cited; none where the accepted answer cited none.</param>
/// <param name="NotAbove">The most certain that the answer may be. Less certain is no failure, but for not being able to tell.</param>
public sealed record ReplayExpectation(IReadOnlyCollection<Id<Card>> CitesAnyOf, Verdict NotAbove)
{
    /// <param name="inProfile">Which of the cards their owner still has, neither erased nor set aside.</param>
    public ReplayFinding Judge(Verdict verdict, IReadOnlyCollection<Id<Card>> cited, IReadOnlySet<Id<Card>> inProfile)
    {
        var there = CitesAnyOf.Where(inProfile.Contains).ToHashSet();
        return there.Count == 0 && NotAbove != Verdict.CannotTell ? ReplayFinding.CardsGone
            : verdict == Verdict.CannotTell && NotAbove != Verdict.CannotTell ? ReplayFinding.CannotTell
            : there.Count > 0 && !cited.Any(there.Contains) ? ReplayFinding.OtherCards
            : verdict > NotAbove ? ReplayFinding.Surer
            : ReplayFinding.Passes;
    }
}
