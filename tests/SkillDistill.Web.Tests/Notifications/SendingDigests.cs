using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Notifications;
using SkillDistill.Web.Pages.Notifications;
using SkillDistill.Web.Tests.Ask;

namespace SkillDistill.Web.Tests.Notifications;

/// <summary>Through a real mail server: at most one e-mail a day, with numbers and no word or name of anybody.</summary>
public sealed class SendingDigests : IDisposable
{
    private const string Unanswerable = "Which restaurant near the harbour serves vegan ramen?";

    private readonly MailServer _server = new();
    private readonly HouseWithMail _house;

    public SendingDigests() => _house = new HouseWithMail(_server.Port);

    public void Dispose()
    {
        _house.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task One_mail_a_day_says_how_many_of_what_in_both_languages_and_nothing_else()
    {
        await SendOnAsync("tunde", "Where do you eat?");
        await SendOnAsync("noor", "Where do you eat?");

        await _house.RunAsync<SendDigests>();
        await _house.RunAsync<SendDigests>();

        var mail = Assert.Single(_server.Kept);
        Assert.Equal("mei@lindenau.example", mail.To.Mailboxes.Single().Address);
        Assert.Equal("skills@lindenau.example", mail.From.Mailboxes.Single().Address);
        Assert.Contains("2 things are new for you", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("2 questions of colleagues", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("同事的 2 个", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://skills.lindenau.example/notifications", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Where do you eat", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Tunde", mail.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_next_day_brings_only_what_is_new_and_nothing_new_brings_none()
    {
        await SendOnAsync("tunde", "Where do you eat?");
        await _house.RunAsync<SendDigests>();
        await SendOnAsync("noor", "And where do you sit?");
        await _house.RunAsync<SendDigests>();
        Assert.Single(_server.Kept);

        _house.Clock.Advance(NotificationSettings.BetweenDigests);
        await _house.RunAsync<SendDigests>();
        Assert.Equal(2, _server.Kept.Count);
        Assert.Contains("One thing is new", _server.Kept.Last().Subject, StringComparison.Ordinal);

        _house.Clock.Advance(NotificationSettings.BetweenDigests);
        await _house.RunAsync<SendDigests>();
        Assert.Equal(2, _server.Kept.Count);
    }

    [Fact]
    public async Task Who_switched_mail_off_gets_none_and_who_read_it_does_not_either()
    {
        await SendOnAsync("tunde", "Where do you eat?");
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/notifications");
        await mei.PressAsync("[data-settings] form button", ("wanted", "QuestionSent"), ("byMail", "false"));
        await _house.RunAsync<SendDigests>();
        Assert.Empty(_server.Kept);

        await mei.PressAsync("[data-settings] form button", ("wanted", "QuestionSent"), ("byMail", "true"));
        await mei.PressAsync("[data-read-all]");
        await _house.RunAsync<SendDigests>();
        Assert.Empty(_server.Kept);
    }

    [Fact]
    public async Task A_mailbox_that_is_refused_holds_up_nobody_else_and_a_server_that_is_away_loses_nothing()
    {
        await SendOnAsync("tunde", "Where do you eat?");
        await _house.RunAsync<RemindByClock>();
        _server.Refused = "mei@lindenau.example";
        var others = await _house.InStoreAsync(db => db.Notifications.Select(told => told.PersonId).Distinct().CountAsync()) - 1;
        Assert.True(others > 1, "There is nobody else to tell.");

        await _house.RunAsync<SendDigests>();

        Assert.Equal(others, _server.Kept.Count);
        Assert.DoesNotContain(_server.Kept, mail => mail.To.Mailboxes.Any(mailbox => mailbox.Address == _server.Refused));
    }

    [Theory]
    [InlineData("Mail:From", "nobody", "Mail:From must be an e-mail address")]
    [InlineData("Mail:Site", "ftp://skills", "Mail:Site must be the http or https address")]
    [InlineData("Mail:User", "skills", "Mail:Security must be StartTls or Tls")]
    public void Wrong_settings_stop_the_start_and_say_which(string name, string value, string sentence)
    {
        var options = new MailOptions { Host = "127.0.0.1", Security = MailSecurity.None, From = "skills@lindenau.example", Site = new Uri("https://skills.lindenau.example") };
        Assert.True(new MailOptionsCheck().Validate(null, options).Succeeded);
        _ = name switch { "Mail:From" => options.From = value, "Mail:User" => options.User = value, _ => (options.Site = new Uri(value)).ToString() };

        Assert.Contains(sentence, new MailOptionsCheck().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    private async Task SendOnAsync(string asker, string question)
    {
        var visitor = await _house.AskMeiAsync(asker, Unanswerable);
        await visitor.PressAsync("[data-send]", ("question", question), ("named", "true"));
    }

    private sealed class HouseWithMail(int port) : House((House?)null)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Mail:Host", "127.0.0.1");
            builder.UseSetting("Mail:Port", $"{port}");
            builder.UseSetting("Mail:Security", "None");
            builder.UseSetting("Mail:From", "SkillDistill <skills@lindenau.example>");
            builder.UseSetting("Mail:Site", "https://skills.lindenau.example/");
        }
    }
}
