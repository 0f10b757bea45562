using System.Diagnostics;
using SkillDistill.Data;
using SkillDistill.Distillation.Models;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain.Models;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Models;

/// <summary>Has the model asked one fixed question and the encoder read a few texts of the product's own, as far as they are outside, and keeps who did, when, and how it went.</summary>
internal sealed class TestConnection(SkillDistillDb db, TryModel model, Encoders encoders, ModelRecipient recipient, ModelBudget budget, CurrentPerson me, TimeProvider clock)
{
    /// <returns>False where nothing outside is configured.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var tests = new[] { await OfModelAsync(cancellationToken), await OfEncoderAsync(cancellationToken) }.OfType<ConnectionTest>().ToList();
        db.ConnectionTests.AddRange(tests);
        await db.SaveChangesAsync(cancellationToken);
        return tests.Count > 0;
    }

    private async Task<ConnectionTest?> OfModelAsync(CancellationToken cancellationToken)
    {
        var (trial, used) = await budget.MeteredAsync(ModelTask.ConnectionTest, null, null, async meter => (await model.AskAsync(meter, cancellationToken), meter.Used));
        return trial is null || recipient.Words is not { } name ? null : ConnectionTest.Of(me.Id, name, trial.Problem, trial.First, trial.Whole, used, clock.GetUtcNow());
    }

    private async Task<ConnectionTest?> OfEncoderAsync(CancellationToken cancellationToken)
    {
        if (encoders.Outside is not { } encoder)
        {
            return null;
        }

        var watch = Stopwatch.StartNew();
        var problem = await encoder.TryAsync(cancellationToken);
        return ConnectionTest.Of(me.Id, encoder.Name, problem, null, watch.Elapsed, null, clock.GetUtcNow());
    }
}
