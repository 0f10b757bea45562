using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>The owner's answers beside their agent's, for the owner alone. The agent's come when one is opened, since a model may take its time.</summary>
internal sealed class ComparisonModel(OwnInterview own, CompareHoldouts compare, ModelRecipient recipient) : PageModel
{
    /// <summary>The one that is open; all of them where only the built-in answerer is asked.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Open { get; set; }

    public AgentVersion? Version { get; private set; }

    public IReadOnlyList<ComparisonRow> Rows { get; private set; } = [];

    public int Count(HoldoutMark mark) => Rows.Count(row => row.Mark == mark);

    public int Marked => Rows.Count(row => row.Mark is not null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await own.FindAsync(cancellationToken) is not { } soFar)
        {
            return RedirectToPage("Index");
        }

        Version = await compare.VersionAsync(cancellationToken);
        var rows = new List<ComparisonRow>();
        foreach (var answer in CompareHoldouts.Of(soFar))
        {
            var isOpen = Version is not null && (recipient.Name is null || Open == answer.Slot);
            rows.Add(new ComparisonRow(answer, isOpen ? await compare.AskAsync(Version!, answer.Parts["question"], cancellationToken) : null));
        }

        Rows = rows;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slot, HoldoutMark? mark, CancellationToken cancellationToken) =>
        await own.FindAsync(cancellationToken) is { } soFar && await compare.MarkAsync(soFar, slot ?? "", mark, cancellationToken)
            ? RedirectToPage(null, null, new { open = Open }, $"h-{slot}")
            : NotFound();
}

internal sealed record ComparisonRow(InterviewAnswer Own, Compared? Agent)
{
    public HoldoutMark? Mark => Enum.TryParse<HoldoutMark>(Own.Parts[CompareHoldouts.Mark], out var mark) ? mark : null;
}
