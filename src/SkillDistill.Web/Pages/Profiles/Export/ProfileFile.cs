using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.Handovers;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>A person's profile as the JSON document that they take along and bring in again; docs/my-data.md describes it. Ids are those of the store that it came from.</summary>
internal sealed record ProfileFile(
    PersonPart Person,
    IReadOnlyList<SkillPart> Skills,
    IReadOnlyList<SourcePart> Sources,
    InterviewPart? Interview,
    IReadOnlyList<CardPart> Cards,
    AgentPart? Agent,
    IReadOnlyList<PutOffPart> PutOff,
    IReadOnlyList<AskedPart> Asked,
    IReadOnlyList<RepliedPart> Replied,
    IReadOnlyList<DisagreementPart>? Disagreements = null,
    IReadOnlyList<ForecastPart>? Forecasts = null,
    LeavingPart? Leaving = null,
    IReadOnlyList<LookPart>? Looks = null,
    IReadOnlyList<DecisionPart>? Decisions = null,
    IReadOnlyList<CommentPart>? Comments = null,
    IReadOnlyList<HistoryPart>? History = null,
    IReadOnlyList<SavedViewPart>? SavedViews = null)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public JsonObject ToJson() => JsonSerializer.SerializeToNode(this, Plain)!.AsObject();

    /// <exception cref="JsonException">It is not such a document.</exception>
    public static ProfileFile Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<ProfileFile>(json, Plain) ?? throw new JsonException();
}

internal sealed record PersonPart(string Name, string JobTitle, string Email);

/// <param name="Skill">Its label in English.</param>
/// <param name="Confirmed">What colleagues said of it at the person's request; null where nobody did. It is not brought in again: it was their word there.</param>
internal sealed record SkillPart(string Skill, int Level, DateTimeOffset DeclaredAt, IReadOnlyList<ConfirmedPart>? Confirmed = null);

internal sealed record ConfirmedPart(string By, int Level, DateTimeOffset At);

/// <param name="Team">Its name.</param>
internal sealed record DecisionPart(string Team, DecisionKind Kind, string Text, DateTimeOffset At);

/// <param name="Team">The name of the team that the decision is about.</param>
internal sealed record CommentPart(string Team, string Text, DateTimeOffset At);

internal sealed record SourcePart(Guid Id, SourceKind Kind, string Name, DateTimeOffset ImportedAt, IReadOnlyList<DocumentPart> Documents, IReadOnlyList<StatementPart> Statements);

internal sealed record DocumentPart(Guid Id, string Path, string Sha256, string Text);

/// <param name="Start">In UTF-16 units.</param>
internal sealed record PassagePart(Guid Document, string Place, string Quote, int Start)
{
    public static PassagePart Of(Provenance from) => new(from.DocumentId.Value, from.Place, from.Quote, from.Start);
}

internal sealed record StatementPart(StatementKind Kind, StatementDecision Decision, Guid? Card, PassagePart From);

internal sealed record AudiencePart(AudienceScope Scope, Guid? Team, IReadOnlyList<Guid> People)
{
    public static AudiencePart Of(Audience audience) => new(audience.Scope, audience.TeamKey, audience.PeopleKeys);
}

/// <param name="Discarded">The keys of proposals that the owner did not want.</param>
internal sealed record InterviewPart(string ProtocolVersion, IReadOnlyList<RolePackKind> Packs, bool AsksForManner, DateTimeOffset BegunAt, IReadOnlyList<string> Discarded, IReadOnlyList<AnswerPart> Answers);

internal sealed record AnswerPart(
    Guid Id,
    string Probe,
    string About,
    string Slot,
    int Place,
    IReadOnlyDictionary<string, string> Parts,
    IReadOnlyList<FollowUpKind> Dismissed,
    bool IsSkipped,
    AudiencePart Audience,
    int Revision,
    DateTimeOffset WrittenAt,
    ModelSuggestions? Suggested);

/// <param name="Holds">Null where its owner said nothing about it, and in a file from before one could.</param>
internal sealed record CardPart(
    Guid Id,
    CardStatus Status,
    AudiencePart Audience,
    DateTimeOffset CreatedAt,
    DateTimeOffset ConfirmedAt,
    DateTimeOffset ReviewBy,
    IReadOnlyList<string> Skills,
    IReadOnlyList<PassagePart> From,
    IReadOnlyList<QuotePart> Quotes,
    IReadOnlyList<RevisionPart> Revisions,
    HoldsPart? Holds = null,
    DateTimeOffset? FromRoleSince = null);

/// <summary>What the person leaves with their role. It is not brought in again: it was agreed with somebody there.</summary>
/// <param name="Successor">The name of who was asked, or null.</param>
internal sealed record LeavingPart(DateOnly? LastDay, string? Successor, HandoverState State, IReadOnlyList<StayingPart> Cards);

internal sealed record StayingPart(Guid Card, HandedAs As);

internal sealed record QuotePart(CardField Field, string Proposal, Guid Answer, string Part, string Words, int Start);

internal sealed record RevisionPart(Guid Id, int Number, DateTimeOffset WrittenAt, CardText Text);

/// <param name="Published">The number of the version that colleagues could ask.</param>
/// <param name="Cases">What versions are held to; null in a file from before there were any.</param>
internal sealed record AgentPart(string Headline, int? Published, IReadOnlyList<VersionPart> Versions, IReadOnlyList<CasePart>? Cases = null);

/// <param name="Replay">Null where it was not tried.</param>
internal sealed record VersionPart(
    int Number,
    DateTimeOffset DistilledAt,
    DateTimeOffset? PublishedAt,
    int? RolledBackTo,
    string Digest,
    string Instructions,
    int ErasedCards,
    IReadOnlyList<PinnedPart> Cards,
    ReplayPart? Replay = null)
{
    public static VersionPart Of(AgentVersion version, ReplayPart? replay) => new(
        version.Number,
        version.DistilledAt,
        version.PublishedAt,
        version.RolledBackTo,
        version.Digest,
        version.Instructions,
        version.ErasedCards,
        [.. version.Cards.OrderBy(card => card.Ordinal).Select(card => new PinnedPart(card.CardId.Value, card.RevisionId.Value))],
        replay);
}

internal sealed record PinnedPart(Guid Card, Guid Revision);

/// <summary>A small question that does not come back, or not before then.</summary>
internal sealed record PutOffPart(string Key, DateTimeOffset? Until);

/// <param name="ShowsAsker">Whether the owner of the agent might see who asked.</param>
internal sealed record AskedPart(string Title, bool IsTrial, DateTimeOffset StartedAt, IReadOnlyList<AskedQuestionPart> Questions, bool ShowsAsker = false);

/// <param name="SentOn">The question as it was sent on to the owner, where it was.</param>
/// <param name="Opinions">What it has in common with the same question put to another agent; absent where there is none.</param>
/// <param name="Used">What an external model took for the answer, where one was asked.</param>
internal sealed record AskedQuestionPart(string Question, DateTimeOffset AskedAt, string? SentOn, TokensPart? Used = null, IReadOnlyList<Guid>? Opinions = null);

/// <param name="Price">In millionths of the currency.</param>
internal sealed record TokensPart(long Input, long Output, bool IsEstimated, long? Price, string? Currency)
{
    public static TokensPart? Of(Turn turn) => turn is { InputTokens: { } input, OutputTokens: { } output } ? new(input, output, turn.IsEstimated, turn.Price, turn.Currency) : null;
}

/// <summary>What the person replied to a colleague's question. Who asked belongs to them and is not in it.</summary>
/// <summary>What the person would not do of others', and how they settled what others would not do of theirs; others' words stay where they are.</summary>
/// <param name="Said">What they would do and why; null where others said it.</param>
/// <param name="Cards">Of the person's own, by the ids of <see cref="ProfileFile.Cards"/>; none where they said it.</param>
/// <param name="Reply">Theirs; null where they said it.</param>
internal sealed record DisagreementPart(SaidPart? Said, IReadOnlyList<Guid> Cards, string? Settlement, string? Reply, DateTimeOffset SentAt, DateTimeOffset? SettledAt);

/// <summary>How sure the person was that a card would hold, and whether it did.</summary>
internal sealed record ForecastPart(Guid Card, int Percent, DateTimeOffset StatedAt, bool? HasHeld, DateTimeOffset? ToldAt);

/// <summary>That somebody saw the person's row in coverage, or asked what would fall without them. Whose rows the person saw belongs to those.</summary>
internal sealed record LookPart(string By, DateOnly Day, LookedFor For = LookedFor.Row);

/// <summary>A part of coverage that the person, as a manager, comes back to.</summary>
internal sealed record SavedViewPart(string Name, string Address, DateTimeOffset KeptAt);

internal sealed record SaidPart(string Question, string WouldDo, string Why, string TurnedOut);

internal sealed record RepliedPart(string Question, string Reply, DateTimeOffset RepliedAt);

/// <param name="Team">Of which the person became or ceased to be the manager.</param>
/// <param name="From">The person's team before, by the name that it has now.</param>
/// <param name="By">Who did it, where that is known.</param>
internal sealed record HistoryPart(HistoryKind Kind, DateTimeOffset At, string? Team, string? From, string? To, string? By);
