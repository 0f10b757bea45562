using SkillDistill.Domain.Deployment;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Deployment;

public sealed class Informing
{
    private const string How = "A letter to everybody, and two meetings with the works council.";
    private const string Document = "Intranet, file 31";

    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Yesterday = new(2026, 11, 1);
    private static readonly Person Admin = Somebody(admin: true);

    [Fact]
    public void The_first_record_says_how_when_where_and_by_whom()
    {
        var record = DeploymentRecord.After(null, $"  {How}\r\nIn both languages. ", Yesterday, $" {Document} ", Admin, Now).Value;

        Assert.Equal((1, $"{How}\nIn both languages.", Yesterday, Document), (record.Number, record.How, record.InformedOn, record.Document));
        Assert.Equal((Admin.Id, Now), (record.RecordedById, record.RecordedAt));
    }

    [Fact]
    public void A_later_record_has_the_next_number_and_leaves_the_earlier_as_it_was()
    {
        var first = DeploymentRecord.After(null, How, Yesterday, Document, Admin, Now).Value;

        var second = DeploymentRecord.After(first, How + " And again.", Yesterday, Document, Admin, Now.AddDays(1)).Value;

        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal(How, first.How);
        Assert.False(first.SaysTheSameAs(second));
    }

    [Fact]
    public void Only_an_admin_records()
    {
        var refused = DeploymentRecord.After(null, How, Yesterday, Document, Somebody(admin: false), Now);

        Assert.IsType<OnlyAdminsRecordDeployment>(refused.Refusal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(DeploymentRecord.HowLeast - 1, false)]
    [InlineData(DeploymentRecord.HowLeast, true)]
    [InlineData(DeploymentRecord.HowLength, true)]
    [InlineData(DeploymentRecord.HowLength + 1, false)]
    public void How_it_was_done_is_neither_a_word_nor_a_book(int letters, bool taken)
    {
        var recorded = DeploymentRecord.After(null, new string('x', letters) + "\0  ", Yesterday, Document, Admin, Now);

        Assert.Equal(taken ? null : typeof(InformingNotDescribed), recorded.Refusal?.GetType());
    }

    [Theory]
    [InlineData("1999-12-31", false)]
    [InlineData("2000-01-01", true)]
    [InlineData("2026-11-02", true)]
    [InlineData("2026-11-03", false)]
    public void Nobody_was_informed_tomorrow_or_before_anybody_could_be(string day, bool taken)
    {
        var recorded = DeploymentRecord.After(null, How, DateOnly.Parse(day, null), Document, Admin, Now);

        Assert.Equal(taken ? null : typeof(InformedOnOutOfRange), recorded.Refusal?.GetType());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(DeploymentRecord.DocumentLength, true)]
    [InlineData(DeploymentRecord.DocumentLength + 1, false)]
    public void The_document_is_named_in_a_line(int letters, bool taken)
    {
        var recorded = DeploymentRecord.After(null, How, Yesterday, new string('x', letters), Admin, Now);

        Assert.Equal(taken ? null : typeof(DocumentNotNamed), recorded.Refusal?.GetType());
    }

    private static Person Somebody(bool admin)
    {
        var person = Person.Join("Ada", "ada@example.org", "", null, Now).Value;
        person.TakeDuties(admin, auditor: !admin);
        return person;
    }
}
