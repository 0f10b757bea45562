using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.UploadedSheets;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.PeopleSheets;

/// <summary>People from a sheet: looked at first, then brought in as a whole.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class IndexModel(BringPeople bring, IStringLocalizer<AdminText> text) : SheetPageModel<PersonLine, PeopleSheetView>
{
    protected override string Goal => "/Admin/Index";

    protected override string Meanwhile => text["Sheet.Meanwhile"];

    protected override string Already => text["Sheet.Nothing"];

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => File(PeopleSheet.Write(await bring.LinesAsync(cancellationToken)), Sheets.MediaType, "people.csv");

    protected override Outcome<IReadOnlyList<PersonLine>> Read(string letters) => PeopleSheet.Read(letters);

    protected override Task<PeopleSheetView> WeighAsync(IReadOnlyList<PersonLine> lines, CancellationToken cancellationToken) => bring.WeighAsync(lines, cancellationToken);

    protected override async Task<Outcome<string>?> BringAsync(IReadOnlyList<PersonLine> lines, CancellationToken cancellationToken)
    {
        var brought = await bring.BringAsync(lines, Looked, cancellationToken);
        return brought is null ? null
            : brought.Refused(out var refusal) ? refusal
            : text["PeopleSheet.Said", brought.Value.Count(PersonEffect.New), brought.Value.Count(PersonEffect.Changed), brought.Value.Count(PersonEffect.Leaves), brought.Value.Count(PersonEffect.Returns)].Value;
    }
}
