using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.UploadedSheets;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.TargetSheets;

/// <summary>Targets of all teams from a sheet: looked at first, then brought in as a whole.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class IndexModel(BringTargets bring, IStringLocalizer<AdminText> text) : SheetPageModel<SheetLine, SheetView>
{
    protected override string Goal => "/Admin/Targets";

    protected override string Meanwhile => text["Sheet.ChangedMeanwhile"];

    protected override string Already => text["Sheet.Nothing"];

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => File(TargetSheet.Write(await bring.LinesAsync(cancellationToken)), Sheets.MediaType, "targets.csv");

    protected override Outcome<IReadOnlyList<SheetLine>> Read(string letters) => TargetSheet.Read(letters);

    protected override Task<SheetView> WeighAsync(IReadOnlyList<SheetLine> lines, CancellationToken cancellationToken) => bring.WeighAsync(lines, cancellationToken);

    protected override async Task<Outcome<string>?> BringAsync(IReadOnlyList<SheetLine> lines, CancellationToken cancellationToken) =>
        await bring.BringAsync(lines, cancellationToken) is { } brought
            ? (Outcome<string>)text["Sheet.Said", brought.Count(SheetEffect.New), brought.Count(SheetEffect.Changed), brought.Count(SheetEffect.Removed)].Value
            : null;
}
