using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Credits;
using SkillDistill.Tests;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Credits;

/// <summary>Colleagues ask, ask again, delete, leave; owners withdraw and give: the credits in the store are those that the answers come to, reckoned in another way.</summary>
public sealed class RandomHistories : IDisposable
{
    private const int Steps = 80;

    private static readonly string[] Askers = ["tunde", "noor", "dafydd", "xiaoyun"];
    private static readonly string[] Owners = ["mei", "xiaoyun"];
    private static readonly string[] Questions =
    [
        "When do you roll back and when do you look for the cause first?", "What four things do you go through at the Monday on-call handover?",
        "来料抽检怎么定抽样数和判定数？", "正常、加严、放宽检验什么时候转换？", "Which restaurant near the harbour serves vegan ramen?",
    ];

    private readonly House _house = new();
    private readonly List<Helped> _helped = [];
    private readonly HashSet<Id<Turn>> _seen = [];

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_count_is_exact_whatever_happens_in_between(int seed)
    {
        var random = new Random(seed);
        var gone = new HashSet<string>();
        var back = 0;
        for (var step = 0; step < Steps; step++)
        {
            if (step == back)
            {
                await GiveAgainAsync();
            }

            _house.Clock.Advance(random.Next(3) == 0 ? TimeSpan.FromHours(random.Next(1, 30)) : TimeSpan.FromMinutes(random.Next(1, 60)));
            var asker = random.GetItems(Askers.Where(key => !gone.Contains(key)).ToArray(), 1)[0];
            switch (random.Next(10))
            {
                case 0:
                    await DeleteAConversationAsync(asker);
                    break;
                case 1:
                    // Away for a few steps at a time.
                    await WithdrawAsync(Owners[step % Owners.Length]);
                    back = step + 4;
                    break;
                case 2 when step > Steps / 2 && gone.Count == 0:
                    gone.Add(asker == "xiaoyun" ? "noor" : asker);
                    await _house.InStoreAsync(async db =>
                    {
                        (await db.People.SingleAsync(person => person.Email == $"{gone.First()}@lindenau.example")).Deactivate(_house.Clock.GetUtcNow());
                        return await db.SaveChangesAsync();
                    });
                    break;
                default:
                    await AskAsync(asker, random.GetItems(Owners.Where(owner => owner != asker).ToArray(), 1)[0], random.GetItems(Questions, 1)[0]);
                    break;
            }
        }

        var expected = ExpectedCredit.Of(_helped);
        var counted = await _house.InStoreAsync(db => db.Credits.AsNoTracking().ToListAsync());
        Assert.Equal(expected.Count, counted.Count);
        Assert.Equal(
            expected.Select(credit => (credit.Author, _helped.Single(answer => answer.Turn == credit.Turn).At)).Order(),
            counted.Select(credit => (credit.AuthorId, credit.GivenAt)).Order());
        Assert.True(_helped.Count > expected.Count && expected.Count > 5, $"Too little happened: {_helped.Count} answers, {expected.Count} credits.");
    }

    private async Task AskAsync(string asker, string owner, string question)
    {
        var visitor = await _house.SignedInAsync(asker);
        await visitor.OpenAsync(await _house.AgentPathAsync(owner));
        if (visitor.Page.QuerySelector("form[data-ask]") is null)
        {
            return;
        }

        await visitor.PressAsync("form[data-ask] button", ("Question", question));
        await _house.InStoreAsync(async db =>
        {
            foreach (var row in await db.Turns.AsNoTracking().Include(turn => turn.Citations).Join(db.Conversations, turn => turn.ConversationId, conversation => conversation.Id, (turn, conversation) => new { Turn = turn, conversation.AskerId }).ToListAsync())
            {
                if (_seen.Add(row.Turn.Id) && CreditRule.Helps(row.Turn))
                {
                    var cards = row.Turn.Citations.Select(citation => citation.CardId).Distinct().ToList();
                    var authors = await db.Cards.AsNoTracking().Where(card => cards.Contains(card.Id)).ToListAsync();
                    _helped.Add(new Helped(row.Turn.Id, row.AskerId, row.Turn.AnsweredAt!.Value, authors.ConvertAll(card => (card.Id, card.OwnerId))));
                }
            }

            return true;
        });
    }

    private async Task DeleteAConversationAsync(string asker)
    {
        var visitor = await (await _house.SignedInAsync(asker)).OpenAsync("/ask");
        if (visitor.Page.QuerySelector("a[href^='/conversations/']")?.GetAttribute("href") is { } conversation)
        {
            await visitor.OpenAsync(conversation);
            await visitor.PressAsync("form[action*=Delete] button");
        }
    }

    private async Task WithdrawAsync(string owner)
    {
        var now = _house.Clock.GetUtcNow();
        var subject = (await _house.PersonAsync(owner)).Id;
        await _house.DecideAsync(subject, stream => stream.For(Purpose.AnswerColleagues)?.IsInForce(now) == true ? stream.Withdraw(subject, Purpose.AnswerColleagues, now).Refusal : null);
    }

    private async Task GiveAgainAsync()
    {
        var now = _house.Clock.GetUtcNow();
        foreach (var owner in Owners)
        {
            var subject = (await _house.PersonAsync(owner)).Id;
            await _house.DecideAsync(subject, stream => stream.For(Purpose.AnswerColleagues)?.IsInForce(now) == true
                ? null
                : stream.Give(subject, Purpose.AnswerColleagues, Consent.Scene.Terms(Domain.People.Audience.Organisation(), now.AddMonths(1)), now).Refusal);
        }
    }
}
