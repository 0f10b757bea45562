namespace SkillDistill.Domain.Consent;

/// <summary>
/// The states of a consent record as named by the W3C Data Privacy Vocabulary (https://w3id.org/dpv#ConsentStatus).
/// Only <see cref="Given"/> and <see cref="Renewed"/> permit anything.
/// </summary>
public enum ConsentState
{
    Requested,
    Given,
    Refused,
    Deferred,
    Expired,
    Withdrawn,
    Invalidated,
    Terminated,
    Renewed,
}
