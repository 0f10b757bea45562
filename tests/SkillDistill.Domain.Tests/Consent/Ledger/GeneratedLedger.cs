using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Consent.Ledger;

/// <summary>The exported ledger of somebody who decides at random: one to some thirty entries, now and then erased, now and then for one purpose only.</summary>
internal sealed class GeneratedLedger
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Recipients = ["gpt (api.example)", "林德瑙 模型", "\"quoted\" \\ back", "tab\tline\nbell\u0007", "𝄞 and 👩🏽‍🔧", "naïve ﬁ \u2028"];
    private static readonly Purpose[] Purposes = Enum.GetValues<Purpose>();

    private readonly Random _random;
    private readonly Id<Person> _subject = Id<Person>.New();
    private DateTimeOffset _now = Start;

    private GeneratedLedger(Random random) => _random = random;

    /// <param name="keys">One of which signs.</param>
    public static JsonObject Make(Random random, IReadOnlyList<(string Id, ECDsa Key)> keys) => new GeneratedLedger(random).Make(keys);

    public static string Text(JsonNode ledger) => ledger.ToJsonString(AsIs);

    private JsonObject Make(IReadOnlyList<(string Id, ECDsa Key)> keys)
    {
        var stream = ConsentStream.Of(_subject);
        stream.Give(_subject, Any(Purposes), Terms(Purpose.AnswerColleagues), _now);
        for (var steps = _random.Next(15); steps > 0; steps--)
        {
            _now += TimeSpan.FromMilliseconds(_random.NextInt64(1, 90L * 24 * 3600 * 1000));
            Step(stream, Any(Purposes));
        }

        var erased = _random.Next(6) == 0;
        if (erased)
        {
            stream.Erase(_subject, _now += TimeSpan.FromDays(1));
        }

        var (id, key) = keys[_random.Next(keys.Count)];
        stream.SealWith(key, id);
        var only = !erased && _random.Next(4) == 0 ? stream.Entries[^1].Decision!.Purpose : (Purpose?)null;
        var export = LedgerExport.Of(stream, stream.Entries, entry => erased ? entry.Type == LedgerTypes.Erased : only is null || entry.Decision!.Purpose == only);

        // The store takes erased payloads away, which is not the same as leaving them out.
        return (erased ? export with { Partial = false } : export).Write();
    }

    private void Step(ConsentStream stream, Purpose purpose)
    {
        _ = _random.Next(8) switch
        {
            0 => stream.Withdraw(_subject, purpose, _now),
            1 => stream.Expire(purpose, _now),
            2 => stream.Invalidate(purpose, _now),
            3 => stream.Terminate(purpose, _now),
            4 => stream.Refuse(_subject, purpose, Terms(purpose), _now),
            5 => stream.Defer(_subject, purpose, Terms(purpose), _now),
            _ => stream.Give(_subject, purpose, Terms(purpose), _now),
        };
    }

    private ConsentTerms Terms(Purpose purpose)
    {
        var audience = _random.Next(3) switch
        {
            0 => Audience.Organisation(),
            1 => Audience.ForTeam(Id<Team>.New()),
            _ => Audience.ForPeople(Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => Id<Person>.New())).Value,
        };
        return new ConsentTerms(
            audience,
            _now.AddDays(_random.Next(1, 150)),
            "2026-11",
            LedgerHash.OfText(_random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture)),
            _random.Next(2) == 0 ? "en" : "zh-Hans",
            Recipient: purpose == Purpose.UseExternalModel || _random.Next(5) == 0 ? Any(Recipients) : null);
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
