using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SkillDistill.Web.Tests.Consent.Ledger;

/// <summary>The page on which a person sees whether what is kept of their decisions is what was written.</summary>
public sealed class CheckingOnesOwn(UnguardedHouse house) : IClassFixture<UnguardedHouse>
{
    private const string Address = "/consent/ledger/check";

    [Fact]
    public async Task Each_entry_of_ones_own_is_there_and_the_whole_of_it_holds()
    {
        var xiaoyun = await (await house.SignedInAsync("xiaoyun")).OpenAsync("/consent");
        await xiaoyun.PressAsync("[data-withdraw=CountInCoverage]");
        await xiaoyun.OpenAsync("/consent");

        await xiaoyun.OpenAsync(xiaoyun.Page.QuerySelector("[data-check]")!.GetAttribute("href")!);

        var kept = await EntriesOfAsync("xiaoyun");
        Assert.Equal("Whole", xiaoyun.Page.QuerySelector("[data-checked]")!.GetAttribute("data-checked"));
        Assert.Equal(kept.OrderByDescending(entry => entry.Sequence).Select(entry => entry.Hash), xiaoyun.Page.QuerySelectorAll("[data-entry] code").Select(code => code.TextContent));
        Assert.All(xiaoyun.Page.QuerySelectorAll("[data-entry]"), entry => Assert.Equal("Whole", entry.GetAttribute("data-standing")));
        Assert.Contains("Withdrawn", xiaoyun.Page.QuerySelector("[data-entry]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_bad_entry_is_named_and_nothing_from_there_on_is_told_as_true()
    {
        var person = await house.IdAsync("mei");
        await house.InStoreAsync(async db =>
        {
            var stream = (await db.ConsentStreams.FirstAsync(stream => stream.SubjectId == person)).Id;
            return await db.LedgerEntries.Where(entry => entry.StreamId == stream && entry.Sequence == 3)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Payload, entry => entry.Payload + " "));
        });

        var mei = await (await house.SignedInAsync("mei")).OpenAsync(Address);

        Assert.Equal("PayloadAltered", mei.Page.QuerySelector("[data-checked]")!.GetAttribute("data-checked"));
        Assert.Contains("Entry 3 is not as it was written", mei.Text, StringComparison.Ordinal);
        Assert.All(mei.Page.QuerySelectorAll("[data-entry]"), entry => Assert.Equal(
            int.Parse(entry.GetAttribute("data-entry")!, System.Globalization.CultureInfo.InvariantCulture) switch { < 3 => "Whole", 3 => "Broken", _ => "AfterBroken" },
            entry.GetAttribute("data-standing")));
        Assert.Equal("Whole", (await (await house.SignedInAsync("xiaoyun")).OpenAsync(Address)).Page.QuerySelector("[data-checked]")!.GetAttribute("data-checked"));
    }

    [Fact]
    public async Task Who_never_decided_has_nothing_to_check_and_a_stranger_signs_in_first()
    {
        var sam = await (await house.SignedInAsync("sam")).OpenAsync(Address);
        Assert.Equal(HttpStatusCode.OK, sam.Status);
        Assert.Null(sam.Page.QuerySelector("[data-checked]"));

        Assert.StartsWith("/sign-in", (await house.Stranger().OpenAsync(Address)).Location, StringComparison.Ordinal);
    }

    private async Task<List<Domain.Consent.Ledger.LedgerEntry>> EntriesOfAsync(string key)
    {
        var person = await house.IdAsync(key);
        return await house.InStoreAsync(db => db.LedgerEntries.AsNoTracking().Where(entry => db.ConsentStreams.Any(stream => stream.Id == entry.StreamId && stream.SubjectId == person)).ToListAsync());
    }
}
