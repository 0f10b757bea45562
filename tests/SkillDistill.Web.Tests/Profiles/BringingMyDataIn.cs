using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Coverage;
using SkillDistill.Web.Tests.Erasures;

namespace SkillDistill.Web.Tests.Profiles;

/// <summary>A profile taken along from one installation and brought into another.</summary>
public sealed class BringingMyDataIn : IDisposable
{
    private const string Chosen = "[data-bring] input[type=file]";

    private readonly House _old = new();
    private readonly House _new = new();

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
    }

    [Fact]
    public async Task What_is_brought_in_and_taken_along_again_is_the_same()
    {
        await Canaries.SetAsync(_old, "sam", "tunde");
        await RearrangeAsync();
        var zip = await TakeAlongAsync(_old, "sam");
        var sam = await ReadyAsync("sam");

        await sam.UploadAsync(Chosen, ("mine.zip", zip));

        Assert.Contains("Brought in:", sam.Text, StringComparison.Ordinal);
        var (before, after) = (Profile(zip), Profile(await TakeAlongAsync(_new, "sam")));
        Assert.NotEmpty(before["cards"]!.AsArray());
        Assert.NotEmpty(before["interview"]!["answers"]!.AsArray());
        Assert.NotEmpty(before["agent"]!["versions"]!.AsArray());
        Assert.NotNull(before["agent"]!["published"]);
        Assert.Null(after["agent"]!["published"]);
        before["agent"]!["published"] = null;
        Assert.Single(before["replied"]!.AsArray());
        before["asked"] = new JsonArray();
        before["replied"] = new JsonArray();
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public async Task No_consent_comes_along_and_nobody_can_ask_what_was_published_elsewhere()
    {
        await Canaries.SetAsync(_old, "sam", "tunde");
        var zip = await TakeAlongAsync(_old, "sam");
        var sam = await ReadyAsync("sam");
        var entries = await _new.InStoreAsync(db => db.LedgerEntries.CountAsync());

        await sam.UploadAsync(Chosen, ("mine.zip", zip));

        Assert.Equal(entries, await _new.InStoreAsync(db => db.LedgerEntries.CountAsync()));
        var owner = (await _new.PersonAsync("sam")).Id;
        Assert.Null(await _new.InStoreAsync(db => db.Agents.Where(agent => agent.OwnerId == owner).Select(agent => agent.PublishedVersionId).SingleAsync()));
        Assert.DoesNotContain("Sam", (await (await _new.SignedInAsync("tunde")).OpenAsync("/ask")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_for_people_and_teams_unknown_here_is_private_here()
    {
        await Canaries.SetAsync(_old, "sam", "tunde");
        var teams = await _new.InStoreAsync(db => db.Teams.Select(team => team.Id).ToListAsync());
        var zip = Changed(await TakeAlongAsync(_old, "sam"), profile =>
        {
            var cards = profile["cards"]!.AsArray();
            cards[0]!["audience"] = JsonNode.Parse($$"""{ "scope": "Team", "team": "{{Guid.NewGuid()}}", "people": [] }""");
            cards[1]!["audience"] = JsonNode.Parse($$"""{ "scope": "Team", "team": "{{teams[0].Value}}", "people": [] }""");
        });
        var sam = await ReadyAsync("sam");

        await sam.UploadAsync(Chosen, ("mine.zip", zip));

        Assert.Contains("Brought in:", sam.Text, StringComparison.Ordinal);
        var cards = Profile(await TakeAlongAsync(_new, "sam"))["cards"]!.AsArray();
        Assert.Equal(["Private", "Team"], cards.Take(2).Select(card => card!["audience"]!["scope"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("to come")]
    [InlineData("happened")]
    public async Task A_card_goes_on_waiting_for_an_event_that_is_known_here_and_keeps_the_words_of_any_other(string state)
    {
        await Canaries.SetAsync(_old, "sam", "tunde");
        var expected = await ExpectAsync(_new, state);
        var zip = Changed(await TakeAlongAsync(_old, "sam"), profile => profile["cards"]![0]!["holds"] = JsonNode.Parse($$"""{ "reviewAfter": "Month", "until": "The boat is sold", "event": "{{expected.Value}}", "cameAboutAt": null }"""));
        var sam = await ReadyAsync("sam");

        await sam.UploadAsync(Chosen, ("mine.zip", zip));

        Assert.Contains("Brought in:", sam.Text, StringComparison.Ordinal);
        var card = await _new.InStoreAsync(db => db.Cards.AsNoTracking().SingleAsync(card => card.HoldsUntil == "The boat is sold"));
        Assert.Equal((ReviewPeriod.Month, state != "unknown", state == "happened"), (card.ReviewAfter, card.EventId == expected, card.CameAboutAt is not null));
        Assert.Equal(state == "happened", card.IsStale(_new.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_file_from_before_cards_held_until_anything_is_still_read()
    {
        await Canaries.SetAsync(_old, "sam", "tunde");
        var zip = Changed(await TakeAlongAsync(_old, "sam"), profile => profile["cards"]!.AsArray().ToList().ForEach(card => card!.AsObject().Remove("holds")));
        var sam = await ReadyAsync("sam");

        await sam.UploadAsync(Chosen, ("mine.zip", zip));

        Assert.Contains("Brought in:", sam.Text, StringComparison.Ordinal);
        var owner = (await _new.PersonAsync("sam")).Id;
        Assert.All(await _new.InStoreAsync(db => db.Cards.AsNoTracking().Where(card => card.OwnerId == owner).ToListAsync()), card => Assert.Equal(("", null, null), (card.HoldsUntil, card.ReviewAfter, card.CameAboutAt)));
    }

    [Fact]
    public async Task A_profile_with_something_in_it_takes_no_other()
    {
        var zip = await TakeAlongAsync(_old, "mei");
        var mei = await (await _old.SignedInAsync("mei")).OpenAsync("/me/data");

        Assert.Null(mei.Page.QuerySelector(Chosen));
        Assert.Contains("only be brought into an empty one", mei.Text, StringComparison.Ordinal);
        var (before, sam) = (Profile(zip).ToJsonString(), await ReadyAsync("sam", _old));
        await sam.UploadAsync(Chosen, ("mine.zip", zip));
        Assert.Contains("is in this installation already", sam.Text, StringComparison.Ordinal);
        Assert.Equal(before, Profile(await TakeAlongAsync(_old, "mei")).ToJsonString());
    }

    [Theory]
    [InlineData("not a zip", "not a file that was downloaded")]
    [InlineData("another zip", "not a file that was downloaded")]
    [InlineData("cut off", "not a file that was downloaded")]
    [InlineData("another version", "Only format version 2")]
    [InlineData("a word changed", "changed or damaged")]
    [InlineData("a part missing", "changed or damaged")]
    [InlineData("a card twice", "changed or damaged")]
    [InlineData("a number for a word", "changed or damaged")]
    [InlineData("a title too long", "160 characters")]
    [InlineData("a condition too long", "changed or damaged")]
    [InlineData("a password", "password")]
    public async Task A_file_that_is_not_what_was_taken_along_is_told_and_nothing_of_it_kept(string how, string expected)
    {
        await Canaries.SetAsync(_old, "sam", "tunde");
        var zip = await TakeAlongAsync(_old, "sam");
        var sam = await ReadyAsync("sam");

        await sam.UploadAsync(Chosen, ("mine.zip", Spoilt(zip, how)));

        Assert.Contains(expected, sam.Page.QuerySelector("[data-bring]")!.TextContent, StringComparison.OrdinalIgnoreCase);
        var owner = (await _new.PersonAsync("sam")).Id;
        Assert.False(await _new.InStoreAsync(db => db.Cards.AnyAsync(card => card.OwnerId == owner)) || await _new.InStoreAsync(db => db.Sources.AnyAsync(source => source.OwnerId == owner))
            || await _new.InStoreAsync(db => db.Interviews.AnyAsync(interview => interview.OwnerId == owner)));
        await sam.UploadAsync(Chosen, ("mine.zip", zip));
        Assert.Contains("Brought in:", sam.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_taken_in_of_somebody_who_has_not_agreed()
    {
        var zip = await TakeAlongAsync(_old, "mei");
        var sam = await (await _new.SignedInAsync("sam")).OpenAsync("/me/data");

        Assert.Null(sam.Page.QuerySelector(Chosen));
        using var posted = await sam.PostAsync("/me/data?handler=Bring");
        Assert.False(await _new.InStoreAsync(async db => await db.Cards.AnyAsync(card => db.People.Any(person => person.Id == card.OwnerId && person.Email == "sam@lindenau.example"))));
        Assert.NotEmpty(zip);
    }

    /// <summary>A card of several passages, a discarded proposal and a question put off, so that everything there is is taken along.</summary>
    private Task<int> RearrangeAsync() => _old.InStoreAsync(async db =>
    {
        var owner = await db.People.Where(person => person.Email == "sam@lindenau.example").Select(person => person.Id).SingleAsync();
        var document = await db.SourceDocuments.FirstAsync(document => db.Sources.Any(source => source.Id == document.SourceId && source.OwnerId == owner));
        Card Draft(int at) => Card.Draft(owner, new CardText { Kind = CardKind.Fact, Title = $"Draft {at}", CaseDate = new DateOnly(2026, 3, at + 1), Case = "It was so." }, new Provenance(document.Id, "Place", document.Text[at..(at + 4)], at), _old.Clock.GetUtcNow()).Value;
        var (one, other) = (Draft(0), Draft(2));
        one.TakeIn([other]);
        one.HoldFor(ReviewPeriod.Year, CardKind.Fact);
        one.HoldUntil(UntilCondition.Own("the anchor is painted"), CardKind.Fact, _old.Clock.GetUtcNow());
        one.ComeAbout(_old.Clock.GetUtcNow());
        db.Cards.AddRange(one, other);
        db.DiscardedProposals.Add(Domain.Interviews.DiscardedProposal.Of(await db.Interviews.Where(interview => interview.OwnerId == owner).Select(interview => interview.Id).SingleAsync(), "map-scope~x"));
        var told = await db.InterviewAnswers.FirstAsync(answer => db.Interviews.Any(interview => interview.Id == answer.InterviewId && interview.OwnerId == owner));
        told.AskedBy(new Domain.Interviews.ModelQuestion("Which sound tells you so?", CardField.Situation, "some-model"));
        told.FoundBy([Domain.Interviews.ModelCard.Of(CardKind.Fact, [new(CardField.Action, told.Parts.Keys.First(), told.Parts.Texts.Values.First())], "some-model")]);
        var asked = await db.Turns.Where(turn => db.Conversations.Any(conversation => conversation.Id == turn.ConversationId && conversation.AskerId != owner)).FirstAsync();
        var asker = await db.Conversations.Where(conversation => conversation.Id == asked.ConversationId).Select(conversation => conversation.AskerId).SingleAsync();
        db.Entry(asked).Property(turn => turn.Verdict).CurrentValue = Domain.Conversations.Verdict.CannotTell;
        var gap = Domain.Conversations.Gap.Send(asked, asker, owner, new("And the aft one?", IsNamed: false, MayBeHandedOn: false), _old.Clock.GetUtcNow()).Value;
        gap.Answer("It has none.", _old.Clock.GetUtcNow());
        db.Gaps.Add(gap);
        db.PutOffQuestions.Add(Domain.Interviews.PutOffQuestion.Of(owner, "stale-1", null));
        db.PutOffQuestions.Add(Domain.Interviews.PutOffQuestion.Of(owner, "stale-2", _old.Clock.GetUtcNow()));
        return await db.SaveChangesAsync();
    });

    private static async Task<Domain.Id<ExpectedEvent>> ExpectAsync(House house, string state)
    {
        var admin = (await house.PersonAsync("ada")).Id;
        var expected = ExpectedEvent.Name("The boat is sold", admin, house.Clock.GetUtcNow()).Value;
        if (state == "happened")
        {
            expected.Happen(new DateOnly(2026, 1, 1), admin, house.Clock.GetUtcNow());
        }

        await house.InStoreAsync(db => state == "unknown" ? Task.FromResult(0) : db.ExpectedEvents.Add(expected).Context.SaveChangesAsync());
        return expected.Id;
    }

    private async Task<Visitor> ReadyAsync(string key, House? house = null)
    {
        var visitor = await (await (house ?? _new).SignedInAsync(key)).OpenAsync("/me/data");
        return visitor.Page.QuerySelector("[data-keep-profile] button") is { } agree ? await (await visitor.PressAsync(agree)).OpenAsync("/me/data") : visitor;
    }

    private static async Task<byte[]> TakeAlongAsync(House house, string key)
    {
        var visitor = await (await house.SignedInAsync(key)).OpenAsync("/me/data");
        using var response = await visitor.PostAsync("/me/data");
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Everything but who it is of, and where they belong in each house.</summary>
    private static JsonObject Profile(byte[] zip)
    {
        var profile = JsonNode.Parse(Files(zip)["profile.json"])!.AsObject();
        profile.Remove("person");
        profile.Remove("history");
        return profile;
    }

    private static byte[] Spoilt(byte[] zip, string how) => how switch
    {
        "not a zip" => Encoding.UTF8.GetBytes("just words"),
        "another zip" => Zip(new() { ["notes.md"] = "# Notes"u8.ToArray() }),
        "cut off" => zip[..(zip.Length / 2)],
        "another version" => Zip(With(Files(zip), "manifest.json", text => text.Replace("\"version\": 2", "\"version\": 1", StringComparison.Ordinal))),
        "a word changed" => Zip(With(Files(zip), "profile.json", text => text.Replace("action", "actiom", StringComparison.Ordinal))),
        "a part missing" => Changed(zip, profile => profile.Remove("cards")),
        "a card twice" => Changed(zip, profile => profile["cards"]!.AsArray().Add(profile["cards"]![0]!.DeepClone())),
        "a number for a word" => Changed(zip, profile => profile["cards"]![0]!["status"] = 1),
        "a title too long" => Changed(zip, profile => profile["cards"]![0]!["revisions"]![0]!["text"]!["title"] = new string('x', 200)),
        "a condition too long" => Changed(zip, profile => profile["cards"]![0]!["holds"] = JsonNode.Parse($$"""{ "reviewAfter": null, "until": "{{new string('x', 201)}}", "event": null, "cameAboutAt": null }""")),
        "a password" => Changed(zip, profile => profile["interview"]!["answers"]![0]!["parts"]!["*"] = "The password: hunter2hunter2, key AKIAIOSFODNN7EXAMPLE"),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    /// <summary>Another profile in the file, with the digest that belongs to it.</summary>
    private static byte[] Changed(byte[] zip, Action<JsonObject> change)
    {
        var files = Files(zip);
        var (profile, manifest) = (JsonNode.Parse(files["profile.json"])!.AsObject(), JsonNode.Parse(files["manifest.json"])!);
        change(profile);
        files["profile.json"] = Encoding.UTF8.GetBytes(profile.ToJsonString());
        manifest["sha256"]!["profile.json"] = Convert.ToHexStringLower(SHA256.HashData(files["profile.json"]));
        files["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        return Zip(files);
    }

    private static Dictionary<string, byte[]> With(Dictionary<string, byte[]> files, string name, Func<string, string> change)
    {
        files[name] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(files[name])));
        return files;
    }

    private static Dictionary<string, byte[]> Files(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var bytes = new MemoryStream();
            using var content = entry.Open();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private static byte[] Zip(Dictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
