using SkillDistill.Distillation.Reading.ColleagueSkills;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Reading;

public sealed class ReadColleagueSkillTests
{
    [Theory]
    [InlineData("example_zhangsan")]
    [InlineData("example_tianyi")]
    [InlineData("example_jiaxiu")]
    public void Every_statement_quotes_its_document_and_makes_a_card(string name)
    {
        var upload = Open(name);

        var statements = ReadColleagueSkill.Propose(upload).Value;

        Assert.All(statements, statement => Assert.Equal(statement.Quote, upload.Documents.Single(document => document.Path == statement.Path).Text.Substring(statement.Start, statement.Quote.Length)));
        Assert.All(statements, statement => Assert.Empty(ReadColleagueSkill.Draft(statement.Kind, statement.Place, statement.Quote) is var card ? card.SavingProblems().Concat(card.AcceptingProblems()) : []));
        Assert.Equal(Enum.GetValues<StatementKind>(), statements.Select(statement => statement.Kind).Distinct().Order());
    }

    [Fact]
    public void Character_rank_sex_and_type_are_labels_wherever_they_stand()
    {
        var labels = Propose("example_zhangsan").Where(statement => statement.Kind == StatementKind.Label).Select(statement => statement.Quote).ToList();

        Assert.Contains("甩锅高手", labels);
        Assert.Contains("2-1", labels);
        Assert.Contains("男", labels);
        Assert.Contains("你是张三，字节跳动 2-1 后端工程师，男。", labels);
        Assert.Contains(labels, label => label.StartsWith("MBTI INTJ", StringComparison.Ordinal));
        Assert.Contains(labels, label => label.Contains("绝不先认自己的责任", StringComparison.Ordinal));
        Assert.Contains(labels, label => label.Contains("不会主动上报", StringComparison.Ordinal));
        Assert.DoesNotContain("张三（示例）", labels);
    }

    [Fact]
    public void The_way_of_writing_is_manner_and_becomes_voice()
    {
        var statement = Propose("example_zhangsan").Single(statement => statement.Quote == "结论永远在前，不铺垫。");

        var card = ReadColleagueSkill.Draft(statement.Kind, statement.Place, statement.Quote);

        Assert.Equal(StatementKind.Manner, statement.Kind);
        Assert.Equal("Layer 2：表达风格 > 说话方式", statement.Place);
        Assert.Equal((CardKind.Voice, "结论永远在前，不铺垫", "结论永远在前，不铺垫。"), (card.Kind, card.Title, card.Action));
    }

    [Fact]
    public void Steps_under_one_heading_are_one_statement()
    {
        var statement = Propose("example_zhangsan").Single(statement => statement.Place.EndsWith("处理线上问题时", StringComparison.Ordinal));

        var card = ReadColleagueSkill.Draft(statement.Kind, statement.Place, statement.Quote);

        Assert.Equal((StatementKind.Work, CardKind.Process, "处理线上问题时", "处理线上问题时"), (statement.Kind, card.Kind, card.Title, card.Situation));
        Assert.StartsWith("1. 先看监控（错误率、延迟、日志）\n2. 确认影响范围", card.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_boundary_is_claimed_with_whom_to_ask()
    {
        var statement = Propose("example_zhangsan").Single(statement => statement.Quote.StartsWith("数据仓库和 ETL", StringComparison.Ordinal));

        var card = ReadColleagueSkill.Draft(statement.Kind, statement.Place, statement.Quote);

        Assert.Equal((CardKind.Boundary, "数据组"), (card.Kind, card.AskInstead));
    }

    [Fact]
    public void A_skill_that_says_nothing_is_refused()
    {
        var upload = new Upload(SourceKind.ColleagueSkill, "x", [new UploadedDocument("meta.json", "{\"name\":\"x\"}"), new UploadedDocument("work.md", "# X\n")], []);

        Assert.IsType<NothingStated>(ReadColleagueSkill.Propose(upload).Refusal);
    }

    private static IReadOnlyList<StatementProposal> Propose(string name) => ReadColleagueSkill.Propose(Open(name)).Value;

    private static Upload Open(string name) =>
        Unpack.Open([.. Directory.GetFiles(Path.Combine(Samples.Folder, "colleague-skill", name)).Select(path => new UploadedFile($"{name}/{Path.GetFileName(path)}", File.OpenRead(path)))], PdfText.Of).Value;
}
