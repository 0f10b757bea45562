using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.Agents;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>The owner's answers beside their agent's, for the owner alone. The agent's come when one is opened, since a model may take its time.</summary>
internal sealed class ComparisonModel(OwnInterview own, CompareHoldouts compare, AcceptAnswer accept, ModelRecipient recipient) : PageModel
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
        var cases = await accept.CasesAsync(cancellationToken);
        var rows = new List<ComparisonRow>();
        foreach (var answer in CompareHoldouts.Of(soFar))
        {
            var isOpen = Version is not null && (recipient.Words is null || Open == answer.Slot);
            rows.Add(new ComparisonRow(answer, isOpen ? await compare.AskAsync(Version!, answer.Parts["question"], cancellationToken) : null, cases.GetValueOrDefault(answer.Id)));
        }

        Rows = rows;
        return Page();
    }

    /// <param name="version">The number of the version whose answer is marked.</param>
    public async Task<IActionResult> OnPostAsync(string slot, HoldoutMark? mark, int version, CancellationToken cancellationToken) =>
        await own.FindAsync(cancellationToken) is { } soFar && await compare.MarkAsync(soFar, slot ?? "", mark, version, cancellationToken) ? Back(slot) : NotFound();

    public async Task<IActionResult> OnPostDropAsync(string slot, CancellationToken cancellationToken) =>
        await own.FindAsync(cancellationToken) is { } soFar && await compare.DropAsync(soFar, slot ?? "", cancellationToken) ? Back(slot) : NotFound();

    private RedirectToPageResult Back(string? slot) => RedirectToPage(null, null, new { open = Open }, $"h-{slot}");
}

/// <param name="Case">What new versions are held to, where the owner accepted a version's answer.</param>
internal sealed record ComparisonRow(InterviewAnswer Own, Compared? Agent, ReplayCase? Case)
{
    public HoldoutMark? Mark => Enum.TryParse<HoldoutMark>(Own.Parts[CompareHoldouts.Mark], out var mark) ? mark : null;

    public bool IsReworded => Case is { } known && known.Words != ReplayVersion.WordsOf(Own);
}
