using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>People from a sheet: looked at first, then all of it or nothing.</summary>
public sealed class BringingPeople : IDisposable
{
    private const string Heads = "name,email,title,team,state\n";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_sheet_brings_in_changes_takes_out_and_back_and_does_nothing_the_second_time()
    {
        await _house.InStoreAsync(async db =>
        {
            (await db.People.SingleAsync(person => person.Email == "gareth@lindenau.example")).Deactivate(_house.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var (sophie, gareth) = (await _house.PersonAsync("sophie"), await _house.PersonAsync("gareth"));
        var sheet = Heads + $"Nia New,NIA@lindenau.example,Newcomer,Customer Support,\n{sophie.Name},sophie@lindenau.example,Another title,Finance & People,active\n"
            + $"{gareth.Name},gareth@lindenau.example,{gareth.JobTitle},,active\n李晓,li@lindenau.example,,,active\nMei Tan,mei@lindenau.example,,,away\n";
        var ada = await LookAsync(sheet);
        Assert.Equal(["1", "1", "2", "1", "0"], Counts(ada));

        await ada.PressAsync("[data-bring]");

        Assert.Contains("2 new people, 1 changed, 1 deactivated, 1 reactivated", ada.Text, StringComparison.Ordinal);
        sophie = await _house.PersonAsync("sophie");
        Assert.Equal(("Another title", await TeamAsync("Finance & People")), (sophie.JobTitle, sophie.TeamId!.Value));
        Assert.Null((await _house.PersonAsync("gareth")).DeactivatedAt);
        Assert.NotNull((await _house.PersonAsync("mei")).DeactivatedAt);
        Assert.Equal(["0", "0", "0", "0", "5"], Counts(await LookAsync(sheet)));
    }

    [Fact]
    public async Task Who_was_brought_in_joins_by_a_link_made_on_their_page()
    {
        var ada = await LookAsync(Heads + "Nia New,nia@lindenau.example,Newcomer,,active");
        await ada.PressAsync("[data-bring]");
        await ada.OpenAsync($"/admin/people/{(await PersonByEmailAsync("nia@lindenau.example")).Id}");
        await ada.PressAsync("form[action*='handler=Link'] button");

        var nia = await _house.Stranger().OpenAsync(new Uri(ada.Page.QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery);
        await nia.PressAsync("main button", ("Password", "three plain words"));

        Assert.Contains("Nia New", nia.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_by_a_sheet_is_out_at_once_and_their_consents_and_agent_end()
    {
        var (xiaoyun, tunde) = (await _house.SignedInAsync("xiaoyun"), await _house.SignedInAsync("tunde"));
        var person = await _house.PersonAsync("xiaoyun");
        var agent = await _house.InStoreAsync(db => db.Agents.Where(agent => agent.OwnerId == person.Id).Select(agent => agent.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync($"/ask/{agent}")).Status);

        var ada = await LookAsync(Heads + $"{person.Name},xiaoyun@lindenau.example,{person.JobTitle},,away");
        await ada.PressAsync("[data-bring]");

        await xiaoyun.OpenAsync("/me/skills");
        Assert.StartsWith("/sign-in", xiaoyun.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync($"/ask/{agent}")).Status);
        Assert.False(await _house.InStoreAsync(db => db.Consents.AnyAsync(consent => consent.SubjectId == person.Id && (consent.State == ConsentState.Given || consent.State == ConsentState.Renewed))));
    }

    [Fact]
    public async Task What_is_taken_along_comes_back_as_nothing_new()
    {
        await _house.InStoreAsync(async db =>
        {
            db.People.Add(Person.Join("=cmd|' /C calc'!A0", "formula@lindenau.example", "'+Title, \"quoted\"", null, _house.Clock.GetUtcNow()).Value);
            (await db.People.SingleAsync(person => person.Email == "gareth@lindenau.example")).Deactivate(_house.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var ada = await _house.SignedInAsync("ada");
        var sheet = await ada.Http.GetByteArrayAsync(new Uri("/admin/people/sheet?handler=Sheet", UriKind.Relative));

        Assert.DoesNotContain("\n=", Encoding.UTF8.GetString(sheet), StringComparison.Ordinal);
        Assert.Equal(["0", "0", "0", "0", $"{(await PeopleAsync()).Count}"], Counts(await LookAsync(sheet)));
    }

    [Fact]
    public async Task Each_mistake_is_told_with_its_line_and_one_is_enough_that_nothing_is_changed()
    {
        var before = await PeopleAsync();
        var sheet = Heads + $"Nia New,nia@lindenau.example,,,\nNo Address,nowhere,,,\nTwice,NIA@lindenau.example,,,\n,anna@lindenau.example,,,\n{new string('x', 121)},bert@lindenau.example,,,\n"
            + $"Long Title,cleo@lindenau.example,{new string('x', 121)},,\nNo Team,dora@lindenau.example,,Nowhere,\nNo State,emil@lindenau.example,,,maybe\nNew And Away,fred@lindenau.example,,,away\nAda,ada@lindenau.example,,,away\nBlank,a b@lindenau.example,,,\n";

        var ada = await LookAsync(sheet);

        Assert.Equal("10", ada.Page.QuerySelector("[data-mistakes]")!.GetAttribute("data-mistakes"));
        var told = ada.Page.QuerySelectorAll("[data-mistakes] li").Select(line => line.TextContent.Trim()).ToList();
        Assert.Equal(Enumerable.Range(3, 10).Select(line => $"Line {line}"), told.Select(line => line.Split(':')[0]));
        Assert.Contains("must remain admin", told[8], StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-bring]"));
        using (var posted = await ada.PostAsync("/admin/people/sheet?handler=Bring", ("Sheet", sheet)))
        {
            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        }

        Assert.Equal(before.Select(Told), (await PeopleAsync()).Select(Told));
    }

    [Fact]
    public async Task What_was_looked_at_is_brought_in_and_nothing_else()
    {
        var sophie = await _house.PersonAsync("sophie");
        var ada = await LookAsync(Heads + $"{sophie.Name},sophie@lindenau.example,By the sheet,,active\nNia New,nia@lindenau.example,,,");
        await _house.InStoreAsync(async db =>
        {
            (await db.People.SingleAsync(person => person.Id == sophie.Id)).Describe("Sophie", "By another");
            return await db.SaveChangesAsync();
        });

        await ada.PressAsync("[data-bring]");

        Assert.Contains("not what you looked at", ada.Text, StringComparison.Ordinal);
        Assert.Equal("By another", (await _house.PersonAsync("sophie")).JobTitle);
        Assert.DoesNotContain(await PeopleAsync(), person => person.Email == "nia@lindenau.example");
    }

    [Fact]
    public async Task Hostile_cells_are_words_and_nothing_else()
    {
        var ada = await LookAsync(Heads + "<img src=x onerror=alert(1)>,img@lindenau.example,\"=HYPERLINK(\"\"x\"\")\",,\nZero\u200B\u202EWidth,ze\u200Bro@lindenau.example,,,\n");
        Assert.Empty(ada.Page.QuerySelectorAll("main img"));

        await ada.PressAsync("[data-bring]");

        Assert.Equal("<img src=x onerror=alert(1)>", (await PersonByEmailAsync("img@lindenau.example")).Name);
        Assert.Equal("ZeroWidth", (await PersonByEmailAsync("zero@lindenau.example")).Name);
    }

    [Fact]
    public async Task A_hundred_thousand_lines_are_told_to_be_too_many_and_wrong_columns_by_name()
    {
        Assert.Contains("more than 20,000 lines", (await LookAsync(Heads + string.Concat(Enumerable.Range(0, 100_000).Select(at => $"P {at},{at}@a.example,,,\n")))).Shown("#sheet"), StringComparison.Ordinal);
        Assert.Contains("Missing: title, team, state", (await LookAsync("name,email,titel\nA,B,C")).Shown("#sheet"), StringComparison.Ordinal);
        Assert.Contains("not in UTF-8", (await LookAsync([.. Encoding.UTF8.GetBytes(Heads + "团队,"), 0xE9, .. "\n"u8])).Shown("#sheet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chinese_heads_and_states_are_read_and_an_empty_state_leaves_who_is_away_away()
    {
        await _house.InStoreAsync(async db =>
        {
            (await db.People.SingleAsync(person => person.Email == "gareth@lindenau.example")).Deactivate(_house.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        var ada = await LookAsync("姓名\t邮箱\t职位\t团队\t状态\nGareth\tgareth@lindenau.example\t\t\t\n李晓\tli@lindenau.example\t\t\t在职\n");
        await ada.PressAsync("[data-bring]");

        Assert.NotNull((await _house.PersonAsync("gareth")).DeactivatedAt);
        Assert.Equal("李晓", (await PersonByEmailAsync("li@lindenau.example")).Name);
    }

    [Fact]
    public async Task Only_admins_bring_people_in()
    {
        var before = (await PeopleAsync()).Count;
        foreach (var key in new[] { "dafydd", "mei" })
        {
            var visitor = await (await _house.SignedInAsync(key)).OpenAsync("/ask");
            using var posted = await visitor.PostAsync("/admin/people/sheet?handler=Bring", ("Sheet", Heads + "Mine,mine@lindenau.example,,,"));
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.OpenAsync("/admin/people/sheet")).Status);
        }

        Assert.StartsWith("/sign-in", (await _house.Stranger().OpenAsync("/admin/people/sheet")).Location, StringComparison.Ordinal);
        Assert.Equal(before, (await PeopleAsync()).Count);
    }

    private static IEnumerable<string> Counts(Visitor visitor) => visitor.Page.QuerySelectorAll("[data-effect] b").Select(count => count.TextContent);

    private static (string, string, string, object?, object?) Told(Person person) => (person.Name, person.Email, person.JobTitle, person.TeamId, person.DeactivatedAt);

    private Task<Visitor> LookAsync(string sheet) => LookAsync(Encoding.UTF8.GetBytes(sheet));

    private async Task<Visitor> LookAsync(byte[] sheet)
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/people/sheet");
        return await ada.UploadAsync("input[name=Upload]", ("people.csv", sheet));
    }

    private Task<Domain.Id<Team>> TeamAsync(string name) => _house.InStoreAsync(db => db.Teams.Where(team => team.Name == name).Select(team => team.Id).SingleAsync());

    private Task<Person> PersonByEmailAsync(string email) => _house.InStoreAsync(db => db.People.AsNoTracking().SingleAsync(person => person.Email == email));

    private Task<List<Person>> PeopleAsync() => _house.InStoreAsync(db => db.People.AsNoTracking().OrderBy(person => person.Id).ToListAsync());
}
