using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Models;

namespace SkillDistill.Distillation.Answering;

/// <summary>
/// What a model says to a question when it knows no card: what an owner's profile is measured against, for the owner alone. Nothing of it is verified, and nobody else is ever
/// shown it.
/// </summary>
public sealed class AnswerWithoutProfile
{
    private readonly WholeReply _reply;

    internal AnswerWithoutProfile(WholeReply reply) => _reply = reply;

    /// <returns>Null where no external model may be used or it failed: the built-in answerer has nothing to say without cards.</returns>
    public async Task<string?> AnswerAsync(string question, bool mayUseExternalModel, TokenMeter? meter, CancellationToken cancellationToken) =>
        (await _reply.ReadAsync(PromptParts.WithoutProfile, question, mayUseExternalModel, AnswerLimits.Text, meter, cancellationToken))?.Text;
}
