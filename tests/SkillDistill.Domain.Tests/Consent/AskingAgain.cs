using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Consent;

public sealed class AskingAgain
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Person> Mei = Id<Person>.New();

    private readonly ConsentStream _stream = ConsentStream.Of(Mei);

    [Fact]
    public void What_was_agreed_to_ends_and_is_asked_on_the_new_words_for_the_same_audience()
    {
        _stream.Give(Mei, Purpose.AnswerColleagues, Terms(Now.AddMonths(12), "old"), Now);

        var asked = _stream.AskAgain(Purpose.AnswerColleagues, Notice.Shipped("zh-Hans"), null, Now.AddDays(1)).Value;

        Assert.Equal((ConsentState.Requested, Audience.Organisation()), (asked.State, asked.Audience));
        Assert.Equal((Notice.ShippedVersion, Notice.Shipped("zh-Hans").Digest, "zh-Hans"), (asked.NoticeVersion, asked.NoticeDigest, asked.Language));
        Assert.False(asked.IsInForce(Now.AddDays(1)));
        Assert.Equal(["Requested", "Given", "Invalidated", "Requested"], _stream.Entries.Select(entry => entry.Type));
        Assert.Equal("old", _stream.Entries[2].Decision!.Terms.NoticeVersion);
        Assert.All(_stream.Entries.Skip(2), entry => Assert.Equal(nameof(LedgerActor.Organisation), entry.Actor));
    }

    [Fact]
    public void Another_recipient_is_named_in_what_is_asked()
    {
        _stream.Give(Mei, Purpose.UseExternalModel, Terms(Now.AddMonths(12), "old") with { Recipient = "one (a.example)" }, Now);

        Assert.Equal("two (b.example)", _stream.AskAgain(Purpose.UseExternalModel, Notice.Shipped("en"), "two (b.example)", Now).Value.Recipient);
    }

    [Fact]
    public void What_is_not_in_force_is_left_alone()
    {
        Assert.IsType<ConsentNotInForce>(_stream.AskAgain(Purpose.HoldProfile, Notice.Shipped("en"), null, Now).Refusal);
        _stream.Give(Mei, Purpose.HoldProfile, Terms(Now.AddMonths(1), "old"), Now);

        Assert.IsType<ConsentNotInForce>(_stream.AskAgain(Purpose.HoldProfile, Notice.Shipped("en"), null, Now.AddMonths(1)).Refusal);
        Assert.Equal(2, _stream.LastSequence);
    }

    [Fact]
    public void A_no_and_a_later_are_recorded_and_permit_nothing()
    {
        _stream.Give(Mei, Purpose.HoldProfile, Terms(Now.AddMonths(12), "old"), Now);
        _stream.AskAgain(Purpose.HoldProfile, Notice.Shipped("en"), null, Now);

        Assert.Equal(ConsentState.Deferred, _stream.Defer(Mei, Purpose.HoldProfile, Terms(Now, "new"), Now).Value.State);
        var refused = _stream.Refuse(Mei, Purpose.HoldProfile, Terms(Now, "new"), Now.AddDays(1)).Value;

        Assert.Equal((ConsentState.Refused, null), (refused.State, refused.EndsAt));
        Assert.False(refused.IsInForce(Now.AddDays(1)));
        Assert.All(_stream.Entries.Where(entry => entry.Type is "Deferred" or "Refused"), entry => Assert.Equal(nameof(LedgerActor.Subject), entry.Actor));
    }

    [Theory]
    [InlineData(31, ConsentReminder.None)]
    [InlineData(30, ConsentReminder.Month)]
    [InlineData(8, ConsentReminder.Month)]
    [InlineData(7, ConsentReminder.Week)]
    [InlineData(1, ConsentReminder.Week)]
    [InlineData(0, ConsentReminder.None)]
    public void A_reminder_comes_thirty_days_before_the_end_and_seven_and_never_after_it(int days, ConsentReminder reminder)
    {
        var end = Now.AddMonths(12);

        var given = _stream.Give(Mei, Purpose.HoldProfile, Terms(end, "new"), Now).Value;

        Assert.Equal(reminder, given.ReminderAt(end.AddDays(-days)));
        Assert.Equal(days > 0, given.IsInForce(end.AddDays(-days)));
    }

    private static ConsentTerms Terms(DateTimeOffset endsAt, string version) => new(Audience.Organisation(), endsAt, version, "digest", "en");
}
