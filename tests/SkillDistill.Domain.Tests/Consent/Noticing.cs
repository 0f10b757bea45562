using System.Security.Cryptography;
using System.Text;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Domain.Tests.Consent;

public sealed class Noticing
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly NoticeEdition _shipped = NoticeEdition.Shipped(Now);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void The_digest_is_that_of_the_text_to_the_byte(string language)
    {
        var notice = Notice.Shipped(language);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notice.Text))), notice.Digest);
        Assert.Equal(notice.Text, Notice.Write(notice.Version, notice.Language, notice.Purposes).Text);
        Assert.Equal(notice.Purposes, Notice.Parse(notice.Version, notice.Language, notice.Text).Purposes);
    }

    [Fact]
    public void A_language_without_a_notice_reads_the_english_one() => Assert.Equal("en", _shipped.In("fr").Language);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Other_words_in_one_language_change_that_purpose_and_no_other(string language)
    {
        var next = Revise(language, Purpose.AnswerColleagues, NoticePart.Sees, "Somebody else, too.").Value;

        Assert.Equal([Purpose.AnswerColleagues], next.ChangedSince(_shipped));
        Assert.Equal("Somebody else, too.", next.In(language).Purposes[Purpose.AnswerColleagues].Sees);
        Assert.Equal(_shipped.In(language).Purposes[Purpose.HoldProfile], next.In(language).Purposes[Purpose.HoldProfile]);
        Assert.Equal(_shipped.In(language).Purposes.Keys, next.In(language).Purposes.Keys);
        Assert.Equal((2, "2027-02.2", Now), (next.Number, next.Version, next.PublishedAt));
    }

    [Fact]
    public void The_same_words_again_are_refused_and_blanks_around_them_do_not_count()
    {
        Assert.IsType<NoticeUnchanged>(_shipped.Revise((language, purpose, part) => $" {_shipped.In(language).Purposes[purpose][part]}\r\n", Now).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Missing_words_are_refused_beside_their_field(string? words)
    {
        var refusal = Assert.IsType<NoticeWordsOutOfRange>(Revise("zh-Hans", Purpose.CreditByName, NoticePart.IfNot, words).Refusal);

        Assert.Equal("Words[zh-Hans.CreditByName.IfNot]", refusal.Field);
    }

    [Theory]
    [InlineData(NoticePart.Name, 80)]
    [InlineData(NoticePart.Means, 400)]
    public void Too_many_words_are_refused_with_the_limit(NoticePart part, int longest)
    {
        Assert.Null(Revise("en", Purpose.CreditByName, part, new string('a', longest)).Refusal);

        Assert.Equal([longest], Revise("en", Purpose.CreditByName, part, new string('a', longest + 1)).Refusal!.Arguments);
    }

    [Theory]
    [InlineData("2027-02-28", "2027-02.2")]
    [InlineData("2027-03-01", "2027-03")]
    [InlineData("2026-10-01", "2027-02.2")]
    public void A_version_is_named_by_its_month_and_never_like_an_earlier_one(string day, string version) =>
        Assert.Equal(version, Revise("en", Purpose.CreditByName, NoticePart.Name, "Other", DateTimeOffset.Parse($"{day}T00:00:00Z", null)).Value.Version);

    [Fact]
    public void The_versions_of_a_month_are_counted()
    {
        var edition = _shipped;
        for (var count = 2; count <= 11; count++)
        {
            edition = edition.Revise((language, purpose, part) => part == NoticePart.Name ? $"{purpose} {count}" : edition.In(language).Purposes[purpose][part], Now).Value;

            Assert.Equal((count, $"2027-02.{count}"), (edition.Number, edition.Version));
        }
    }

    [Fact]
    public void What_was_published_is_read_again_as_it_was()
    {
        var next = Revise("zh-Hans", Purpose.HoldProfile, NoticePart.Name, "“保存”我的 <档案>").Value;

        var read = NoticeEdition.Of(PublishedNotice.Of(next));

        Assert.Equal(next.Notices.Select(notice => (notice.Text, notice.Digest)), read.Notices.Select(notice => (notice.Text, notice.Digest)));
        Assert.Empty(read.ChangedSince(next));
        Assert.Contains("“保存”我的 <档案>", read.In("zh-Hans").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_wrote_over_the_earlier_release_the_new_one_follows_as_it_is_to_the_byte()
    {
        var earlier = NoticeEdition.Shipped(Now, "2026-11");

        var next = earlier.TakeIn(_shipped, [earlier], Now)!;

        Assert.Equal((2, Notice.ShippedVersion, Now), (next.Number, next.Version, next.PublishedAt));
        Assert.Equal(_shipped.Notices.Select(notice => notice.Digest), next.Notices.Select(notice => notice.Digest));
        Assert.Equal([Purpose.CountInCoverage, Purpose.ShowNamedCoverage], next.ChangedSince(earlier));
    }

    [Fact]
    public void What_an_admin_wrote_of_other_purposes_stays_and_the_version_is_one_of_its_own()
    {
        var earlier = NoticeEdition.Shipped(Now, "2026-11");
        var written = earlier.Revise((language, purpose, part) => (purpose, part) is (Purpose.HoldProfile or Purpose.CountInCoverage, NoticePart.Means) ? "Ours." : earlier.In(language).Purposes[purpose][part], Now).Value;

        var next = written.TakeIn(_shipped, [written, earlier], Now)!;

        Assert.Equal((3, "2026-11.3"), (next.Number, next.Version));
        Assert.Equal("Ours.", next.In("en").Purposes[Purpose.HoldProfile].Means);
        Assert.Equal(_shipped.In("zh-Hans").Purposes[Purpose.CountInCoverage], next.In("zh-Hans").Purposes[Purpose.CountInCoverage]);
        Assert.Equal([Purpose.CountInCoverage, Purpose.ShowNamedCoverage], next.ChangedSince(written));
    }

    [Fact]
    public void A_release_is_taken_in_once_whatever_an_admin_makes_of_its_words_later()
    {
        var earlier = NoticeEdition.Shipped(Now, "2026-11");
        var next = earlier.TakeIn(_shipped, [earlier], Now)!;
        var written = next.Revise((language, purpose, part) => purpose == Purpose.CountInCoverage ? $"Ours {part}." : next.In(language).Purposes[purpose][part], Now).Value;

        Assert.Null(next.TakeIn(_shipped, [next, earlier], Now));
        Assert.Null(written.TakeIn(_shipped, [written, next, earlier], Now));
        Assert.Null(_shipped.TakeIn(_shipped, [_shipped], Now));
    }

    private Outcome<NoticeEdition> Revise(string language, Purpose purpose, NoticePart part, string? words, DateTimeOffset? now = null) =>
        _shipped.Revise((l, p, t) => (l, p, t) == (language, purpose, part) ? words : _shipped.In(l).Purposes[p][t], now ?? Now);
}
