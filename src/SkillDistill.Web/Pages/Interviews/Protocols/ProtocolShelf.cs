using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>All questions that anybody can be asked: the shipped protocols, and the organisation's editions of them.</summary>
internal sealed class ProtocolShelf(SkillDistillDb db, ShippedProtocols shipped)
{
    /// <summary>
    /// What a new interview begins with: the organisation's newest edition, even where the product has brought newer questions since, because what an organisation hid must not
    /// come back by an update. Without an edition, the newest that is shipped.
    /// </summary>
    public async Task<Protocol> NewestAsync(CancellationToken cancellationToken) => await LastEditionAsync(cancellationToken) is { } edition ? Of(edition) : shipped.Newest;

    /// <summary>Null where there is no such version.</summary>
    public async Task<Protocol?> FindAsync(string version, CancellationToken cancellationToken)
    {
        if (shipped.Find(version) is { } found)
        {
            return found;
        }

        var plus = version.LastIndexOf('+');
        return plus > 0 && int.TryParse(version[(plus + 1)..], out var number)
            && await db.ProtocolEditions.AsNoTracking().FirstOrDefaultAsync(edition => edition.Number == number, cancellationToken) is { } made && made.Version == version
            ? Of(made)
            : null;
    }

    public Task<ProtocolEdition?> LastEditionAsync(CancellationToken cancellationToken) =>
        db.ProtocolEditions.AsNoTracking().OrderByDescending(edition => edition.Number).FirstOrDefaultAsync(cancellationToken);

    private Protocol Of(ProtocolEdition edition) => edition.Of(shipped.Find(edition.Shipped) ?? shipped.Newest);
}
