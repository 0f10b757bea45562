using System.Security.Cryptography;
using System.Text;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Agents;

/// <summary>
/// A question that every new version is asked before it is published: a holdout question, because its owner accepted what an earlier version answered, or the question of a disagreement
/// that they settled. Only the id of either is kept here. What the answer must cite and how certain it may be stays; words do not.
/// </summary>
public sealed class ReplayCase
{
    private ReplayCase()
    {
    }

    public Id<ReplayCase> Id { get; private set; }

    public Id<Agent> AgentId { get; private set; }

    /// <summary>The owner's own answer to the question, given beforehand; the case goes with it. Null for a disagreement.</summary>
    public Id<InterviewAnswer>? AnswerId { get; private set; }

    /// <summary>The disagreement that was settled; the case goes with it. Null for a holdout question.</summary>
    public Id<Disagreement>? DisagreementId { get; private set; }

    /// <summary>SHA-256 of question and own answer as they were when the agent's was accepted, in lower-case hexadecimal.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The number of the version whose answer was accepted; 0 for a disagreement, which was settled by the card and not by an answer.</summary>
    public int AcceptedIn { get; private set; }

    /// <summary>The number of the revision that settled the disagreement: the card in an earlier one is what was disagreed with. Null where no revision did.</summary>
    public int? LeastRevision { get; private set; }

    public DateTimeOffset AcceptedAt { get; private set; }

    public Verdict Accepted { get; private set; }

    /// <summary>The cards that the accepted answer cited. Plain keys, so that one that is erased leaves nothing but a number behind.</summary>
    public List<Guid> AcceptedCards { get; private set; } = [];

    public ReplayExpectation Expectation => new([.. AcceptedCards.Select(key => new Id<Card>(key))], Accepted);

    public static ReplayCase Of(Id<Agent> agent, Id<InterviewAnswer> answer) => new() { Id = Id<ReplayCase>.New(), AgentId = agent, AnswerId = answer };

    /// <summary>
    /// What was settled must not be forgotten: the card that settled it is cited, in that revision or a later one, and where an exception was added the answer stays a matter of judgement.
    /// Where the owner stood by their cards, one of them is cited still.
    /// </summary>
    /// <param name="settled">With its cards, and with the question as far as it was shared, which must not be empty.</param>
    public static ReplayCase Of(Id<Agent> agent, Disagreement settled) => new()
    {
        Id = Id<ReplayCase>.New(),
        AgentId = agent,
        DisagreementId = settled.Id,
        Words = DigestOf(settled.Question, ""),
        AcceptedAt = settled.SettledAt!.Value,
        Accepted = settled.Settlement == Settlement.ExceptionAdded ? Verdict.JudgementCall : Verdict.DocumentedProcess,
        AcceptedCards = [.. settled.SettledCardId is { } card ? [card.Value] : settled.Cards.Select(disputed => disputed.CardId.Value)],
        LeastRevision = settled.SettledRevision,
    };

    /// <summary>A case as its owner took it along from another installation.</summary>
    public static ReplayCase Restore(Id<Agent> agent, KeptCase kept) => new()
    {
        Id = Id<ReplayCase>.New(),
        AgentId = agent,
        AnswerId = kept.Answer,
        Words = kept.Words,
        AcceptedIn = kept.AcceptedIn,
        AcceptedAt = kept.AcceptedAt,
        Accepted = kept.Accepted,
        AcceptedCards = [.. kept.AcceptedCards],
    };

    /// <summary>From now on versions are held to this answer, and to none that was accepted before.</summary>
    public void Accept(int version, Answer answer, string words, DateTimeOffset now)
    {
        (AcceptedIn, Accepted, Words, AcceptedAt) = (version, answer.Verdict, words, now);
        AcceptedCards = [.. answer.CitedCards.Select(card => card.Value)];
    }

    /// <param name="words">The digest of the words that the case is about, as they are now.</param>
    /// <param name="revision">The number of the revision in which the version holds a card; null where it does not.</param>
    public ReplayResult Judge(Id<AgentVersion> version, Answer answer, string words, IReadOnlySet<Id<Card>> inProfile, Func<Id<Card>, int?>? revision = null) => new()
    {
        VersionId = version,
        CaseId = Id,
        AcceptedIn = AcceptedIn,
        Accepted = Accepted,
        AcceptedCards = [.. AcceptedCards],
        Verdict = answer.Verdict,
        CitedCards = [.. answer.CitedCards.Select(card => card.Value)],
        Finding = words != Words ? ReplayFinding.Reworded
            : LeastRevision is { } least && AcceptedCards.Exists(card => revision?.Invoke(new(card)) < least) ? ReplayFinding.FellBack
            : Expectation.Judge(answer.Verdict, answer.CitedCards, inProfile),
    };

    /// <summary>The length of the question stands between the two, so that moving a word from one to the other is a change.</summary>
    public static string DigestOf(string question, string ownAnswer) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{question.Length}\n{question}\n{ownAnswer}"))));
}

/// <summary>A case as it was kept elsewhere.</summary>
public sealed record KeptCase(Id<InterviewAnswer> Answer, string Words, int AcceptedIn, DateTimeOffset AcceptedAt, Verdict Accepted, IReadOnlyList<Guid> AcceptedCards);
