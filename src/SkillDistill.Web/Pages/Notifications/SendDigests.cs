using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;
using SkillDistill.Data.Notifications;
using SkillDistill.Domain;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Ask;

namespace SkillDistill.Web.Pages.Notifications;

/// <summary>
/// Sends each person at most one e-mail a day that counts what is new for them, where a mail server is configured. The right to send is taken in the store first, so that of several nodes
/// one sends; a mail that cannot be sent gives it back.
/// </summary>
internal sealed class SendDigests(SkillDistillDb db, WriteDigest write, IOptions<MailOptions> options, TimeProvider clock, ILogger<SendDigests> logger) : IChore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn || await DueAsync(cancellationToken) is not { Count: > 0 } people)
        {
            return;
        }

        var askers = await db.AskersAsync([.. people.Select(person => person.Id)], cancellationToken);
        using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await smtp.ConnectAsync(options.Value.Host, options.Value.Port, options.Value.Socket, cancellationToken);
        if (options.Value.User.Length > 0)
        {
            await smtp.AuthenticateAsync(options.Value.User, options.Value.Password, cancellationToken);
        }

        foreach (var person in people)
        {
            await SendAsync(smtp, person, askers[person.Id], cancellationToken);
        }

        await smtp.DisconnectAsync(quit: true, cancellationToken);
    }

    private Task<List<Person>> DueAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - NotificationSettings.BetweenDigests;
        return db.People.AsNoTracking().Where(person => person.DeactivatedAt == null
            && db.Notifications.Any(notification => notification.PersonId == person.Id && notification.ReadAt == null && notification.MailedAt == null)
            && !db.NotificationSettings.Any(settings => settings.PersonId == person.Id && (!settings.ByMail || settings.DigestAt > since))).ToListAsync(cancellationToken);
    }

    private async Task SendAsync(SmtpClient smtp, Person person, Asker asker, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var fresh = await (await db.NotificationsForAsync(asker, now, cancellationToken)).AsNoTracking().Where(notification => notification.ReadAt == null && notification.MailedAt == null).ToListAsync(cancellationToken);
        if (fresh.Count == 0 || !await TakeAsync(person.Id, now, cancellationToken))
        {
            return;
        }

        try
        {
            await smtp.SendAsync(Message(person, fresh), cancellationToken);
        }
        catch (Exception failed) when (failed is SmtpCommandException or FormatException or ParseException)
        {
            // Of this person alone; the next one may go.
            logger.LogWarning("A digest could not be sent: {Kind}", failed.GetType().Name);
        }

        var sent = fresh.ConvertAll(notification => notification.Id);
        await db.Notifications.Where(notification => sent.Contains(notification.Id)).ExecuteUpdateAsync(set => set.SetProperty(notification => notification.MailedAt, now), cancellationToken);
    }

    /// <returns>Whether it is this node that sends.</returns>
    private async Task<bool> TakeAsync(Id<Person> person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await db.NotificationSettings.FirstOrDefaultAsync(known => known.PersonId == person, cancellationToken) ?? db.NotificationSettings.Add(NotificationSettings.Of(person)).Entity;
            var takes = settings.TakesDigest(now);
            await db.SaveChangesAsync(cancellationToken);
            return takes;
        }
        catch (DbUpdateException)
        {
            // Another node has it.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private MimeMessage Message(Person person, List<Notification> fresh)
    {
        var message = new MimeMessage { Subject = write.Subject(fresh.Count), Body = new TextPart("plain") { Text = write.Body(fresh, options.Value.Site!) } };
        message.From.Add(MailboxAddress.Parse(options.Value.From));
        message.To.Add(new MailboxAddress(person.Name, person.Email));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
