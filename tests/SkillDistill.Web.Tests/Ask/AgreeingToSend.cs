using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Ask;

internal static class AgreeingToSend
{
    /// <summary>Somebody agrees for a month that this recipient is sent their cards.</summary>
    public static async Task AgreeToSendAsync(this House house, string key, string recipient)
    {
        var (owner, now) = ((await house.PersonAsync(key)).Id, house.Clock.GetUtcNow());
        var terms = new ConsentTerms(Audience.Private(), now.AddMonths(1), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en", Recipient: recipient);
        await house.DecideAsync(owner, stream => stream.Give(owner, Purpose.UseExternalModel, terms, now).Refusal);
    }
}
