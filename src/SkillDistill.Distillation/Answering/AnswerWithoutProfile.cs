using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Models;

namespace SkillDistill.Distillation.Answering;

/// <summary>
/// What a model says to a question when it knows no card: what an owner's profile is measured against, for the owner alone. Nothing of it is verified, and nobody else is ever
/// shown it.
/// </summary>
public sealed class AnswerWithoutProfile
{
    private readonly ModelChoice _models;
    private readonly ILogger _logger;

    internal AnswerWithoutProfile(ModelChoice models, ILogger<AnswerWithoutProfile> logger) => (_models, _logger) = (models, logger);

    /// <returns>Null where no external model may be used or it failed: the built-in answerer has nothing to say without cards.</returns>
    public async Task<string?> AnswerAsync(string question, bool mayUseExternalModel, CancellationToken cancellationToken)
    {
        var model = _models.For(mayUseExternalModel)[0];
        if (model.Name == BuiltIn.BuiltInChatCompletion.Name)
        {
            return null;
        }

        var output = new ModelOutput(model, _logger);
        var text = new StringBuilder();
        ChatHistory prompt = [new ChatMessageContent(AuthorRole.System, PromptParts.WithoutProfile), new ChatMessageContent(AuthorRole.User, question)];
        await foreach (var chunk in output.ReadAsync(prompt, cancellationToken))
        {
            text.Append(chunk);
            if (text.Length > AnswerLimits.Text)
            {
                break;
            }
        }

        var said = text.ToString(0, Math.Min(text.Length, AnswerLimits.Text)).Trim();
        return output.Failed || said.Length == 0 ? null : said;
    }
}
