using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;
using SkillDistill.Data.Profiles.Indexing;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Agents.Indexing;

/// <summary>
/// Brings the index of published cards in line with what has changed, as the notes say that were written with each change. A note is taken away only after that was looked at which it tells of: whatever changes meanwhile
/// has left a note of its own. The first time, that is everybody who has published.
/// </summary>
internal sealed class IndexCards(SkillDistillDb db, IndexOwners index, CountIndex count, TimeProvider clock) : IChore
{
    // Kept as it goes, so that stopping loses little, and on the embedded store nobody waits for long.
    public const int OwnersTogether = 50;

    private const int NotesTogether = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await db.IndexingDue.AsNoTracking().OrderBy(due => due.Id).Take(NotesTogether).ToListAsync(cancellationToken) is { Count: > 0 } notes)
        {
            foreach (var owners in (await OwnersAsync(notes, cancellationToken)).Chunk(OwnersTogether))
            {
                await index.RunAsync(owners, clock.GetUtcNow(), cancellationToken);
            }

            var done = notes.ConvertAll(note => note.Id);
            await db.IndexingDue.Where(due => done.Contains(due.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        await count.IfDueAsync(cancellationToken);
    }

    private async Task<IEnumerable<Id<Person>>> OwnersAsync(List<IndexingDue> notes, CancellationToken cancellationToken)
    {
        var skills = notes.Select(note => note.SkillId).OfType<Id<Domain.Skills.Skill>>().ToList();
        var tagged = skills.Count == 0 ? [] : await db.OwnersIndexedWithAsync(skills, cancellationToken);
        return notes.Select(note => note.OwnerId).OfType<Id<Person>>().Concat(tagged).Distinct();
    }
}
