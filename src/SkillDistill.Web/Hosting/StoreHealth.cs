using Microsoft.Extensions.Diagnostics.HealthChecks;
using SkillDistill.Data;

namespace SkillDistill.Web.Hosting;

/// <summary>A node is healthy when it can reach its store.</summary>
internal sealed class StoreHealth(SkillDistillDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
