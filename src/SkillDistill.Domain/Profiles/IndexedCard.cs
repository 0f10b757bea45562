using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Profiles;

/// <summary>
/// A published card in the index by which "who knows about this" is looked up: whom it may reach, and its words as numbers. Made of the card and nothing else, it can be made anew at any time,
/// and goes with the card, its publication or its owner's consent. It only proposes: what an asker is given is the consenting query's word at that moment.
/// </summary>
public sealed class IndexedCard
{
    private IndexedCard()
    {
    }

    public Id<CardRevision> RevisionId { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    /// <summary>Under which key an asker finds it, see <see cref="IndexReach"/>.</summary>
    public Guid Reach { get; private set; }

    /// <summary>A digest of its words and their weights, by which is known that it is up to date.</summary>
    public long Digest { get; private set; }

    public static IndexedCard Of(Id<CardRevision> revision, Id<Person> owner, Guid reach, IReadOnlyList<WeighedTerm> terms) =>
        new() { RevisionId = revision, OwnerId = owner, Reach = reach, Digest = DigestOf(terms) };

    /// <summary>Whether nothing would be different if it were made anew.</summary>
    public bool IsOf(Guid reach, IReadOnlyList<WeighedTerm> terms) => Reach == reach && Digest == DigestOf(terms);

    /// <summary>The rows by which it is found.</summary>
    public IEnumerable<IndexedTerm> Terms(IReadOnlyList<WeighedTerm> terms) => terms.Select(term => new IndexedTerm(term.Code, Reach, term.Weight, RevisionId));

    // Any order of the terms gives the same.
    private static long DigestOf(IReadOnlyList<WeighedTerm> terms) => terms.Aggregate(terms.Count * 1L, (digest, term) => unchecked(digest + ((term.Code ^ (term.Weight * 0x61C8864680B583EBL)) * -7046029254386353131L)));
}

/// <summary>A term of a card: its code, which is no word, and how much the card is about it.</summary>
/// <param name="Weight">Its frequency after saturation, 1 to <see cref="Most"/>.</param>
public readonly record struct WeighedTerm(long Code, short Weight)
{
    public const short Most = 10_000;
}

/// <summary>That a card holds a term, for whoever has this key.</summary>
public sealed record IndexedTerm(long Term, Guid Reach, short Weight, Id<CardRevision> RevisionId);
