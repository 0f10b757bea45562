using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Audit;

/// <summary>Whether the ledger of consent is whole: the last verifications, and a press that does one now. Says nothing of any decision.</summary>
[Authorize(PeopleAuthorization.Auditor)]
internal sealed class LedgerModel(SkillDistillDb db, VerifyLedger verify) : PageModel
{
    private const int Shown = 30;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<LedgerCheck> Checks { get; private set; } = [];

    /// <summary>The number of a checkpoint to look up: somebody kept its hash and compares.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public CheckpointLook? Newest { get; private set; }

    /// <summary>The one that was asked for; null where there is none of that number.</summary>
    public CheckpointLook? Found { get; private set; }

    public static Task<CheckpointLook?> NewestAsync(SkillDistillDb db, CancellationToken cancellationToken) =>
        Looks(db.Checkpoints.OrderByDescending(checkpoint => checkpoint.Number)).FirstOrDefaultAsync(cancellationToken);

    public static async Task<IReadOnlyList<LedgerCheck>> LastAsync(SkillDistillDb db, CancellationToken cancellationToken) =>
        await db.LedgerChecks.AsNoTracking().OrderByDescending(check => check.At).ThenByDescending(check => check.Id).Take(Shown).ToListAsync(cancellationToken);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Checks = await LastAsync(db, cancellationToken);
        Newest = await NewestAsync(db, cancellationToken);
        Found = Number is { } number ? await Looks(db.Checkpoints.Where(checkpoint => checkpoint.Number == number)).FirstOrDefaultAsync(cancellationToken) : null;
    }

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        await verify.RunAsync(cancellationToken);
        return this.Again();
    }

    private static IQueryable<CheckpointLook> Looks(IQueryable<Checkpoint> checkpoints) => checkpoints.AsNoTracking().Select(checkpoint => new CheckpointLook(
        checkpoint.Number, checkpoint.At, checkpoint.Streams, checkpoint.Entries, checkpoint.Hash, checkpoint.PreviousHash, checkpoint.KeyId, checkpoint.Signature));
}

/// <summary>A checkpoint without the heads it signs, which would tell how often each pseudonym decided; its hash covers them.</summary>
internal sealed record CheckpointLook(int Number, DateTimeOffset At, int Streams, long Entries, string Hash, string PreviousHash, string KeyId, string Signature);
