using System.Globalization;

namespace SkillDistill.Web.Pages.Admin.Models;

/// <summary>Prices of tokens as people read them: so small that the usual two places would show nothing.</summary>
internal static class Money
{
    private const decimal Millionth = 0.000001m;

    /// <param name="price">In millionths of the currency.</param>
    public static string Of(long price, string currency)
    {
        var amount = price * Millionth;
        return string.Create(CultureInfo.CurrentCulture, $"{(amount >= 1 ? amount.ToString("N2", CultureInfo.CurrentCulture) : amount.ToString("0.0####", CultureInfo.CurrentCulture))} {currency}");
    }
}
