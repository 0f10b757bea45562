using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Tests.Consent;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>What a manager learns of shared cards: when they were last confirmed, and where colleagues disagree. Nothing of any other card or person.</summary>
public sealed class LearningFromCards : IDisposable
{
    private readonly House _house = new();

    private DateTimeOffset Now => _house.Clock.GetUtcNow();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_line_says_who_is_fresh_and_who_is_past_review_with_the_day_they_last_confirmed_a_shared_card()
    {
        var skill = await HeldByAsync("anneke", "rohan");
        await _house.WritesAsync("anneke", Audience.Organisation(), Now.AddDays(-1), skill);
        await _house.WritesAsync("anneke", Audience.Organisation(), Now.AddDays(-300), skill);
        await _house.WritesAsync("rohan", Audience.Organisation(), Now.AddDays(-200), skill);

        var row = await RowAsync(skill);

        Assert.Matches(@"^fresh: .*Anneke [^(]+\(1 Nov 2026\)", Squeezed(row.QuerySelector("[data-fresh]")!.TextContent));
        Assert.Matches(@"past review: .*Rohan [^(]+\(16 Apr 2026\)", Squeezed(row.QuerySelector("[data-past]")!.TextContent));
    }

    [Fact]
    public async Task Confirming_setting_aside_and_making_private_are_seen_at_the_next_request()
    {
        var skill = await HeldByAsync("anneke", "rohan");
        var card = await _house.WritesAsync("anneke", Audience.Organisation(), Now.AddDays(-200), skill);
        Assert.Contains("Anneke", (await RowAsync(skill)).QuerySelector("[data-past]")!.TextContent, StringComparison.Ordinal);

        await ChangeAsync(card, known => known.Confirm(CardKind.Fact, Now));
        Assert.Contains("Anneke", (await RowAsync(skill)).QuerySelector("[data-fresh]")!.TextContent, StringComparison.Ordinal);

        await ChangeAsync(card, known => known.ShareWith(Audience.Private()));
        Assert.DoesNotContain("Anneke", (await RowAsync(skill)).QuerySelector("[data-freshness]")?.TextContent ?? "", StringComparison.Ordinal);

        await ChangeAsync(card, known => known.ShareWith(Audience.Organisation()));
        await ChangeAsync(card, known => known.SetAside());
        Assert.DoesNotContain("Anneke", (await RowAsync(skill)).QuerySelector("[data-freshness]")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_about_manner_are_about_no_skill()
    {
        var (dafydd, skill) = (await _house.SignedInAsync("dafydd"), await HeldByAsync("anneke", "rohan"));
        var before = await dafydd.CoverageBytesAsync();

        await _house.InStoreAsync(async db =>
        {
            var text = new CardText { Kind = CardKind.Voice, Title = "How I write", Action = "In short words." };
            var card = Card.Draft((await db.People.SingleAsync(person => person.Email == "anneke@lindenau.example")).Id, text, null, Now).Value;
            card.Tag([skill]);
            card.ShareWith(Audience.Organisation());
            card.Accept(text, Now);
            db.Cards.Add(card);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(before, await dafydd.CoverageBytesAsync());
    }

    [Fact]
    public async Task The_private_vault_and_drafts_of_somebody_named_change_no_byte()
    {
        var dafydd = await _house.SignedInAsync("dafydd");
        var before = await dafydd.CoverageBytesAsync();

        foreach (var skills in (await _house.SkillsAsync()).Chunk(Card.SkillLimit))
        {
            await _house.WritesAsync("mei", Audience.Private(), Now, skills);
            await _house.InStoreAsync(async db =>
            {
                var draft = Card.Draft((await db.People.SingleAsync(person => person.Email == "mei@lindenau.example")).Id, new CardText { Title = "Unfinished", Action = "Something." }, null, Now).Value;
                draft.Tag(skills);
                draft.ShareWith(Audience.Organisation());
                db.Cards.Add(draft);
                return await db.SaveChangesAsync();
            });
        }

        Assert.Equal(before, await dafydd.CoverageBytesAsync());
    }

    [Theory]
    [InlineData("never asked")]
    [InlineData("refused")]
    [InlineData("withdrawn")]
    public async Task Shared_cards_and_disagreements_of_somebody_who_did_not_agree_change_no_byte(string state)
    {
        var dafydd = await _house.SignedInAsync("dafydd");
        var before = await dafydd.CoverageBytesAsync();
        await StandAsync("sam", state);

        foreach (var skills in (await _house.SkillsAsync()).Chunk(Card.SkillLimit))
        {
            await _house.DisagreedAsync(await _house.WritesAsync("sam", Audience.Organisation(), Now, skills), Now);
        }

        Assert.Equal(before, await dafydd.CoverageBytesAsync());
    }

    [Fact]
    public async Task That_colleagues_disagreed_with_somebody_named_changes_no_byte()
    {
        var (dafydd, skill) = (await _house.SignedInAsync("dafydd"), await HeldByAsync("anneke", "rohan"));
        var card = await _house.WritesAsync("anneke", Audience.Organisation(), Now, skill);
        var before = await dafydd.CoverageBytesAsync();

        await _house.DisagreedAsync(card, Now);

        Assert.Equal(before, await dafydd.CoverageBytesAsync());
    }

    [Fact]
    public async Task Where_a_consent_ends_the_days_of_its_cards_are_gone_at_the_next_request()
    {
        var skill = await HeldByAsync("anneke", "rohan");
        await _house.WritesAsync("anneke", Audience.Organisation(), Now, skill);
        Assert.Contains("Anneke", (await RowAsync(skill)).QuerySelector("[data-fresh]")!.TextContent, StringComparison.Ordinal);

        await _house.WithdrawsAsync("anneke", Purpose.ShowNamedCoverage);

        Assert.DoesNotContain("Anneke", (await RowAsync(skill)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_those_who_are_counted_only_steps_of_five_are_told_and_never_a_name()
    {
        var skill = await _house.SkillAsync("pricing");
        var keys = await CountedAsync(skill, 14, agreeing: 8);
        var stefan = await StefanAsync();
        Assert.Null(stefan.Page.QuerySelector("[data-judgement]"));
        Assert.Null(stefan.Page.QuerySelector("[data-unnamed-fresh]"));

        foreach (var key in keys.Take(6))
        {
            await _house.DisagreedAsync(await _house.WritesAsync(key, Audience.Organisation(), Now, skill), Now);
        }

        await _house.RunAsync<CountCrowds>();
        stefan = await StefanAsync();
        Assert.Equal("5", stefan.Page.QuerySelector("[data-unnamed-fresh]")!.GetAttribute("data-unnamed-fresh"));
        Assert.Contains("at least 5 not named", stefan.Shown("[data-fresh]"), StringComparison.Ordinal);
        Assert.Contains("Where judgement lives", stefan.Text, StringComparison.Ordinal);
        Assert.Contains("at least 5 people", stefan.Shown("[data-judgement] li"), StringComparison.Ordinal);
        Assert.DoesNotContain("Quiet", stefan.Text, StringComparison.Ordinal);
        Assert.Empty(stefan.Page.QuerySelectorAll("main a[href^='/disagreements'], main a[href^='/cards']"));
    }

    [Fact]
    public async Task Too_few_and_none_are_the_same()
    {
        var skill = await _house.SkillAsync("pricing");
        var keys = await CountedAsync(skill, 14, agreeing: 8);
        await _house.RunAsync<CountCrowds>();
        var none = await (await StefanAsync()).CoverageBytesAsync();
        foreach (var key in keys.Take(4))
        {
            await _house.DisagreedAsync(await _house.WritesAsync(key, Audience.Organisation(), Now, skill), Now);
        }

        await _house.RunAsync<CountCrowds>();
        Assert.Equal(none, await (await StefanAsync()).CoverageBytesAsync());
    }

    /// <summary>Nights pass, and whoever of the counted takes it back, wants to be named, learns or is disagreed with changes no byte about the others; five of them do.</summary>
    [Fact]
    public async Task What_one_or_four_people_decide_moves_no_number_and_what_five_do_moves_it_the_next_night()
    {
        var skill = await _house.SkillAsync("pricing");
        var keys = await CountedAsync(skill, 14, agreeing: 8);
        foreach (var key in keys.Take(5))
        {
            await _house.DisagreedAsync(await _house.WritesAsync(key, Audience.Organisation(), Now, skill), Now);
        }

        await _house.RunAsync<CountCrowds>();
        var before = await (await StefanAsync()).CoverageBytesAsync();
        Assert.NotNull((await StefanAsync()).Page.QuerySelector("[data-judgement]"));
        foreach (var key in keys.Take(4))
        {
            await _house.WithdrawsAsync(key, Purpose.CountInCoverage);
            await _house.RunAsync<CountCrowds>();
            Assert.Equal(before, await (await StefanAsync()).CoverageBytesAsync());
        }

        await _house.WithdrawsAsync(keys[4], Purpose.CountInCoverage);
        Assert.Equal(before, await (await StefanAsync()).CoverageBytesAsync());
        await _house.RunAsync<CountCrowds>();
        Assert.Null((await StefanAsync()).Page.QuerySelector("[data-judgement]"));
    }

    /// <summary>Their row goes at once, which is what they decided; no number says whether they are counted still.</summary>
    [Fact]
    public async Task Whoever_takes_their_name_back_leaves_the_same_bytes_counted_or_not()
    {
        var skill = await _house.SkillAsync("pricing");
        var keys = await CountedAsync(skill, 14, agreeing: 9);
        await _house.GivesAsync(keys[8], Purpose.ShowNamedCoverage);
        await _house.RunAsync<CountCrowds>();
        Assert.Contains("Quiet", (await StefanAsync()).Text, StringComparison.Ordinal);

        await _house.WithdrawsAsync(keys[8], Purpose.ShowNamedCoverage);
        var counted = await (await StefanAsync()).CoverageBytesAsync();
        await _house.RunAsync<CountCrowds>();
        var afterANight = await (await StefanAsync()).CoverageBytesAsync();
        await _house.WithdrawsAsync(keys[8], Purpose.CountInCoverage);
        var hidden = await (await StefanAsync()).CoverageBytesAsync();
        await _house.RunAsync<CountCrowds>();

        Assert.DoesNotContain("Quiet", (await StefanAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(counted, afterANight);
        Assert.Equal(counted, hidden);
        Assert.Equal(counted, await (await StefanAsync()).CoverageBytesAsync());
    }

    [Fact]
    public async Task A_disagreement_of_more_than_a_year_ago_says_nothing_about_today()
    {
        var skill = await _house.SkillAsync("pricing");
        foreach (var key in (await CountedAsync(skill, 14, agreeing: 8)).Take(6))
        {
            await _house.DisagreedAsync(await _house.WritesAsync(key, Audience.Organisation(), Now, skill), Now.AddMonths(-12).AddDays(-1));
        }

        await _house.RunAsync<CountCrowds>();
        Assert.Null((await StefanAsync()).Page.QuerySelector("[data-judgement]"));
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A skill that both, and mostly nobody else, hold in dafydd's team.</summary>
    private Task<Id<Skill>> HeldByAsync(params string[] keys) => _house.InStoreAsync(async db =>
    {
        var skill = await db.Skills.Where(known => known.Key == "pricing").Select(known => known.Id).SingleAsync();
        foreach (var key in keys)
        {
            var person = await db.People.Where(known => known.Email == $"{key}@lindenau.example").Select(known => known.Id).SingleAsync();
            await db.Proficiencies.Where(level => level.PersonId == person && level.SkillId == skill).ExecuteDeleteAsync();
            db.Proficiencies.Add(Proficiency.Declare(person, skill, 4, Now).Value);
        }

        await db.SaveChangesAsync();
        return skill;
    });

    private async Task<AngleSharp.Dom.IElement> RowAsync(Id<Skill> skill)
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        Assert.Equal(HttpStatusCode.OK, dafydd.Status);
        var label = await _house.InStoreAsync(async db => (await db.Skills.AsNoTracking().SingleAsync(known => known.Id == skill)).Label(System.Globalization.CultureInfo.GetCultureInfo("en")));
        return dafydd.Page.QuerySelectorAll(".coverage-lines tbody tr").Single(row => row.QuerySelector("th")!.TextContent == label);
    }

    private Task<int> ChangeAsync(Id<Card> id, Action<Card> change) => _house.InStoreAsync(async db =>
    {
        change(await db.Cards.SingleAsync(card => card.Id == id));
        return await db.SaveChangesAsync();
    });

    private async Task StandAsync(string key, string state)
    {
        var person = (await _house.PersonAsync(key)).Id;
        foreach (var purpose in state == "never asked" ? [] : new[] { Purpose.ShowNamedCoverage, Purpose.CountInCoverage })
        {
            await _house.GivesAsync(key, Purpose.HoldProfile);
            await _house.DecideAsync(person, stream => state == "refused"
                ? stream.Refuse(person, purpose, Scene.Terms(Audience.Private(), Now.AddMonths(1)), Now).Refusal
                : stream.Give(person, purpose, Scene.Terms(Audience.Private(), Now.AddMonths(1)), Now).Refusal ?? stream.Withdraw(person, purpose, Now).Refusal);
        }
    }

    private async Task<List<string>> CountedAsync(Id<Skill> skill, int joining, int agreeing)
    {
        var keys = await _house.JoinAsync("Hardware & Supply", joining, skill);
        foreach (var key in keys.Take(agreeing))
        {
            await _house.GivesAsync(key, Purpose.HoldProfile);
            await _house.GivesAsync(key, Purpose.CountInCoverage);
        }

        return keys;
    }

    private async Task<Visitor> StefanAsync() => await (await Cards.CardsOfTheHouse.SignedInAsPersonAsync(_house, "stefan")).OpenAsync("/coverage");
}
