using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Erasures;

/// <summary>
/// Held, until the transaction ends, by whoever erases words of an owner's, and by whoever is about to keep words of theirs in another place: an
/// answer. So that no answer is kept of what was erased while it was worded.
/// </summary>
public static class WordsLock
{
    public static Task LockWordsOfAsync(this SkillDistillDb db, Id<Person> owner, CancellationToken cancellationToken) => db.LockAsync($"words:{owner}", cancellationToken);
}
