using Microsoft.EntityFrameworkCore;
using SkillDistill.Browser.Tests;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;

namespace SkillDistill.Benchmarks.Answering;

/// <summary>A published profile of many cards made of real runbook entries, written straight into the store of a running product.</summary>
internal static class LargeProfile
{
    public const string OwnerName = "Sam Whitfield";

    /// <param name="recipient">The model that the owner lets cards be sent to, as it is called on the consent page; null for none.</param>
    /// <returns>The titles of the cards, fit to ask about.</returns>
    public static async Task<IReadOnlyList<string>> PublishAsync(RunningProduct product, int size, string? recipient = null)
    {
        await using var db = product.Store();
        var owner = await db.People.FirstAsync(person => person.Name == OwnerName);
        var now = DateTimeOffset.UtcNow;
        var cards = Entries(size).Select(text => Accepted(owner, text, now)).ToList();
        var stream = ConsentStream.Of(owner.Id);
        var notice = Notice.Shipped("en");
        foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues })
        {
            stream.Give(owner.Id, purpose, new ConsentTerms(Audience.Organisation(), now.AddMonths(6), notice.Version, notice.Digest, "en"), now);
        }

        if (recipient is not null)
        {
            stream.Give(owner.Id, Purpose.UseExternalModel, new ConsentTerms(Audience.Private(), now.AddMonths(6), notice.Version, notice.Digest, "en", Recipient: recipient), now);
        }

        var agent = Agent.Of(owner.Id);
        var materials = cards.Select(card => new CardMaterial(card.Id, card.CurrentRevisionId, card.Revisions[0].Text, [], card.ConfirmedAt, card.ReviewBy)).ToList();
        var version = agent.Distil(Composer.Compose(owner.Name, materials), null, now);
        agent.Publish(version, now);
        db.AddRange(cards);
        db.AddRange(stream, agent, version);
        await db.SaveChangesAsync();
        return [.. materials.Select(card => card.Text.Title)];
    }

    /// <summary>Waits until the chore of the running product has had the encoder read all cards.</summary>
    public static async Task UntilReadAsync(RunningProduct product)
    {
        await using var db = product.Store();
        while (await db.AgentVersions.AnyAsync(version => version.Encoder == ""))
        {
            await Task.Delay(250);
        }
    }

    private static Card Accepted(Person owner, CardText text, DateTimeOffset now)
    {
        var card = Card.Draft(owner.Id, text, null, now).Value;
        card.ShareWith(Audience.Organisation());
        return card.Accept(text, now).Value;
    }

    private static IEnumerable<CardText> Entries(int size) => JsonLines.Read(Repository.Shared("eval/profiles/entries.jsonl.gz"))
        .Select(entry => (Title: entry.GetProperty("title").GetString()!, Text: entry.GetProperty("text").GetString()!))
        .Where(entry => entry.Title.Length is > 3 and < CardText.TitleLength && entry.Text.Length is > 80 and < CardText.FieldLength)
        .Take(size)
        .Select(entry => new CardText { Kind = CardKind.Process, Title = entry.Title, Action = entry.Text }.Tidied());
}
