using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Interviews;

public sealed class Inviting : IDisposable
{
    private const string Invitations = "/coverage/invitations";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("tunde")]
    [InlineData("noor")]
    public async Task Only_a_manager_invites(string key)
    {
        var other = await (await _house.SignedInAsync(key)).OpenAsync(Invitations);

        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
    }

    [Fact]
    public async Task The_person_reads_it_and_the_manager_sees_that_it_was_sent()
    {
        var (dafydd, member) = await ManagerAndMemberAsync();

        await dafydd.PressAsync("[data-invite]", ("People", member.Id.ToString()), ("Note", "Before the move, please."));

        Assert.Contains("Invited on", dafydd.Shown($"[data-person='{member.Id}']"), StringComparison.Ordinal);
        var invited = await SignedInAsAsync(member);
        Assert.Contains("Before the move, please.", invited.Shown("[data-invitation]"), StringComparison.Ordinal);
        Assert.Contains("never what you do with it", invited.Shown("[data-invitation]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answering_ignoring_and_declining_look_the_same_byte_for_byte()
    {
        var (dafydd, member) = await ManagerAndMemberAsync();
        await dafydd.PressAsync("[data-invite]", ("People", member.Id.ToString()));
        var ignored = (await dafydd.OpenAsync(Invitations)).Page.QuerySelector("main")!.InnerHtml;
        var invited = await SignedInAsAsync(member);

        await invited.PressAsync("[data-put-away]");
        var declined = (await dafydd.OpenAsync(Invitations)).Page.QuerySelector("main")!.InnerHtml;
        await invited.OpenAsync("/interview");
        await invited.PressAsync("[data-keep-profile] button");
        await invited.OpenAsync("/interview");
        await invited.PressAsync("[data-begin]");
        await invited.PressAsync(Sittings.Next, (Sittings.Whole, "What people look for me about."));
        var answered = (await dafydd.OpenAsync(Invitations)).Page.QuerySelector("main")!.InnerHtml;

        Assert.Equal(Without(ignored), Without(declined));
        Assert.Equal(Without(ignored), Without(answered));
        Assert.Null((await invited.OpenAsync("/me")).Page.QuerySelector("[data-invitation]"));
    }

    [Fact]
    public async Task The_same_person_is_not_pressed_again_within_a_month()
    {
        var (dafydd, member) = await ManagerAndMemberAsync();
        await dafydd.PressAsync("[data-invite]", ("People", member.Id.ToString()));

        using var again = await dafydd.PostAsync(Invitations, ("People", member.Id.ToString()));

        Assert.Contains("last 30 days", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await _house.InStoreAsync(db => db.Invitations.CountAsync()));
        _house.Clock.Advance(TimeSpan.FromDays(31));
        dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync(Invitations);
        Assert.False(dafydd.Page.QuerySelector($"[data-person='{member.Id}'] input")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task Nobody_outside_ones_teams_is_invited_and_too_long_a_note_is_said_so_with_everything_kept()
    {
        var (dafydd, member) = await ManagerAndMemberAsync();
        var stranger = await _house.InStoreAsync(db => db.People.FirstAsync(person => person.Email == "ada@lindenau.example"));

        using var outside = await dafydd.PostAsync(Invitations, ("People", stranger.Id.ToString()));
        await dafydd.PressAsync("[data-invite]", ("People", member.Id.ToString()), ("Note", new string('x', 301)));

        Assert.Contains("at most 300", dafydd.Text, StringComparison.Ordinal);
        Assert.Equal(new string('x', 301), dafydd.Page.QuerySelector("textarea[name=Note]")!.TextContent);
        Assert.True(dafydd.Page.QuerySelector($"[data-person='{member.Id}'] input")!.HasAttribute("checked"));
        Assert.Equal(0, await _house.InStoreAsync(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task People_stand_under_their_teams_and_a_search_loses_nothing_that_was_chosen_or_written()
    {
        var (dafydd, member) = await ManagerAndMemberAsync();
        var other = dafydd.Page.QuerySelectorAll("[data-person]").First(row => row.GetAttribute("data-person") != member.Id.ToString());
        Assert.Contains("Platform & Operations", dafydd.Page.QuerySelectorAll("section[data-team] h2").Select(team => team.TextContent));

        await dafydd.PressAsync("[data-find]", ("Q", other.QuerySelector("b")!.TextContent), ("People", member.Id.ToString()), ("Note", "Before the move, please."));
        Assert.Null(dafydd.Page.QuerySelector($"[data-person='{member.Id}']"));
        Assert.Contains(member.Name, dafydd.Shown("[data-besides]"), StringComparison.Ordinal);
        await dafydd.PressAsync("[data-invite]");

        Assert.Equal((member.Id, "Before the move, please."), await _house.InStoreAsync(db => db.Invitations.Select(sent => new ValueTuple<Id<Person>, string>(sent.ToId, sent.Note)).SingleAsync()));
    }

    [Fact]
    public async Task One_cannot_put_away_what_was_sent_to_somebody_else()
    {
        var (dafydd, member) = await ManagerAndMemberAsync();
        await dafydd.PressAsync("[data-invite]", ("People", member.Id.ToString()));
        var invitation = await _house.InStoreAsync(db => db.Invitations.SingleAsync());
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync("/me");

        using var away = await tunde.PostAsync("/me?handler=PutAway", ("invitation", invitation.Id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, away.StatusCode);
        Assert.Null(await _house.InStoreAsync(db => db.Invitations.Select(sent => sent.PutAwayAt).SingleAsync()));
    }

    /// <summary>A member of Dafydd's team whom the sign-in page offers.</summary>
    private async Task<(Visitor Dafydd, Person Member)> ManagerAndMemberAsync()
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync(Invitations);
        var offered = dafydd.Page.QuerySelectorAll("[data-person]").Select(row => Id<Person>.Parse(row.GetAttribute("data-person")!, null)).ToList();
        var people = await _house.InStoreAsync(db => db.People.AsNoTracking().Where(person => offered.Contains(person.Id)).ToListAsync());
        return (dafydd, people.First(person => person.Email is "sam@lindenau.example" or "tunde@lindenau.example"));
    }

    private async Task<Visitor> SignedInAsAsync(Person person) => await (await _house.SignedInAsync(person.Email!.Split('@')[0])).OpenAsync("/me");

    /// <summary>The form's token is new with every page.</summary>
    private static string Without(string html) => System.Text.RegularExpressions.Regex.Replace(html, "name=\"__RequestVerificationToken\"[^>]+>", "");
}
