using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Distillation.Models;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain.Models;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Models;

/// <summary>
/// Which model words answers and which encoder finds cards, whether they answer, and what the model took. Totals of the whole installation only: by agent they would say whose owner agreed to the model and how much each is asked,
/// and by person how much each asks, and all of that is theirs.
/// </summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class IndexModel(
    SkillDistillDb db, IOptions<ModelOptions> options, IOptions<EncoderOptions> encoder, TestConnection test, TimeProvider clock, IStringLocalizer<ModelsText> text) : PageModel
{
    private const int Days = 31;
    private const int Tests = 5;

    /// <summary>The settings; of the key only whether there is one.</summary>
    public ModelOptions Options => options.Value;

    public EncoderOptions Encoder => encoder.Value;

    public bool IsAnythingOutside => IsExternal || Encoder.IsOutside;

    /// <summary>How long the test may take, in seconds.</summary>
    public int LongestTest => (IsExternal ? Options.TimeoutSeconds : 0) + (Encoder.IsOutside ? 2 * (int)EncoderOptions.ForMany(TimeSpan.FromSeconds(Encoder.TimeoutSeconds)).TotalSeconds : 0);

    public bool IsExternal => Options.Provider != ModelProvider.BuiltIn;

    public IReadOnlyList<TestRow> LastTests { get; private set; } = [];

    /// <summary>Newest day first; days without any use are left out.</summary>
    public IReadOnlyList<ModelDay> Used { get; private set; } = [];

    public long UsedToday => Used.Where(day => day.Day == ModelBudget.Day(clock.GetUtcNow())).Sum(day => day.InputTokens + day.OutputTokens);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <summary>The result is among the tests that the page shows, so a reload asks nothing again.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellationToken) =>
        await test.RunAsync(cancellationToken) ? RedirectToPage(null, null, null, "test") : NotFound();

    /// <summary>What can be done about it, by the settings of the one that was tried.</summary>
    public string Advice(ConnectionTest tried, ModelProblem problem)
    {
        var isEncoder = tried.Model == Encoder.Recipient && tried.First is null && tried.Model != Options.Recipient;
        return isEncoder && text[$"Problem.{problem}.Encoder"] is { ResourceNotFound: false } own ? own : text[$"Problem.{problem}.Do", isEncoder ? EncoderOptions.Section : ModelOptions.Section];
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var since = ModelBudget.Day(clock.GetUtcNow()).AddDays(1 - Days);
        Used = await db.ModelDays.AsNoTracking().Where(day => day.Day >= since).OrderByDescending(day => day.Day).ThenBy(day => day.Task).ToListAsync(cancellationToken);
        LastTests = await db.ConnectionTests.AsNoTracking().OrderByDescending(row => row.At).Take(Tests)
            .Select(row => new TestRow(row, db.People.Where(person => person.Id == row.ById).Select(person => person.Name).FirstOrDefault())).ToListAsync(cancellationToken);
    }
}

/// <param name="By">Null once that person is gone.</param>
internal sealed record TestRow(ConnectionTest Test, string? By);
