using SkillDistill.Distillation.Answering.AboutPeople;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>Everything an answer may rest on. The cards are those the asker may see at this moment, as pinned in the version; nothing else is known.</summary>
public sealed record Brief
{
    public required string Question { get; init; }

    /// <summary>The asker's earlier questions in this conversation, oldest first.</summary>
    public IReadOnlyList<string> EarlierQuestions { get; init; } = [];

    /// <summary>The question as a model put it so that it can be understood by itself; null where none did.</summary>
    public string? ReadAs { get; init; }

    /// <summary>The question as it is answered.</summary>
    public string QuestionAsRead => ReadAs ?? Question;

    /// <summary>What the question means, read with those before it; null where no encoder reads it.</summary>
    public AskedMeaning? Meaning { get; init; }

    /// <summary>How people are called whom the questions may name; see <see cref="KnownAs"/>.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whose notes these are, as shown to people.</summary>
    public required string OwnerName { get; init; }

    /// <summary>The instructions of the agent version.</summary>
    public required string Instructions { get; init; }

    public required IReadOnlyList<CardMaterial> Cards { get; init; }

    /// <summary>The language of the words around the quotes: "en" or "zh-Hans".</summary>
    public required string Language { get; init; }

    /// <summary>Whether the owner consents to the configured external model. Without it the built-in answerer serves.</summary>
    public bool MayUseExternalModel { get; init; }

    /// <summary>Why the external model is not asked now, though the owner consents; null where it may be.</summary>
    public StandIn? Barred { get; init; }

    public required DateTimeOffset Now { get; init; }
}
