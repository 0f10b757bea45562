using System.Reflection;
using System.Text.RegularExpressions;
using SkillDistill.Data.Coverage;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Tests.Architecture;

/// <summary>
/// Others' cards are read through the consenting query and nowhere else. Every other file that touches the table is listed here, with what keeps it to
/// the owner's own; a file that is not listed fails, and so does one that is listed for nothing.
/// </summary>
public sealed partial class OneDoorToCards
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["SkillDistill.Data/Consent/ConsentingQueries.cs"] = "the door",
        ["SkillDistill.Data/Consent/ClearAfterWithdrawal.cs"] = "which revisions an encoder read, to forget what it made of them",
        ["SkillDistill.Data/Coverage/CoverageQueries.cs"] = "the door for coverage: of whom agreed to it, days and skills of shared cards; no card and no word of one",
        ["SkillDistill.Data/Credits/GiveCredit.cs"] = "whose the cited cards are; no word of them",
        ["SkillDistill.Data/Erasures/EraseAnswers.cs"] = "the words of cards about to be erased, to find what repeats them",
        ["SkillDistill.Data/Erasures/EraseCards.cs"] = "erases the owner's",
        ["SkillDistill.Data/Erasures/EraseProfile.cs"] = "erases the owner's",
        ["SkillDistill.Data/Erasures/EraseSources.cs"] = "forgets what the owner's came from",
        ["SkillDistill.Data/Erasures/RequestErasure.cs"] = "erases the owner's",
        ["SkillDistill.Data/Handovers/HandoverQueries.cs"] = "those that an owner leaves to whoever agreed to take their role over, once it is time",
        ["SkillDistill.Data/Profiles/EventsComingAbout.cs"] = "lets cards be past their review date whose owners chose that by an event; reads none and tells nothing",
        ["SkillDistill.Data/Profiles/Indexing/IndexQueries.cs"] = "published cards, for the index that proposes what the door then gives or not; shows them to nobody",
        ["SkillDistill.Data/SkillDistillDb.cs"] = "names the set",
        ["SkillDistill.Web/Demo/DemoOrganisation.cs"] = "writes the invented people's cards",
        ["SkillDistill.Web/Pages/Agents/DifferenceView.cs"] = "the owner's versions",
        ["SkillDistill.Web/Pages/Agents/DistilVersion.cs"] = "the owner's own, to distil",
        ["SkillDistill.Web/Pages/Agents/EncodeCards.cs"] = "the words of pinned cards, for the encoder in this process or, asking the consent room first, one outside; shows them to nobody",
        ["SkillDistill.Web/Pages/Agents/ExplainAnswer.cs"] = "the owner's own, to say why they are weighed or not",
        ["SkillDistill.Web/Pages/Agents/OwnCardRow.cs"] = "the owner's own",
        ["SkillDistill.Web/Pages/Agents/ReplayVersion.cs"] = "which cards the owner still has",
        ["SkillDistill.Web/Pages/Agents/VersionView.cs"] = "the owner's versions",
        ["SkillDistill.Web/Pages/Ask/AnswerSources.cs"] = "the owner's trial; others by the door",
        ["SkillDistill.Web/Pages/Ask/ReadConversation.cs"] = "the owner's trial; others by the door",
        ["SkillDistill.Web/Pages/Cards/CardDrafts.cs"] = "the owner's own",
        ["SkillDistill.Web/Pages/Cards/CardList.cs"] = "the owner's own",
        ["SkillDistill.Web/Pages/Cards/History.cshtml.cs"] = "the owner's own",
        ["SkillDistill.Web/Pages/Cards/OwnCardQueries.cs"] = "the owner's own, by definition",
        ["SkillDistill.Web/Pages/Cards/Rearranging/SplitDraft.cs"] = "writes the owner's draft",
        ["SkillDistill.Web/Pages/Cards/Show.cshtml.cs"] = "the owner's own",
        ["SkillDistill.Web/Pages/Cards/WriteCard.cs"] = "the owner's own",
        ["SkillDistill.Web/Pages/Disagreements/ReadDisagreements.cs"] = "the signed-in owner's own cards, by the skills that disagreements are about",
        ["SkillDistill.Web/Pages/Erasures/Source.cshtml.cs"] = "how many the owner made of a source of theirs",
        ["SkillDistill.Web/Pages/Index.cshtml.cs"] = "whether the owner has any",
        ["SkillDistill.Web/Pages/Interviews/Inbox/GapsForMe.cs"] = "the owner drafts a card of a reply of their own",
        ["SkillDistill.Web/Pages/Interviews/KeepProposals.cs"] = "writes the owner's drafts",
        ["SkillDistill.Web/Pages/Interviews/Proposals.cs"] = "the owner's own, made of their answers",
        ["SkillDistill.Web/Pages/Interviews/ShareAnswers.cs"] = "the owner's own",
        ["SkillDistill.Web/Pages/Notifications/RemindByClock.cs"] = "which owners have one past its review date, to tell them",
        ["SkillDistill.Web/Pages/Profiles/Export/BringProfile.cs"] = "writes the owner's own, taken along from elsewhere",
        ["SkillDistill.Web/Pages/Profiles/Export/ProfileDocument.cs"] = "the owner's own, to take along",
        ["SkillDistill.Web/Pages/Profiles/ProfileGlance.cs"] = "the owner's own",
        ["SkillDistill.Web/Pages/Sources/AcceptDrafts.cs"] = "the owner's drafts",
        ["SkillDistill.Web/Pages/Sources/DecideStatements.cs"] = "writes the owner's drafts",
        ["SkillDistill.Web/Pages/Sources/Document.cshtml.cs"] = "the owner's drafts",
        ["SkillDistill.Web/Pages/Sources/ImportSource.cs"] = "writes the owner's drafts",
        ["SkillDistill.Web/Pages/Sources/Messages/ChooseMessages.cs"] = "writes the owner's drafts",
        ["SkillDistill.Web/Pages/Sources/Show.cshtml.cs"] = "the owner's drafts",
        ["SkillDistill.Web/Pages/Sources/SourceDrafts.cs"] = "the owner's drafts",
        ["SkillDistill.Web/Pages/Sources/SourceRow.cs"] = "the owner's drafts",
    };

    [Fact]
    public void Every_place_that_touches_the_cards_is_known_and_says_why()
    {
        var touching = SourceCode.Files(".cs").Concat(SourceCode.Files(".cshtml"))
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal) && Touches().IsMatch(File.ReadAllText(file)))
            .Select(file => SourceCode.Name(file)["src/".Length..]);

        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), touching.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_coverage_is_given_of_cards_is_people_skills_kinds_and_days()
    {
        var given = typeof(CoverageQueries).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(query => query.ReturnType.GetGenericArguments().Single()).ToList();

        Assert.Equal(2, given.Count);
        Assert.All(given.SelectMany(row => row.GetProperties()), column => Assert.Contains(column.PropertyType, new[] { typeof(Id<Person>), typeof(Id<Skill>), typeof(CardKind), typeof(DateTimeOffset) }));
    }

    /// <summary>The sets, and SQL that names the tables.</summary>
    [GeneratedRegex(@"\b(Cards|CardRevisions|CardPassages|PinnedCards)\s*=>\s*Set|\bdb\.(Cards|CardRevisions|CardPassages)\b|Set<Card(Revision|Passage)?>|\bcard_revisions\b|\bFROM cards\b", RegexOptions.IgnoreCase)]
    private static partial Regex Touches();
}
