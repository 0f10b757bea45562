using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Reading;

public sealed class ReadNotesTests
{
    [Fact]
    public void Every_quote_of_every_sample_stands_in_it_word_for_word()
    {
        foreach (var path in Samples.Documents())
        {
            var text = File.ReadAllText(path);

            var proposals = ReadNotes.Propose(path, text);

            Assert.NotEmpty(proposals);
            Assert.All(proposals, proposal => Assert.Equal(text.Substring(proposal.Start, proposal.Quote.Length), proposal.Quote));
            Assert.All(proposals, proposal => Assert.Empty(proposal.Text.SavingProblems().Concat(proposal.Text.AcceptingProblems())));
            Assert.All(proposals, proposal => Assert.InRange(proposal.Place.Length, 1, Provenance.PlaceLength));
            Assert.Equal(proposals.Count, proposals.Select(proposal => proposal.Text.Title).Distinct().Count());
            Assert.DoesNotContain(proposals, proposal => HasControls(proposal.Text));
            Assert.DoesNotContain(proposals, proposal => proposal.Text.Action.Contains("](", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_sentence_of_the_samples_is_lost()
    {
        foreach (var path in Samples.Documents())
        {
            var text = File.ReadAllText(path);
            var kept = new bool[text.Length];
            foreach (var proposal in ReadNotes.Propose(path, text))
            {
                Array.Fill(kept, true, proposal.Start, proposal.Quote.Length);
            }

            var body = text.StartsWith("---", StringComparison.Ordinal) ? text.IndexOf("\n---", 3, StringComparison.Ordinal) + 4 : 0;
            var lost = text.Split('\n').Select((line, at) => (line, at: Offset(text, at))).Where(line => line.at > body && line.line.Trim().Length > 0 && !kept[line.at + (line.line.Length / 2)]);
            Assert.All(lost, line => Assert.Matches(@"^\s*(#|!\[|!!!|---|\||<|\[[\w-]+\]:|[-*] .*\]\(http|\S.{0,90}[,:]\s*$|（暂无)", line.line));
        }
    }

    [Fact]
    public void A_table_becomes_a_card_a_row_under_the_names_of_its_columns()
    {
        var proposals = ReadNotes.Propose("severity_levels.md", Samples.Text("pagerduty-incident-response/severity_levels.md"));

        var row = Assert.Single(proposals, proposal => proposal.Place == "Severity levels > SEV-2");
        Assert.Equal("Severity levels: SEV-2", row.Text.Title);
        Assert.StartsWith("Severity: SEV-2\nDescription:\nCritical system issue", row.Text.Action, StringComparison.Ordinal);
        Assert.Contains("Typical Response:\nMajor incident response.", row.Text.Action, StringComparison.Ordinal);
        Assert.Contains(proposals, proposal => proposal.Text.Title == "Severity levels: Always Assume The Worst"
            && proposal.Text.Situation.StartsWith("If you are unsure", StringComparison.Ordinal) && proposal.Text.Action.StartsWith("Treat it as the higher one", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("# Deploys\n\n## Steps\n\n1. Build it.\n2. Ship it.\n", CardKind.Process, "Deploys: Steps")]
    [InlineData("# Deploys\n\n## Friday rule\n\nNever deploy on a Friday afternoon.\n", CardKind.RedFlag, "Friday rule")]
    [InlineData("# Deploys\n\n## Where it runs\n\nIt runs on three machines in Oslo.\n", CardKind.Fact, "Where it runs")]
    [InlineData("# Me\n\n## Payroll questions\n\nPayroll is not mine, ask the finance desk.\n", CardKind.Boundary, "Payroll questions")]
    [InlineData("# Me\n\n## Payroll questions\n\nPayroll is not mine.\n", CardKind.Fact, "Payroll questions")]
    [InlineData("# 我\n\n## 发布流程与步骤\n\n1. 先构建\n2. 再发布\n", CardKind.Process, "发布流程与步骤")]
    [InlineData("# 我\n\n## 关于周五发布的规定\n\n周五下午禁止发布。\n", CardKind.RedFlag, "关于周五发布的规定")]
    [InlineData("# 我\n\n## 关于薪酬方面的问题\n\n薪酬不是我的，找财务组。\n", CardKind.Boundary, "关于薪酬方面的问题")]
    public void The_kind_and_the_title_follow_from_the_words(string text, CardKind kind, string title)
    {
        var proposal = Assert.Single(ReadNotes.Propose("notes.md", text));

        Assert.Equal((kind, title), (proposal.Text.Kind, proposal.Text.Title));
        Assert.Empty(proposal.Text.AcceptingProblems());
    }

    [Fact]
    public void A_boundary_names_whom_to_ask()
    {
        Assert.Equal("the finance desk", ReadNotes.Propose("a.md", "# Payroll questions\n\nPayroll is not mine, ask the finance desk.").Single().Text.AskInstead);
        Assert.Equal("财务组", ReadNotes.Propose("a.md", "# 薪酬\n\n薪酬不是我的，找财务组。").Single().Text.AskInstead);
    }

    [Fact]
    public void Words_stay_and_markup_goes()
    {
        const string text = "---\ntitle: Runbook\n---\n\nSee **the** [guide](http://x){:target=\"_blank\"} and [here][lost].\n![pic](x.png)\n\n* one `a[b][c]`\n* two &amp; <br>three\n\n```sh\n$ ls\n```\n";

        var card = Assert.Single(ReadNotes.Propose("x.md", text)).Text;

        Assert.Equal("Runbook", card.Title);
        Assert.Equal("See the guide and here.\n\n- one a[b][c]\n- two &\n  three\n\n$ ls", card.Action);
    }

    [Fact]
    public void Lists_of_links_make_no_card()
    {
        Assert.Empty(ReadNotes.Propose("a.md", "# References\n\n- [a](http://a)\n- [b](http://b)\n"));
        Assert.Empty(ReadNotes.Propose("a.md", "[TOC]\n\n![a](b.png)\n\n---\n"));
    }

    [Fact]
    public void Plain_text_is_cut_at_lines_that_look_like_headings()
    {
        var proposals = ReadNotes.Propose("handover.txt", "HANDOVER NOTES\n\nCall the warehouse before noon.\n\n一、退款流程说明\n先核对订单，再联系财务确认退款金额。\n");

        Assert.Equal(["HANDOVER NOTES", "一、退款流程说明"], proposals.Select(proposal => proposal.Text.Title));
        Assert.Equal(["Call the warehouse before noon.", "先核对订单，再联系财务确认退款金额。"], proposals.Select(proposal => proposal.Quote));
    }

    [Fact]
    public void A_line_with_nothing_under_it_is_kept_as_what_was_to_be_said()
    {
        var lines = ReadNotes.Propose("a.txt", "My rules\n\nnever ship on Friday\n\nalways ask the desk first\n\ncall me when in doubt\n");
        var headings = ReadNotes.Propose("a.md", "# Rules\n\n## Never deploy on a Friday\n\n## Tell the desk before noon\n");

        Assert.Equal("never ship on Friday\n\nalways ask the desk first\n\ncall me when in doubt", Assert.Single(lines).Text.Action);
        Assert.Equal(["Never deploy on a Friday", "Tell the desk before noon"], headings.Select(proposal => proposal.Text.Action));
    }

    [Fact]
    public void What_does_not_fit_one_card_is_split_and_not_cut()
    {
        var text = "# Long\n\n" + string.Join(' ', Enumerable.Range(0, 3000).Select(at => $"word{at}"));

        var proposals = ReadNotes.Propose("a.md", text);

        Assert.Equal(Enumerable.Range(0, 3000).Select(at => $"word{at}"), string.Join(' ', proposals.Select(proposal => proposal.Text.Action)).Split(' '));
    }

    private static int Offset(string text, int line)
    {
        var at = 0;
        for (; line > 0; line--)
        {
            at = text.IndexOf('\n', at) + 1;
        }

        return at;
    }

    private static bool HasControls(CardText text) => Enum.GetValues<CardField>().Any(field => text[field].Any(c => char.IsControl(c) && c != '\n'));
}
