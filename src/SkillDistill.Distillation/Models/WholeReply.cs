using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace SkillDistill.Distillation.Models;

/// <summary>Asks the external model one thing and waits for all it says: for what its reader cannot use in pieces.</summary>
internal sealed class WholeReply(ModelChoice models, ILogger<WholeReply> logger)
{
    /// <param name="limit">What it says beyond so many UTF-16 units is not read.</param>
    /// <param name="meter">Counts what it takes, also where nothing comes of it.</param>
    /// <returns>Null where there is no model that may be used, it failed, or said nothing.</returns>
    public async Task<(string Model, string Text)?> ReadAsync(string instructions, string material, bool mayUseExternalModel, int limit, TokenMeter? meter, CancellationToken cancellationToken)
    {
        if (models.External(mayUseExternalModel) is not { } model)
        {
            return null;
        }

        var output = new ModelOutput(model, logger, meter);
        var text = new StringBuilder();
        ChatHistory prompt = [new ChatMessageContent(AuthorRole.System, instructions), new ChatMessageContent(AuthorRole.User, material)];
        await foreach (var chunk in output.ReadAsync(prompt, cancellationToken))
        {
            text.Append(chunk);
            if (text.Length > limit)
            {
                break;
            }
        }

        var said = text.ToString(0, Math.Min(text.Length, limit)).Trim();
        return output.Failed || said.Length == 0 ? null : (model.Name, said);
    }
}
