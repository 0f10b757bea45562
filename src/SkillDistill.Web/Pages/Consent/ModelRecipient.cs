using Microsoft.Extensions.Options;
using SkillDistill.Distillation.Models;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Who would receive cards under <see cref="Domain.Consent.Purpose.UseExternalModel"/>: a person agrees to somebody with a name, or not at all.</summary>
internal sealed class ModelRecipient(IOptions<ModelOptions> options)
{
    /// <summary>The model and where it runs, or null where none is configured.</summary>
    public string? Name { get; } = options.Value is { Provider: not ModelProvider.BuiltIn, Endpoint: { } endpoint } model ? $"{model.Model} ({endpoint.Host})" : null;
}
