using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Profiles;

/// <summary>What kind of material was brought in; it decides how the owner goes through it.</summary>
public enum SourceKind
{
    /// <summary>The owner's own Markdown or plain text: becomes draft cards at once.</summary>
    Notes,

    /// <summary>A colleague-skill that somebody made of the owner: gone through sentence by sentence first.</summary>
    ColleagueSkill,

    /// <summary>Messages that the owner wrote, a document each: the owner chooses those that become drafts.</summary>
    Messages,
}

/// <summary>Material an owner brought in at one moment: one or more documents, kept as they came.</summary>
public sealed class Source
{
    public const int NameLength = 200;

    private readonly List<SourceDocument> _documents = [];
    private readonly List<Statement> _statements = [];

    private Source()
    {
    }

    public Id<Source> Id { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    public SourceKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset ImportedAt { get; private set; }

    public IReadOnlyList<SourceDocument> Documents => _documents;

    public IReadOnlyList<Statement> Statements => _statements;

    public static Source Import(Id<Person> owner, SourceKind kind, string name, DateTimeOffset now) => new()
    {
        Id = Id<Source>.New(),
        OwnerId = owner,
        Kind = kind,
        Name = name.Length > NameLength ? name[..NameLength].ToWellFormed() : name,
        ImportedAt = now,
    };

    public SourceDocument Add(string path, string text)
    {
        var document = SourceDocument.Keep(Id, _documents.Count + 1, path, text);
        _documents.Add(document);
        return document;
    }

    /// <summary>A source as its owner took it along from another installation; documents and sentences are put back into it one by one.</summary>
    public static Source Restore(Id<Source> id, Id<Person> owner, SourceKind kind, string name, DateTimeOffset importedAt)
    {
        var source = Import(owner, kind, name, importedAt);
        source.Id = id;
        return source;
    }

    /// <param name="sha256">Of the text as it once came; what was erased in it since is a black bar.</param>
    public void PutBack(Id<SourceDocument> id, string path, string text, string sha256) => _documents.Add(SourceDocument.Restore(id, Id, _documents.Count + 1, path, text, sha256));

    /// <param name="card">The card it became.</param>
    public void PutBack(StatementKind kind, StatementDecision decision, Id<Card>? card, Provenance provenance) => _statements.Add(Statement.Restore(Id, _statements.Count + 1, kind, provenance, decision, card));

    /// <summary>One document more, where those before it are not at hand.</summary>
    /// <param name="before">How many there are.</param>
    public SourceDocument Append(int before, string path, string text) => SourceDocument.Keep(Id, before + 1, path, text);

    /// <summary>Puts a sentence before the owner.</summary>
    public void Put(SourceDocument document, StatementKind kind, string place, string quote, int start) =>
        _statements.Add(Statement.Of(Id, _statements.Count + 1, kind, new Provenance(document.Id, place, quote, start)));
}
