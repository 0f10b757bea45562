using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Models;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Interviews.Suggesting;

/// <summary>Lets the external model ask one thing about an answer that the rules did not. What it asks is held to what the rules hold to.</summary>
public sealed class SuggestQuestion
{
    private readonly WholeReply _reply;

    internal SuggestQuestion(WholeReply reply) => _reply = reply;

    /// <param name="asked">What was asked about it already, in the words it was asked in.</param>
    /// <returns>Refused with <see cref="ModelSilent"/> where the model failed, with <see cref="NothingSuggested"/> where it asked nothing that may be asked.</returns>
    public async Task<Outcome<ModelQuestion>> AboutAsync(Probe probe, InterviewAnswer answer, IReadOnlyList<string> asked, bool mayUseExternalModel, TokenMeter? meter, CancellationToken cancellationToken)
    {
        var material = AnswerData.Of(probe, answer, asked);
        if (await _reply.ReadAsync(PromptParts.SuggestQuestion, material, mayUseExternalModel, ModelLimits.OneQuestion, meter, cancellationToken) is not { } reply)
        {
            return new ModelSilent();
        }

        var said = ReplyJson.In<Reply>(reply.Text);
        var field = Enum.TryParse<CardField>(said?.Field, ignoreCase: true, out var named) && Enum.IsDefined(named) && named is not (CardField.Title or CardField.Action) ? named : CardField.Case;
        return ModelQuestion.Of(said?.Question ?? "", field, reply.Model) is { } question ? question : new NothingSuggested();
    }

    private sealed record Reply(string? Question, string? Field);
}

/// <summary>The model could not be reached in time, or said nothing.</summary>
public sealed record ModelSilent : Refusal;

/// <summary>The model said nothing that may be used: what it quoted does not stand there, or what it asked is nobody's business.</summary>
public sealed record NothingSuggested : Refusal;
