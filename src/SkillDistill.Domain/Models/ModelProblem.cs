namespace SkillDistill.Domain.Models;

/// <summary>What went wrong between the product and a model, as far as somebody can do something about it.</summary>
public enum ModelProblem
{
    /// <summary>The endpoint does not take the key (401).</summary>
    KeyRefused,

    /// <summary>The key is known and may not use this model (403).</summary>
    NotAllowed,

    /// <summary>There is no such model, or no such address (404).</summary>
    NotFound,

    /// <summary>Asked too often, or the account is used up (429).</summary>
    Busy,

    /// <summary>The endpoint itself failed (5xx).</summary>
    ProviderFailed,

    /// <summary>It would not take the request (any other status but success).</summary>
    RequestRefused,

    /// <summary>The host's name is not known.</summary>
    NameUnknown,

    /// <summary>Nobody listens at the address, or the way there is closed.</summary>
    Unreachable,

    /// <summary>No connection that can be trusted: certificate or protocol of TLS.</summary>
    Insecure,

    /// <summary>Nothing came within the time.</summary>
    Silent,

    /// <summary>It began and did not end within the time, or the connection was cut.</summary>
    BrokeOff,

    /// <summary>What came is not OpenAI's chat completion protocol.</summary>
    NotTheProtocol,

    /// <summary>It ended without a word.</summary>
    SaidNothing,

    /// <summary>It had failed several times just before and is left alone for a moment.</summary>
    Resting,
}
