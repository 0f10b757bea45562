using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Handovers;

/// <summary>Where a card of one's own came with the role: since when, and who wrote its first words, where they left their name on it.</summary>
internal sealed class ReadRoleNotes(SkillDistillDb db)
{
    public async Task<RoleNote?> OfAsync(Card card, CancellationToken cancellationToken) => card.FromRoleSince is { } since
        ? new RoleNote(since, card is { FirstAuthorId: { } author, RevisionNumber: 1 } ? await db.People.Where(person => person.Id == author).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken) : null)
        : null;
}

/// <param name="FirstAuthor">Null where nobody left their name, or the words are not theirs any more.</param>
internal sealed record RoleNote(DateTimeOffset Since, string? FirstAuthor);
