using Microsoft.Playwright;
using SkillDistill.Tests;
using Xunit.Abstractions;

namespace SkillDistill.Browser.Tests.Journey;

/// <summary>The whole job on real documents that nobody here wrote: from an empty profile to answers that a reader of those documents would accept.</summary>
[Collection(BrowserTests.Name)]
public sealed class WholeJob(Chromium chromium, ITestOutputHelper output)
{
    private const string Sam = "Sam Whitfield";

    /// <summary>Questions a reader of the documents would ask, and words that only the right place holds.</summary>
    private static readonly (string Question, string[] AnyOf)[] Answerable =
    [
        ("How often should we post status updates during a SEV-2?", ["20-30 minutes", "every 30mins"]),
        ("May I debate the severity on the call?", ["do not discuss incident severity", "not the time to discuss or litigate"]),
        ("I cannot tell whether it is a SEV-1 or a SEV-2. Which one do I assume?", ["treat it as the higher one", "assume it's the higher severity"]),
        ("What do I do when there is no incident commander on the call?", ["!ic page"]),
        ("Can the incident commander also act as the expert who fixes the problem?", ["You cannot take on another role", "assume the Subject Matter Expert role"]),
        ("How many people should report directly to the incident commander at most?", ["7 or 8 people"]),
        ("How often does the deputy call out how long the incident has been running?", ["every 10 minutes"]),
        ("What escalation timeout do you recommend for an on-call rotation?", ["escalation timeout to 5 minutes"]),
        ("Should I write \"outage\" in a postmortem?", ["Don't use the word \"outage\""]),
        ("An SSL certificate expires next week. What priority is that alert?", ["SSL certificate is due to expire"]),
        ("Do we need a postmortem when it turned out not to be a real incident?", ["you should still conduct a post-mortem"]),
        ("How should I assign a task to somebody on the call?", ["Assign the task to a specific person"]),
        ("Redis 的 key 要注意什么？", ["TTL"]),
    ];

    private static readonly string[] Unanswerable =
    [
        "How many days of parental leave do I get?",
        "What is the wifi password of the Berlin office?",
        "Which cloud provider gives us the best discount on GPUs?",
        "Who won the football match between Leeds and Sheffield?",
        "How do I claim mileage for my bicycle?",
        "食堂周五供应什么菜？",
    ];

    [Fact]
    public async Task An_empty_profile_becomes_an_agent_that_cites_the_right_card_or_says_that_it_cannot_tell()
    {
        var owner = new Owner(await chromium.SignedInAsync("sam"));
        await owner.BringInFolderAsync(Repository.Shared("samples/pagerduty-incident-response"));
        await owner.BringInFolderAsync(Repository.Shared("samples/colleague-skill/example_zhangsan"));
        await owner.ClaimTheWorkAsync();
        await owner.AcceptAllDraftsAsync();
        await owner.ShareAllAsync();
        await owner.AgreeAsync("DistilAgent");
        await owner.AgreeAsync("AnswerColleagues", "Organisation");
        await owner.DistilAndPublishAsync();

        var colleague = new Colleague(await chromium.SignedInAsync("tunde"));
        var missed = new List<string>();
        foreach (var (question, anyOf) in Answerable)
        {
            var answer = await colleague.AskAsync(Sam, question);
            var holds = answer.Cards.Take(2).Any(card => Array.Exists(anyOf, words => card.Contains(words, StringComparison.OrdinalIgnoreCase)));
            Note(holds && answer.Verdict != "CannotTell", question, answer, missed);
        }

        var invented = new List<string>();
        foreach (var question in Unanswerable)
        {
            var answer = await colleague.AskAsync(Sam, question);
            Note(answer.Verdict == "CannotTell", question, answer, invented);
        }

        Assert.True(Answerable.Length - missed.Count >= 12, $"Missed: {string.Join(" | ", missed)}");
        Assert.True(Unanswerable.Length - invented.Count >= 5, $"Invented: {string.Join(" | ", invented)}");

        await owner.WithdrawAsync("AnswerColleagues");
        var gone = await colleague.Page.ReloadAsync();
        Assert.Equal(404, gone!.Status);
        await colleague.Page.GotoAsync("/ask");
        Assert.Equal(0, await colleague.Page.Locator(".agentcard", new PageLocatorOptions { HasTextString = Sam }).CountAsync());
    }

    private void Note(bool right, string question, Answered answer, List<string> wrong)
    {
        var cited = answer.Cards.Select(card => string.Join(' ', card.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Take(12)));
        output.WriteLine($"{(right ? "ok   " : "WRONG")} {question} -> {answer.Verdict}: {string.Join(" / ", cited)}");
        if (!right)
        {
            wrong.Add(question);
        }
    }
}
