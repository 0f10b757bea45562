using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.UploadedSheets;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.TeamSheets;

/// <summary>The team tree from a sheet: looked at first, then brought in as a whole.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class IndexModel(BringTeams bring, IStringLocalizer<AdminText> text) : SheetPageModel<TeamLine, TeamSheetView>
{
    protected override string Goal => "/Admin/Teams";

    protected override string Meanwhile => text["Sheet.Meanwhile"];

    protected override string Already => text["Sheet.Nothing"];

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => File(TeamSheet.Write(await bring.LinesAsync(cancellationToken)), Sheets.MediaType, "teams.csv");

    protected override Outcome<IReadOnlyList<TeamLine>> Read(string letters) => TeamSheet.Read(letters);

    protected override Task<TeamSheetView> WeighAsync(IReadOnlyList<TeamLine> lines, CancellationToken cancellationToken) => bring.WeighAsync(lines, cancellationToken);

    protected override async Task<Outcome<string>?> BringAsync(IReadOnlyList<TeamLine> lines, CancellationToken cancellationToken) =>
        await bring.BringAsync(lines, Looked, cancellationToken) is { } brought
            ? (Outcome<string>)text["TeamSheet.Said", brought.Count(TeamEffect.New), brought.Count(TeamEffect.Changed)].Value
            : null;
}
