using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Reach;

namespace SkillDistill.Web.Tests.Cards;

public sealed class LookingIntoTheMirror(House house) : IClassFixture<House>
{
    private const string Mirror = "[data-specificity]";
    private const string Title = "Roll back first if something was released in the last hour";

    [Fact]
    public async Task The_owner_sees_what_earned_each_point_or_the_question_that_would()
    {
        var card = await house.CardOfAsync("mei", Title);
        var words = await WordsAsync(card);
        var measured = Specificity.Of(words);

        var mei = await (await house.SignedInAsync("mei")).OpenAsync($"/cards/{card}");

        Assert.Contains($"{measured.Total} of 16", mei.Page.QuerySelector($"{Mirror} > summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Only you see this", mei.Shown(Mirror), StringComparison.Ordinal);
        Assert.InRange(measured.Total, 1, Specificity.Most - 1);
        Assert.All(measured.Lines, line =>
        {
            var shown = mei.Page.QuerySelector($"{Mirror} [data-aspect={line.Aspect}]")!;
            Assert.Equal(line.Evidence?.Quote, shown.QuerySelector("q")?.TextContent);
            Assert.Equal(line.Ask is not null, shown.QuerySelector("[data-ask]") is not null);
        });
    }

    [Fact]
    public async Task It_asks_in_the_language_of_its_reader()
    {
        var card = (await house.DraftsOfAsync("xiaoyun", new CardText { Title = "根据情况灵活处理", Action = "视情况而定。" }))[0];
        var xiaoyun = await house.SignedInAsync("xiaoyun");
        xiaoyun.Http.DefaultRequestHeaders.Add("Accept-Language", "zh-Hans");

        await xiaoyun.OpenAsync($"/cards/{card}");

        Assert.Contains("新人照着它能做多少：0 分", xiaoyun.Shown(Mirror), StringComparison.Ordinal);
        Assert.Contains("什么时候你不会这么做？", xiaoyun.Shown(Mirror), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_is_shown_it_by_any_address()
    {
        var card = await house.CardOfAsync("mei", Title);
        var owner = await house.InStoreAsync(db => db.People.Where(person => person.Email == "mei@lindenau.example").Select(person => person.Id).SingleAsync());
        var agent = await house.InStoreAsync(db => db.Agents.Where(agent => agent.OwnerId == owner).Select(agent => agent.Id).SingleAsync());
        var revision = await house.InStoreAsync(db => db.Cards.Where(own => own.Id == Domain.Id<Card>.Parse(card, null)).Select(own => own.CurrentRevisionId).SingleAsync());
        var addresses = EveryRoute.ToRead(house, [card, owner.ToString(), agent.ToString(), revision.ToString()]);
        var others = new List<Visitor> { house.Stranger() };
        foreach (var key in (string[])["tunde", "dafydd", "ada", "noor"])
        {
            others.Add(await house.SignedInAsync(key));
        }

        foreach (var other in others)
        {
            foreach (var address in addresses)
            {
                using var response = await other.Http.GetAsync(new Uri(address, UriKind.Relative));
                var page = await response.Content.ReadAsStringAsync();
                Assert.False(page.Contains("specificity", StringComparison.OrdinalIgnoreCase) || page.Contains("newcomer could act", StringComparison.Ordinal), $"{address} shows the mirror.");
            }
        }
    }

    [Fact]
    public async Task It_is_kept_nowhere_and_shown_by_one_page()
    {
        var kept = await house.InStoreAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(type => type.GetProperties().Select(property => $"{type.Name}.{property.Name}"))
            .Where(name => name.Contains("Specific", StringComparison.OrdinalIgnoreCase)).ToList()));
        var elsewhere = new[] { ".cs", ".cshtml" }.SelectMany(ending => SourceCode.Files(ending, "src")).Where(file => File.ReadAllText(file).Contains("Specificity", StringComparison.Ordinal))
            .Select(SourceCode.Name).Where(file => !file.StartsWith(Path.Combine("src", "SkillDistill.Domain"), StringComparison.Ordinal)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

        Assert.Empty(kept);
        Assert.Equal(["Show.cshtml", "SpecificityMirror.cs", "_Specificity.cshtml"], elsewhere);
    }

    private Task<CardText> WordsAsync(string card) => house.InStoreAsync(db =>
        (from own in db.Cards where own.Id == Domain.Id<Card>.Parse(card, null) join words in db.CardRevisions on own.CurrentRevisionId equals words.Id select words.Text).SingleAsync());
}
