using SkillDistill.Data.Erasures;

namespace SkillDistill.Web.Pages.Erasures;

/// <summary>Finishes an erasure in the background of this node as soon as it is wished. What does not work now is left to the chore, which comes by anyway.</summary>
internal sealed class ErasureDesk(IServiceScopeFactory scopes, ILogger<ErasureDesk> logger) : BackgroundService
{
    private readonly SemaphoreSlim _wishes = new(0);

    /// <summary>Something was erased: begin, without waiting for it.</summary>
    public void Begin() => _wishes.Release();

    public override void Dispose()
    {
        _wishes.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _wishes.WaitAsync(stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<FinishErasures>().RunAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                logger.LogWarning("An erasure could not be finished at once: {Kind}.", broken.GetType().Name);
            }
        }
    }
}
