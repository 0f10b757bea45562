using SkillDistill.Data;
using SkillDistill.Distillation.Models;
using SkillDistill.Domain.Models;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Models;

/// <summary>Has the model asked one fixed question, and keeps who did, when, and how it went.</summary>
internal sealed class TestConnection(SkillDistillDb db, TryModel model, ModelRecipient recipient, ModelBudget budget, CurrentPerson me, TimeProvider clock)
{
    /// <returns>Null where no external model is configured.</returns>
    public async Task<ConnectionTest?> RunAsync(CancellationToken cancellationToken)
    {
        var (trial, used) = await budget.MeteredAsync(ModelTask.ConnectionTest, null, null, async meter => (await model.AskAsync(meter, cancellationToken), meter.Used));
        if (trial is null || recipient.Name is not { } name)
        {
            return null;
        }

        var test = ConnectionTest.Of(me.Id, name, trial.Problem, trial.First, trial.Whole, used, clock.GetUtcNow());
        db.ConnectionTests.Add(test);
        await db.SaveChangesAsync(cancellationToken);
        return test;
    }
}
