using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Profiles;

/// <summary>What an owner sees of their own profile at one glance. Nobody else is ever shown any of it.</summary>
/// <param name="OpenDisagreements">How many wait to be settled.</param>
/// <param name="ColleaguesHelped">This month.</param>
/// <param name="OfferedHandovers">How many colleagues who leave wait for a yes or a no.</param>
internal sealed record Profile(CardCounts Cards, ConsentGlance Consent, AgentGlance Agent, IReadOnlyList<SkillGlance> Skills, IReadOnlyList<SourceGlance> Sources, InterviewGlance Interview, int OpenDisagreements, int ColleaguesHelped, int OfferedHandovers)
{
    public bool IsEmpty => Cards.All == 0 && Sources.Count == 0 && !Interview.IsBegun;

    public ProfileStep Next =>
        Cards.Drafts > 0 ? ProfileStep.GoThrough
        : Cards.Accepted == 0 ? ProfileStep.BringIn
        : !Consent.LetsDistil || Consent.AnswersUntil is null ? ProfileStep.Consent
        : Agent.Versions == 0 ? ProfileStep.Distil
        : Agent.Published is null ? ProfileStep.Publish
        : Cards.Stale > 0 ? ProfileStep.Freshen
        : ProfileStep.Rest;
}

/// <param name="Private">Accepted cards that only the owner sees.</param>
/// <param name="Stale">Accepted cards past their review date, those of <paramref name="CameAbout"/> included.</param>
/// <param name="CameAbout">Accepted cards of which it has happened what they held until.</param>
internal sealed record CardCounts(int Accepted, int Drafts, int Private, int Stale, int CameAbout, int All);

/// <param name="InForce">How many purposes hold now.</param>
/// <param name="LetsAnswer">Whether everything that a published agent rests on holds now.</param>
/// <param name="Answers">Who may ask the agent, where anybody may.</param>
/// <param name="Waiting">What is asked again, ends soon or has just ended.</param>
internal sealed record ConsentGlance(int InForce, bool LetsDistil, bool LetsAnswer, AudienceScope Answers, DateTimeOffset? AnswersUntil, ConsentsWaiting Waiting);

/// <param name="Published">The number of the published version.</param>
/// <param name="ChangedSince">How many accepted cards were changed or added after it was distilled.</param>
internal sealed record AgentGlance(int Versions, int? Published, DateTimeOffset? PublishedAt, int ChangedSince);

internal sealed record SkillGlance(string Label, int Level);

internal sealed record SourceGlance(Guid Id, string Name, DateTimeOffset ImportedAt);

/// <param name="IsBegun">Whether there is an answer.</param>
/// <param name="SmallQuestions">How many questions of two minutes wait.</param>
internal sealed record InterviewGlance(bool IsBegun, int SmallQuestions);
