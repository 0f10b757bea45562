using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Tests.Consent;

namespace SkillDistill.Web.Tests.Erasures;

/// <summary>
/// A person of the demo organisation who has something of everything, with words in each field that stand nowhere else: one for their card, one for
/// their documents, one for the rest. A colleague has asked their agent, has named the conversation after what it said, and they tried it themselves.
/// </summary>
internal sealed class Canaries
{
    public const string Question = "How do I open the bilge valve in the forward pump room?";

    public string CardWord { get; } = $"zebrafinch{Guid.NewGuid():N}";

    public string DocumentWord { get; } = $"oystercatcher{Guid.NewGuid():N}";

    public string OtherWord { get; } = $"kittiwake{Guid.NewGuid():N}";

    public Id<Person> Owner { get; private set; }

    public Id<Card> Card { get; private set; }

    /// <summary>Made of the document, in words of its own.</summary>
    public Id<Card> CardOfDocument { get; private set; }

    public Id<Source> Source { get; private set; }

    public Id<SourceDocument> Document { get; private set; }

    public Id<Source> Skill { get; private set; }

    public Id<SourceDocument> SkillDocument { get; private set; }

    public Id<Statement> Statement { get; private set; }

    public int Version { get; private set; }

    /// <summary>The address of the colleague's conversation.</summary>
    public string Conversation { get; private set; } = "";

    public static async Task<Canaries> SetAsync(House house, string owner, string colleague)
    {
        var canaries = new Canaries();
        var now = house.Clock.GetUtcNow();
        canaries.Owner = await house.InStoreAsync(async db => (await db.People.FirstAsync(person => person.Email == $"{owner}@lindenau.example")).Id);
        await house.DecideAsync(canaries.Owner, stream => Agree(stream, canaries.Owner, now));
        await house.InStoreAsync(async db =>
        {
            await canaries.WriteAsync(db, now);
            return await db.SaveChangesAsync();
        });
        await canaries.AskAsync(house, owner, colleague);
        return canaries;
    }

    public static Refusal? Agree(ConsentStream stream, Id<Person> owner, DateTimeOffset now) => new[] { Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues, Purpose.CountInCoverage }
        .Where(purpose => stream.For(purpose)?.IsInForce(now) != true)
        .Select(purpose => stream.Give(owner, purpose, Scene.Terms(purpose.HasAudience() ? Audience.Organisation() : Audience.Private(), now.AddMonths(12)), now).Refusal)
        .FirstOrDefault(refusal => refusal is not null);

    /// <summary>Distils a version of these cards and publishes it.</summary>
    public static async Task<int> PublishAsync(SkillDistillDb db, Id<Person> owner, IEnumerable<Card> cards, string headline, DateTimeOffset now)
    {
        var agent = await db.Agents.FirstOrDefaultAsync(known => known.OwnerId == owner) ?? db.Agents.Add(Agent.Of(owner)).Entity;
        var materials = cards.Select(card => new CardMaterial(card.Id, card.CurrentRevisionId, card.Revisions[^1].Text, [], now, now.AddDays(90)));
        var version = agent.Distil(Composer.Compose("Somebody", [.. materials]), null, now);
        agent.Publish(version, now);
        agent.Introduce(headline);
        db.AgentVersions.Add(version);
        return version.Number;
    }

    public static Card Accepted(SkillDistillDb db, Id<Person> owner, CardText text, Provenance? provenance, DateTimeOffset now)
    {
        var card = Domain.Profiles.Card.Draft(owner, text, provenance, now).Value;
        card.Accept(text, now);
        card.ShareWith(Audience.Organisation());
        db.Cards.Add(card);
        return card;
    }

    private async Task WriteAsync(SkillDistillDb db, DateTimeOffset now)
    {
        var source = Domain.Profiles.Source.Import(Owner, SourceKind.Notes, $"Notes {DocumentWord}", now);
        var document = source.Add($"notes/{DocumentWord}.md", $"# Boat\nThe anchor of the {DocumentWord} is red.\nNothing else.");
        var skill = Domain.Profiles.Source.Import(Owner, SourceKind.ColleagueSkill, $"Skill {DocumentWord}", now);
        var skillDocument = skill.Add("persona.md", $"# Persona\nNever late with the {DocumentWord}.\nAlways early.");
        skill.Put(skillDocument, StatementKind.Manner, "Persona > 1", $"Never late with the {DocumentWord}.", 10);
        skill.Put(skillDocument, StatementKind.Manner, "Persona > 2", "Always early.", skillDocument.Text.IndexOf("Always", StringComparison.Ordinal));
        db.Sources.AddRange(source, skill);
        var card = Accepted(db, Owner, Words("an older"), null, now);
        card.Revise(Words("the"), 1, now);
        card.HoldUntil(UntilCondition.Own($"The {CardWord} moults."), CardKind.Process, now);
        card.Tag([(await db.Skills.FirstAsync()).Id]);
        var anchor = new CardText { Kind = CardKind.Fact, Title = "The colour of the anchor", Action = "It is red, so that the crane driver sees it." };
        var made = Accepted(db, Owner, anchor, new Provenance(document.Id, $"Boat {DocumentWord}", $"The anchor of the {DocumentWord} is red.", 7), now);
        db.Proficiencies.RemoveRange(db.Proficiencies.Where(level => level.PersonId == Owner));
        db.Proficiencies.Add(Proficiency.Declare(Owner, (await db.Skills.FirstAsync()).Id, 3, now).Value);
        await BeInterviewedAsync(db, card, now);
        Version = await PublishAsync(db, Owner, [card, made], $"Ask me about {OtherWord}", now);
        TryOut(db, card, now);
        (Card, CardOfDocument, Source, Document) = (card.Id, made.Id, source.Id, document.Id);
        (Skill, SkillDocument, Statement) = (skill.Id, skillDocument.Id, skill.Statements[0].Id);
    }

    /// <summary>The version failed what was accepted before, and went out for a reason that repeats the card.</summary>
    private void TryOut(SkillDistillDb db, Card card, DateTimeOffset now)
    {
        var version = db.AgentVersions.Local.Single(made => made.Number == Version);
        var known = ReplayCase.Of(version.AgentId, db.InterviewAnswers.Local.Single(answer => answer.Slot == OtherWord).Id);
        known.Accept(Version, new Answer("Left.", [new CitedQuote(1, card.Id, card.CurrentRevisionId, CardField.Action, "left")], Verdict.JudgementCall, VerdictReason.JudgementCited, "BuiltIn"), ReplayCase.DigestOf("", ""), now);
        var replay = Replay.Of(version.Id, [known.Judge(version.Id, new Answer("", [], Verdict.CannotTell, VerdictReason.NothingNearEnough, "BuiltIn"), known.Words, new HashSet<Id<Card>> { card.Id })], now);
        Assert.Null(replay.Waive($"It is known. The {CardWord} falsifier hisses.", [known.Id], now).Refusal);
        db.ReplayCases.Add(known);
        db.Replays.Add(replay);
    }

    private async Task BeInterviewedAsync(SkillDistillDb db, Card card, DateTimeOffset now)
    {
        var interview = await db.Interviews.FirstOrDefaultAsync(own => own.OwnerId == Owner) ?? db.Interviews.Add(Interview.Begin(Owner, "2026-11", now)).Entity;
        var answer = InterviewAnswer.To(interview.Id, "map-scope", "", OtherWord, 0);
        answer.Write(AnswerParts.From($"They look for me when {OtherWord} is late."), 0, now);
        answer.ShareWith(Audience.Organisation());
        db.InterviewAnswers.Add(answer);
        db.FieldQuotes.AddRange(FieldQuote.Of(card.Id, new ProposedCard($"map-scope~{OtherWord}", card.Revisions[^1].Text, [new ProposedField(CardField.Action, answer.Id, "", $"when {OtherWord} is late", 17)]), new Dictionary<CardField, int>()));
        db.DiscardedProposals.Add(DiscardedProposal.Of(interview.Id, $"map-scope~~{OtherWord}"));
    }

    private CardText Words(string which) => new()
    {
        Kind = CardKind.Process,
        Title = $"Open the bilge valve ({CardWord} title)",
        Situation = $"The forward pump room holds {which} {CardWord} situation.",
        Action = $"Turn the bilge valve of the forward pump room left by {which} {CardWord} action.",
        Reason = $"Because {which} {CardWord} reason would burst.",
        Threshold = $"At 4 bar of {CardWord} threshold.",
        Exception = $"Not in {CardWord} exception.",
        Falsifier = $"The {CardWord} falsifier hisses.",
        Case = $"In {which} {CardWord} case.",
        AskInstead = $"The {CardWord} desk.",
    };

    private async Task AskAsync(House house, string owner, string colleague)
    {
        var asker = await house.SignedInAsync(colleague);
        await asker.OpenAsync($"/ask/{await house.InStoreAsync(async db => (await db.Agents.FirstAsync(agent => agent.OwnerId == Owner)).Id)}");
        await asker.PressAsync("form[data-ask] button", ("Question", Question));
        Assert.Contains(CardWord, asker.Page.QuerySelector("[data-answer]")!.TextContent, StringComparison.Ordinal);
        Conversation = asker.Location.Split('#')[0];
        await asker.PressAsync("form[action*=Rename] button", ("title", $"Not in {CardWord} exception"));
        var self = await house.SignedInAsync(owner);
        await self.OpenAsync($"/ask/try/{Version}");
        await self.PressAsync("form[data-ask] button", ("Question", Question));
        await self.OpenAsync($"/ask/{await house.InStoreAsync(async db => (await db.Agents.FirstAsync(agent => agent.OwnerId == db.People.First(person => person.Email == "mei@lindenau.example").Id)).Id)}");
        await self.PressAsync("form[data-ask] button", ("Question", $"When do you roll back {OtherWord}?"));
        Assert.True(await house.InStoreAsync(db => db.Turns.CountAsync(turn => turn.AnswerText.Contains(CardWord) && turn.State == TurnState.Answered)) == 2);
    }
}
