namespace SkillDistill.Web.Pages.Notifications;

/// <summary>The texts of notifications, on the page and in e-mail, in the files of the same name.</summary>
internal sealed class NotificationsText;
