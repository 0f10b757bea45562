using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Notifications;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Notifications;

/// <summary>The words of a digest, in both languages, since nobody's is known outside their browser: how many of what, and where. No word of anybody's, and no name.</summary>
internal sealed class WriteDigest(IStringLocalizer<NotificationsText> text)
{
    public string Subject(int count) => string.Join(" · ", InEach(() => text[count == 1 ? "Mail.Subject.One" : "Mail.Subject", count].Value));

    public string Body(IReadOnlyList<Notification> fresh, Uri site) => string.Join("\n\n* * *\n\n", InEach(() =>
    {
        var body = new StringBuilder();
        foreach (var kind in fresh.GroupBy(notification => notification.Kind).OrderBy(kind => kind.Key))
        {
            body.Append("- ").Append(text[kind.Count() == 1 ? $"Kind.{kind.Key}" : $"Many.{kind.Key}", kind.Count()]).Append('\n');
        }

        return body.Append('\n').Append(new Uri(site, "notifications")).Append("\n\n").Append(text["Mail.Off"]).ToString();
    }));

    private static List<string> InEach(Func<string> say)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            return [.. Languages.All.Select(language =>
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Code);
                return say();
            })];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
