using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Consent;

public sealed class Deciding
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Person> Mei = Id<Person>.New();
    private static readonly Id<Person> Other = Id<Person>.New();

    private readonly ConsentStream _stream = ConsentStream.Of(Mei);

    [Fact]
    public void A_new_stream_holds_no_consent_at_all()
    {
        Assert.Empty(_stream.Consents);
        Assert.All(Enum.GetValues<Purpose>(), purpose => Assert.Null(_stream.For(purpose)));
    }

    [Fact]
    public void Saying_yes_is_in_force_until_its_end_and_records_what_was_read()
    {
        var given = _stream.Give(Mei, Purpose.HoldProfile, Terms(Now.AddMonths(12)), Now).Value;

        Assert.Equal(ConsentState.Given, given.State);
        Assert.True(given.IsInForce(Now));
        Assert.True(given.IsInForce(Now.AddMonths(12).AddTicks(-1)));
        Assert.False(given.IsInForce(Now.AddMonths(12)));
        Assert.Equal(["Requested", "Given"], _stream.Entries.Select(entry => entry.Type));
        var recorded = _stream.Entries[1].Decision!;
        Assert.Equal((2, Purpose.HoldProfile, ConsentState.Given, Now, LedgerActor.Subject), (recorded.Sequence, recorded.Purpose, recorded.State, recorded.At, recorded.Actor));
        Assert.Equal(("2026-11", "digest", "en", Now.AddMonths(12)), (recorded.Terms.NoticeVersion, recorded.Terms.NoticeDigest, recorded.Terms.Language, recorded.EndsAt));
    }

    [Fact]
    public void Saying_yes_to_one_purpose_says_nothing_of_another()
    {
        _stream.Give(Mei, Purpose.HoldProfile, Terms(Now.AddMonths(12)), Now);

        Assert.Equal([Purpose.HoldProfile], _stream.Consents.Select(consent => consent.Purpose));
    }

    [Fact]
    public void Saying_yes_again_renews_and_both_decisions_stay_recorded()
    {
        _stream.Give(Mei, Purpose.AnswerColleagues, Terms(Now.AddMonths(12), Audience.Organisation()), Now);

        var audience = Audience.ForPeople([Other]).Value;
        var renewed = _stream.Give(Mei, Purpose.AnswerColleagues, Terms(Now.AddMonths(6), audience), Now.AddDays(1)).Value;

        Assert.Equal((ConsentState.Renewed, audience, Now.AddMonths(6)), (renewed.State, renewed.Audience, renewed.EndsAt));
        Assert.Equal(["Requested", "Given", "Renewed"], _stream.Entries.Select(entry => entry.Type));
        Assert.Equal(Audience.Organisation(), _stream.Entries[1].Decision!.Terms.Audience);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Saying_yes_after_it_ended_begins_anew(bool byWithdrawing)
    {
        _stream.Give(Mei, Purpose.HoldProfile, Terms(Now.AddMonths(1)), Now);
        if (byWithdrawing)
        {
            _stream.Withdraw(Mei, Purpose.HoldProfile, Now.AddDays(1));
        }

        var again = _stream.Give(Mei, Purpose.HoldProfile, Terms(Now.AddMonths(12)), Now.AddMonths(2)).Value;

        Assert.Equal(ConsentState.Given, again.State);
        Assert.True(again.IsInForce(Now.AddMonths(2)));
    }

    [Fact]
    public void Withdrawing_ends_it_from_that_moment()
    {
        _stream.Give(Mei, Purpose.AnswerColleagues, Terms(Now.AddMonths(12), Audience.Organisation()), Now);

        var withdrawn = _stream.Withdraw(Mei, Purpose.AnswerColleagues, Now.AddDays(1)).Value;

        Assert.Equal((ConsentState.Withdrawn, Now.AddDays(1), null), (withdrawn.State, withdrawn.DecidedAt, withdrawn.EndsAt));
        Assert.False(withdrawn.IsInForce(Now.AddDays(1)));
        Assert.False(withdrawn.Allows(new Asker(Other, []), Now.AddDays(1)));
    }

    [Fact]
    public void What_is_not_in_force_cannot_be_withdrawn_and_leaves_no_event()
    {
        Assert.IsType<ConsentNotInForce>(_stream.Withdraw(Mei, Purpose.HoldProfile, Now).Refusal);
        _stream.Give(Mei, Purpose.HoldProfile, Terms(Now.AddMonths(12)), Now);
        _stream.Withdraw(Mei, Purpose.HoldProfile, Now);

        Assert.IsType<ConsentNotInForce>(_stream.Withdraw(Mei, Purpose.HoldProfile, Now).Refusal);
        Assert.Equal(3, _stream.LastSequence);
    }

    [Fact]
    public void Nobody_but_the_subject_gives_or_withdraws()
    {
        Assert.IsType<OnlyTheSubjectDecides>(_stream.Give(Other, Purpose.HoldProfile, Terms(Now.AddMonths(1)), Now).Refusal);
        _stream.Give(Mei, Purpose.HoldProfile, Terms(Now.AddMonths(1)), Now);

        Assert.IsType<OnlyTheSubjectDecides>(_stream.Withdraw(Other, Purpose.HoldProfile, Now).Refusal);
        Assert.True(_stream.For(Purpose.HoldProfile)!.IsInForce(Now));
        Assert.Equal(2, _stream.LastSequence);
    }

    [Theory]
    [InlineData(Purpose.HoldProfile, 24)]
    [InlineData(Purpose.ContinueAfterLeaving, 6)]
    public void An_end_that_is_past_or_too_far_off_is_refused(Purpose purpose, int longest)
    {
        Assert.Equal(new ConsentEndOutOfRange(longest), _stream.Give(Mei, purpose, Terms(Now), Now).Refusal);
        Assert.Equal(new ConsentEndOutOfRange(longest), _stream.Give(Mei, purpose, Terms(Now.AddMonths(longest).AddDays(2)), Now).Refusal);
        Assert.Empty(_stream.Entries);

        Assert.Null(_stream.Give(Mei, purpose, Terms(Now.AddMonths(longest)), Now).Refusal);
    }

    [Theory]
    [InlineData(Purpose.AnswerColleagues)]
    [InlineData(Purpose.ServeOverApi)]
    [InlineData(Purpose.ExportSkill)]
    public void A_purpose_for_an_audience_is_refused_without_one(Purpose purpose) =>
        Assert.IsType<ConsentWithoutAudience>(_stream.Give(Mei, purpose, Terms(Now.AddMonths(1)), Now).Refusal);

    [Fact]
    public void Events_are_numbered_without_gaps()
    {
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            _stream.Give(Mei, purpose, Terms(Now.AddMonths(3), Audience.Organisation()), Now);
            _stream.Withdraw(Mei, purpose, Now);
        }

        Assert.Equal(Enumerable.Range(1, 36), _stream.Entries.Select(entry => entry.Sequence));
        Assert.Equal(36, _stream.LastSequence);
    }

    [Fact]
    public void The_same_terms_again_say_nothing_new()
    {
        var terms = Terms(Now.AddMonths(3), Audience.Organisation());
        var given = _stream.Give(Mei, Purpose.AnswerColleagues, terms, Now).Value;

        Assert.True(given.RestsOn(Terms(Now.AddMonths(3), Audience.Organisation()), Now));
        Assert.False(given.RestsOn(terms with { EndsAt = Now.AddMonths(4) }, Now));
        Assert.False(given.RestsOn(terms with { Audience = Audience.ForTeam(Id<Team>.New()) }, Now));
        Assert.False(given.RestsOn(terms with { NoticeDigest = "another" }, Now));
        Assert.False(given.RestsOn(terms, Now.AddMonths(3)));
    }

    private static ConsentTerms Terms(DateTimeOffset endsAt, Audience? audience = null) => new(audience ?? Audience.Private(), endsAt, "2026-11", "digest", "en");
}
