using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Consent;

/// <summary>What exactly a person agreed to: for whom, until when, and which notice in which language was on the screen.</summary>
/// <param name="NoticeDigest">SHA-256 of the notice as served, in lower-case hexadecimal.</param>
/// <param name="Method">How the decision was made.</param>
/// <param name="Recipient">Who outside the organisation would receive data, by name, where the purpose has one.</param>
public sealed record ConsentTerms(
    Audience Audience, DateTimeOffset EndsAt, string NoticeVersion, string NoticeDigest, string Language, ConsentMethod Method = ConsentMethod.Page, string? Recipient = null);

/// <summary>How it came about. There is no other way to decide than a page; the demo organisation's invented people say so.</summary>
public enum ConsentMethod
{
    /// <summary>On the consent page, by the signed-in person.</summary>
    Page,

    /// <summary>Brought in with the demo organisation.</summary>
    Demo,

    /// <summary>Without the person: the end date was reached, the words changed, or the person left.</summary>
    Automatic,
}
