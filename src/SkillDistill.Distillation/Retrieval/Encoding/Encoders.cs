using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SkillDistill.Distillation.Models;

namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>Which encoder reads whose cards: the one at an endpoint those of owners who agreed to it, the local one all others'.</summary>
public sealed class Encoders
{
    public Encoders(IOptions<EncoderOptions> options, IHttpClientFactory clients, ILogger<Encoder> log)
        : this(
            options.Value.Provider == EncoderProvider.None ? null : Encoder.InProcess(log),
            options.Value.IsOutside ? Encoder.AtEndpoint(options.Value, ModelConnection.Connect(options.Value, clients), log) : null)
    {
    }

    internal Encoders(Encoder? local, Encoder? outside) => (Local, Outside) = (local, outside);

    /// <summary>The one in this process, to which nothing is sent; null where there is none.</summary>
    public Encoder? Local { get; }

    /// <summary>The one at an endpoint; null where none is configured.</summary>
    public Encoder? Outside { get; }

    /// <returns>Null where there is none, and cards are found by their words alone.</returns>
    public Encoder? For(bool mayUseExternalModel) => mayUseExternalModel && Outside is { } outside ? outside : Local;
}
