using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Data.Consent;

/// <summary>
/// The key that signs the ledger now. It lives in the store, its private half under Data Protection, and is looked up anew after a minute, so that a
/// rotation on one node reaches the others. Published keys stay for ever.
/// </summary>
public sealed class LedgerKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private (LedgerKey Key, DateTimeOffset Until)? _known;

    private IDataProtector Protector => protection.CreateProtector("SkillDistill.Consent.Ledger");

    /// <summary>The key to sign with; the first is made when there is none.</summary>
    public async Task<LedgerKey> CurrentAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_known is not { } known || known.Until <= clock.GetUtcNow())
            {
                known = (await LoadAsync(cancellationToken), clock.GetUtcNow() + KnownFor);
                _known = known;
            }

            return known.Key;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Makes a new key and forgets the private half of those before. What they signed stays verifiable.</summary>
    public async Task<string> RotateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SkillDistillDb>();
        var next = Make(db);
        foreach (var key in await db.SigningKeys.Where(key => key.RetiredAt == null).ToListAsync(cancellationToken))
        {
            key.Retire(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        _known = null;
        return next.Id;
    }

    public void Dispose() => _gate.Dispose();

    private async Task<LedgerKey> LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SkillDistillDb>();
        var stored = await db.SigningKeys.AsNoTracking().Where(key => key.RetiredAt == null).OrderByDescending(key => key.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            stored = Make(db);
            await db.SaveChangesAsync(cancellationToken);
        }

        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Protector.Unprotect(Convert.FromBase64String(stored.ProtectedPrivateKey!)), out _);
        return new LedgerKey(stored.Id, key);
    }

    private SigningKey Make(SkillDistillDb db)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = SigningKey.Of(key, secret => Convert.ToBase64String(Protector.Protect(secret)), clock.GetUtcNow());
        db.SigningKeys.Add(made);
        return made;
    }
}

/// <summary>A private key and the id under which its public half is published.</summary>
public sealed record LedgerKey(string Id, ECDsa Key);
