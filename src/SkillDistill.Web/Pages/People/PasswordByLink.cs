using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.People;

/// <summary>
/// Whoever can make an invitation link can set somebody's password with it. So an account remembers when a link last replaced its password, and the
/// person is told. There is nothing to click away: whoever misused a link would be the first to do so.
/// </summary>
internal sealed class PasswordByLink(UserManager<Account> accounts, TimeProvider clock, IStringLocalizer<PeopleText> text)
{
    private const string Keeper = "SkillDistill";
    private const string Name = "PasswordReplacedByLink";

    private static readonly TimeSpan SaidFor = TimeSpan.FromDays(30);

    public Task RememberAsync(Account account) => accounts.SetAuthenticationTokenAsync(account, Keeper, Name, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));

    /// <summary>After signing in: for thirty days.</summary>
    public async Task SayAfterSignInAsync(PageModel page, Account account)
    {
        if (await ReplacedAtAsync(account) is { } at && at > clock.GetUtcNow() - SaidFor)
        {
            Say(page, at);
        }
    }

    /// <summary>Where a link replaces a password: when another did so before it, however long ago.</summary>
    public async Task SayEarlierAsync(PageModel page, Account account)
    {
        if (await ReplacedAtAsync(account) is { } at)
        {
            Say(page, at);
        }
    }

    private void Say(PageModel page, DateTimeOffset at) => page.Say(text["SignIn.PasswordByLink", at.Day()]);

    private async Task<DateTimeOffset?> ReplacedAtAsync(Account account) =>
        await accounts.GetAuthenticationTokenAsync(account, Keeper, Name) is { } kept ? DateTimeOffset.Parse(kept, CultureInfo.InvariantCulture) : null;
}
