using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.People;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.Credits;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.Deployment;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Handovers;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Models;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data;

/// <summary>
/// The one store, as repository and unit of work. Two thin heirs, <see cref="Stores.SqliteDb"/> and <see cref="Stores.PostgresDb"/>,
/// hold what differs. Others' cards are read through <see cref="Consent.ConsentingQueries"/> only.
/// </summary>
public abstract class SkillDistillDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<HistoryEntry> HistoryEntries => Set<HistoryEntry>();

    public DbSet<Skill> Skills => Set<Skill>();

    public DbSet<SkillChange> SkillChanges => Set<SkillChange>();

    public DbSet<Proficiency> Proficiencies => Set<Proficiency>();

    public DbSet<Confirmation> Confirmations => Set<Confirmation>();

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<CardRevision> CardRevisions => Set<CardRevision>();

    public DbSet<CardPassage> CardPassages => Set<CardPassage>();

    public DbSet<CardMeaning> CardMeanings => Set<CardMeaning>();

    public DbSet<IndexedCard> IndexedCards => Set<IndexedCard>();

    public DbSet<IndexedTerm> IndexedTerms => Set<IndexedTerm>();

    public DbSet<IndexingDue> IndexingDue => Set<IndexingDue>();

    public DbSet<IndexStatistics> IndexStatistics => Set<IndexStatistics>();

    public DbSet<TermCount> TermCounts => Set<TermCount>();

    public DbSet<ExpectedEvent> ExpectedEvents => Set<ExpectedEvent>();

    public DbSet<Forecast> Forecasts => Set<Forecast>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<SourceDocument> SourceDocuments => Set<SourceDocument>();

    public DbSet<MailboxReading> MailboxReadings => Set<MailboxReading>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<Interview> Interviews => Set<Interview>();

    public DbSet<ProtocolEdition> ProtocolEditions => Set<ProtocolEdition>();

    public DbSet<InterviewAnswer> InterviewAnswers => Set<InterviewAnswer>();

    public DbSet<FieldQuote> FieldQuotes => Set<FieldQuote>();

    public DbSet<DiscardedProposal> DiscardedProposals => Set<DiscardedProposal>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<PutOffQuestion> PutOffQuestions => Set<PutOffQuestion>();

    public DbSet<ConsentStream> ConsentStreams => Set<ConsentStream>();

    public DbSet<Domain.Consent.Consent> Consents => Set<Domain.Consent.Consent>();

    public DbSet<Stop> Stops => Set<Stop>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<Checkpoint> Checkpoints => Set<Checkpoint>();

    public DbSet<LedgerCheck> LedgerChecks => Set<LedgerCheck>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<PublishedNotice> Notices => Set<PublishedNotice>();

    public DbSet<Agent> Agents => Set<Agent>();

    public DbSet<AgentVersion> AgentVersions => Set<AgentVersion>();

    public DbSet<PinnedCard> PinnedCards => Set<PinnedCard>();

    public DbSet<ReplayCase> ReplayCases => Set<ReplayCase>();

    public DbSet<Replay> Replays => Set<Replay>();

    public DbSet<ReplayResult> ReplayResults => Set<ReplayResult>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Turn> Turns => Set<Turn>();

    public DbSet<Citation> Citations => Set<Citation>();

    public DbSet<Gap> Gaps => Set<Gap>();

    public DbSet<Disagreement> Disagreements => Set<Disagreement>();

    public DbSet<DisputedCard> DisputedCards => Set<DisputedCard>();

    public DbSet<Credit> Credits => Set<Credit>();

    public DbSet<CreditedCard> CreditedCards => Set<CreditedCard>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<NotificationSettings> NotificationSettings => Set<NotificationSettings>();

    public DbSet<ModelDay> ModelDays => Set<ModelDay>();

    public DbSet<ModelAllowance> ModelAllowances => Set<ModelAllowance>();

    public DbSet<ConnectionTest> ConnectionTests => Set<ConnectionTest>();

    public DbSet<SecondOpinion> SecondOpinions => Set<SecondOpinion>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<ErasureStep> ErasureSteps => Set<ErasureStep>();

    public DbSet<Target> Targets => Set<Target>();

    public DbSet<Crowd> Crowds => Set<Crowd>();

    public DbSet<CrowdMember> CrowdMembers => Set<CrowdMember>();

    public DbSet<CrowdCount> CrowdCounts => Set<CrowdCount>();

    public DbSet<CoverageCell> CoverageCells => Set<CoverageCell>();

    public DbSet<CoverageTotals> CoverageTotals => Set<CoverageTotals>();

    public DbSet<CoverageDue> CoverageDue => Set<CoverageDue>();

    public DbSet<CoverageLook> CoverageLooks => Set<CoverageLook>();

    public DbSet<CoverageMonth> CoverageMonths => Set<CoverageMonth>();

    public DbSet<QuarterShares> QuarterShares => Set<QuarterShares>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<DecisionComment> DecisionComments => Set<DecisionComment>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<DeploymentRecord> DeploymentRecords => Set<DeploymentRecord>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The store's own lower case, for searching in a query; SQLite knows the letters of ASCII only.</summary>
    /// <exception cref="NotSupportedException">Called outside a query.</exception>
    [DbFunction("lower", IsBuiltIn = true)]
    public static string Lower(string text) => throw new NotSupportedException("Only in a query.");

    /// <summary>Waits until nobody else holds the lock of this name, and holds others off until the transaction ends.</summary>
    public abstract Task LockAsync(string name, CancellationToken cancellationToken);

    /// <summary>Waits until nobody else decides on this person's stream and nobody publishes a notice, and holds both off until the transaction ends.</summary>
    internal abstract Task LockStreamAsync(Id<Person> subject, CancellationToken cancellationToken);

    /// <summary>Waits until nobody decides on any stream, and holds everybody off until the transaction ends.</summary>
    internal abstract Task LockNoticesAsync(CancellationToken cancellationToken);

    /// <summary>Enters terms in the index, many at once and past the change tracker; within a transaction.</summary>
    internal abstract Task AppendAsync(IReadOnlyCollection<IndexedTerm> terms, CancellationToken cancellationToken);

    /// <summary>Sees to it that what was deleted before is not left lying in the store's own files, as far as the store can; outside any transaction.</summary>
    /// <exception cref="TimeoutException">Somebody kept on reading what was there before. Try again later.</exception>
    public abstract Task OverwriteDeletedAsync(CancellationToken cancellationToken);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.ApplyConfigurationsFromAssembly(typeof(SkillDistillDb).Assembly);
        IdConverters.LeaveKeysToTheDomain(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        IdConverters.Register(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
