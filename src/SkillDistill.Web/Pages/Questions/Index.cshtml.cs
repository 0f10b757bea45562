using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using SkillDistill.Web.Pages.Coverage;

namespace SkillDistill.Web.Pages.Questions;

/// <summary>Who asked what of the signed-in person's agent, as far as that is theirs to know, and who looked at their row in coverage. Nobody else has such a page.</summary>
internal sealed class IndexModel(ReadQuestions read, ReadLooks looks, IOptions<AskingOptions> options) : PageModel
{
    /// <summary>The last moment of the page before; null for the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Before { get; set; }

    public IReadOnlyList<AskedRow> Rows { get; private set; } = [];

    public IReadOnlyList<LookRow> Looks { get; private set; } = [];

    public AskerNames Names => options.Value.Names;

    /// <summary>Where the earlier ones are; null where there are none.</summary>
    public DateTimeOffset? Earlier => Rows.Count == ReadQuestions.AtOnce ? Rows[^1].At : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Rows = await read.Async(Before?.ToUniversalTime(), cancellationToken);
        Looks = Before is null ? await looks.NewestAsync(cancellationToken) : [];
    }
}
