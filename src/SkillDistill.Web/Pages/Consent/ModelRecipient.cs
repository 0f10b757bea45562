using Microsoft.Extensions.Options;
using SkillDistill.Distillation.Models;
using SkillDistill.Distillation.Retrieval.Encoding;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Who would receive cards under <see cref="Domain.Consent.Purpose.UseExternalModel"/>: a person agrees to somebody with a name, or not at all.</summary>
internal sealed class ModelRecipient(IOptions<ModelOptions> model, IOptions<EncoderOptions> encoder)
{
    /// <summary>The model that words answers and the encoder that finds cards, each with where it runs, as far as they are outside; null where none is. One more of them is another recipient.</summary>
    public string? Name => Words is null && Finds is null ? null : string.Join(" + ", new[] { Words, Finds }.OfType<string>().Distinct());

    /// <summary>Who words answers, or null where the built-in answerer does.</summary>
    public string? Words { get; } = model.Value.Recipient;

    /// <summary>Who finds cards by what they mean, or null where nobody outside does.</summary>
    public string? Finds { get; } = encoder.Value.Recipient;
}
