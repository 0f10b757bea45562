using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>The owner asks a version of their own agent, published or not; nobody else can.</summary>
internal sealed class TrialModel(AskAgent ask, AnswerDesk desk) : AskingPage(desk)
{
    public int Number { get; private set; }

    public Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) => ShowAsync(number, cancellationToken);

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellationToken) =>
        await AnsweredAsync(await ask.TryAsync(number, Question ?? "", cancellationToken), () => ShowAsync(number, cancellationToken), cancellationToken);

    private async Task<IActionResult> ShowAsync(int number, CancellationToken cancellationToken)
    {
        Number = number;
        return await ask.OwnVersions().AnyAsync(version => version.Number == number, cancellationToken) ? Page() : NotFound();
    }
}
