using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain.Credits;

namespace SkillDistill.Web.Pages.Credits;

/// <summary>What came of what the signed-in person recorded. Nobody else has a page like this about them, and nothing on it compares them with anybody.</summary>
internal sealed class IndexModel(ReadCredit read) : PageModel
{
    private const int MonthsShown = 12;

    /// <summary>This month, whether anything came of it or not.</summary>
    public CreditMonth Now { get; private set; } = null!;

    /// <summary>The last twelve months, the eldest first, with those in which nothing came of it.</summary>
    public IReadOnlyList<CreditMonth> Year { get; private set; } = [];

    public bool IsEmpty { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var months = (await read.MonthsAsync(cancellationToken)).ToDictionary(month => month.First);
        Year = [.. Enumerable.Range(1 - MonthsShown, MonthsShown).Select(read.Now.AddMonths).Select(first => months.GetValueOrDefault(first) ?? new CreditMonth(first))];
        (Now, IsEmpty) = (Year[^1], months.Count == 0);
    }
}
