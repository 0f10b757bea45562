using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Decisions;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Consent;

namespace SkillDistill.Web.Tests.Decisions;

/// <summary>Authors whose agents answered in the quarter before the one of the house's clock, put into the store as asking would.</summary>
internal static class Quarters
{
    public static readonly DateTimeOffset During = new(2026, 8, 15, 12, 0, 0, TimeSpan.Zero);

    public static Task ReckonAsync(this House house) => house.RunAsync<ReckonQuarters>();

    public static Task<Id<Team>> PlatformAsync(this House house) => house.InStoreAsync(db => db.Teams.Where(team => team.Name == "Platform & Operations").Select(team => team.Id).SingleAsync());

    /// <summary>Somebody who joins the team, agrees to this, and whose agent gave these answers to somebody.</summary>
    public static async Task<Id<Person>> AuthorAsync(this House house, Id<Team> team, bool isCounted, int documented, int judgement = 0, int cannotTell = 0, string asker = "tunde", DateTimeOffset? at = null)
    {
        var now = house.Clock.GetUtcNow();
        var (author, answered) = (await house.InStoreAsync(async db =>
        {
            var person = Scene.Join(db, team, now);
            var card = Scene.Accepted(db, person.Id, Audience.Organisation(), now);
            Scene.Publish(db, person.Id, [card], now);
            await db.SaveChangesAsync();
            return person.Id;
        }), at ?? During);
        await house.DecideAsync(author, stream => Give(stream, Purpose.HoldProfile, now));
        if (isCounted)
        {
            await house.DecideAsync(author, stream => Give(stream, Purpose.CountInCoverage, now));
        }

        await house.InStoreAsync(async db =>
        {
            var agent = await db.Agents.SingleAsync(agent => agent.OwnerId == author);
            var by = await db.People.SingleAsync(person => person.Email == $"{asker}@lindenau.example");
            var conversation = Conversation.Start(by.Id, agent.Id, isTrial: false, answered);
            for (var number = 0; number < documented + judgement + cannotTell; number++)
            {
                var (verdict, reason) = number < documented ? (Verdict.DocumentedProcess, VerdictReason.InDateProcess)
                    : number < documented + judgement ? (Verdict.JudgementCall, VerdictReason.JudgementCited) : (Verdict.CannotTell, VerdictReason.NothingCited);
                conversation.Ask($"Question {number}?", agent.PublishedVersionId!.Value, answered).Value.Complete(new Answer("So.", [], verdict, reason, "BuiltIn"), 1, answered);
            }

            db.Conversations.Add(conversation);
            return await db.SaveChangesAsync();
        });
        return author;
    }

    public static Refusal? Give(ConsentStream stream, Purpose purpose, DateTimeOffset now) =>
        stream.Give(stream.SubjectId!.Value, purpose, new ConsentTerms(Audience.Private(), now.AddMonths(6), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en"), now).Refusal;

    public static Task<AnswerShares> SharesAsync(this House house, Id<Team> team) => house.InStoreAsync(async db => (await db.QuarterShares.AsNoTracking().SingleAsync(shares => shares.TeamId == team)).Shares);
}
