using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Reading.ColleagueSkills;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Deployment;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>
/// Reads what an owner brought in and keeps it with everything made of it, or keeps nothing: notes become draft cards, a colleague-skill becomes
/// statements for the owner to decide on.
/// </summary>
internal sealed class ImportSource(SkillDistillDb db, DeploymentGate gate, PdfApart pdf, TimeProvider clock)
{
    /// <summary>More than anybody goes through by hand. A book goes in by chapters.</summary>
    public const int ProposalLimit = 2000;

    /// <summary>The same documents again within so long are the same press of a button, not a second wish.</summary>
    public static readonly TimeSpan SameWish = TimeSpan.FromMinutes(10);

    /// <param name="name">What to call it; where null, the file, folder or archive names it.</param>
    public async Task<Outcome<ImportedSource>> FromAsync(Id<Person> owner, IReadOnlyList<UploadedFile> files, string? name, CancellationToken cancellationToken)
    {
        if (!await gate.IsOpenAsync(cancellationToken))
        {
            return new WorkforceNotInformed();
        }

        var opened = Unpack.Open(files, pdf.Of);
        if (opened.Refused(out var refusal))
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var source = Source.Import(owner, opened.Value.Kind, name ?? NameOf(opened.Value), now);
        var documents = opened.Value.Documents.ToDictionary(document => document.Path, document => source.Add(document.Path, document.Text));
        var read = source.Kind == SourceKind.ColleagueSkill ? Put(source, Kept(opened.Value, documents), documents) : Draft(source, now);
        if (read.Refused(out refusal))
        {
            return refusal;
        }

        return await KeepAsync(source, read.Value, opened.Value.Skipped, cancellationToken);
    }

    /// <summary>Three files chosen one by one have no folder to be named after, but a colleague-skill says whom it is about.</summary>
    private static string NameOf(Upload upload)
    {
        if (upload.Kind != SourceKind.ColleagueSkill || upload.Documents.FirstOrDefault(document => document.Path == "meta.json") is not { } meta)
        {
            return upload.Name;
        }

        using var json = JsonDocument.Parse(meta.Text);
        return json.RootElement.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 } known ? known : upload.Name;
    }

    private static Outcome<List<Card>> Draft(Source source, DateTimeOffset now)
    {
        var cards = new List<Card>();
        foreach (var document in source.Documents)
        {
            cards.AddRange(ReadNotes.Propose(document.Path, document.Text).Select(proposal =>
                Card.Draft(source.OwnerId, proposal.Text, new Provenance(document.Id, proposal.Place, proposal.Quote, proposal.Start), now).Value));
            if (cards.Count > ProposalLimit)
            {
                return new TooMuchToGoThrough(ProposalLimit);
            }
        }

        return cards.Count == 0 ? new NothingToDraft() : cards;
    }

    /// <summary>As the documents are kept, without what is not.</summary>
    private static Upload Kept(Upload upload, Dictionary<string, SourceDocument> documents) =>
        upload with { Documents = [.. upload.Documents.Select(document => document with { Text = documents[document.Path].Text })] };

    private static Outcome<List<Card>> Put(Source source, Upload upload, Dictionary<string, SourceDocument> documents)
    {
        var proposed = ReadColleagueSkill.Propose(upload);
        if (proposed.Refused(out var refusal))
        {
            return refusal;
        }

        foreach (var statement in proposed.Value)
        {
            source.Put(documents[statement.Path], statement.Kind, statement.Place, statement.Quote, statement.Start);
        }

        return proposed.Value.Count > ProposalLimit ? new TooMuchToGoThrough(ProposalLimit) : new List<Card>();
    }

    private async Task<ImportedSource> KeepAsync(Source source, List<Card> cards, IReadOnlyList<string> skipped, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await StandInLineAsync(source.OwnerId, cancellationToken);
        if (await FindSameAsync(source, cancellationToken) is { } known)
        {
            return new ImportedSource(known, source.Kind, WasThere: true, source.Documents.Count, 0, [], 0);
        }

        db.Sources.Add(source);
        db.Cards.AddRange(cards);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ImportedSource(source.Id, source.Kind, WasThere: false, source.Documents.Count, cards.Count + source.Statements.Count, skipped, source.Documents.Sum(document => document.Credentials));
    }

    /// <summary>Touching the owner's row makes a second import of theirs wait for the first, on both stores.</summary>
    private Task<int> StandInLineAsync(Id<Person> owner, CancellationToken cancellationToken) =>
        db.People.Where(person => person.Id == owner).ExecuteUpdateAsync(row => row.SetProperty(person => person.JobTitle, person => person.JobTitle), cancellationToken);

    private async Task<Id<Source>?> FindSameAsync(Source source, CancellationToken cancellationToken)
    {
        var since = source.ImportedAt - SameWish;
        var recent = await db.Sources.AsNoTracking()
            .Where(known => known.OwnerId == source.OwnerId && known.Kind == source.Kind && known.ImportedAt > since)
            .Select(known => new { known.Id, Digests = known.Documents.Select(document => document.Sha256).ToList() })
            .ToListAsync(cancellationToken);
        var digests = source.Documents.Select(document => document.Sha256).Order(StringComparer.Ordinal).ToList();
        return recent.Find(known => known.Digests.Order(StringComparer.Ordinal).SequenceEqual(digests))?.Id;
    }
}

/// <summary>What came of an import.</summary>
/// <param name="WasThere">Whether the same documents had been brought in a moment ago, so that nothing was done again.</param>
/// <param name="Proposals">Draft cards or statements made.</param>
/// <param name="Credentials">Passwords and keys that were blacked out.</param>
internal sealed record ImportedSource(Id<Source> Id, SourceKind Kind, bool WasThere, int Documents, int Proposals, IReadOnlyList<string> Skipped, int Credentials);

/// <summary>Nothing but links, pictures or headings.</summary>
internal sealed record NothingToDraft : UploadRefusal;

internal sealed record TooMuchToGoThrough(int Limit) : UploadRefusal
{
    public override IReadOnlyList<object> Arguments => [Limit];
}
