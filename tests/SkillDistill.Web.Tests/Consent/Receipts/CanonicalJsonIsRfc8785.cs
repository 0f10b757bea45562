using System.Text;
using System.Text.Json.Nodes;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Web.Tests.Consent.Receipts;

public sealed class CanonicalJsonIsRfc8785
{
    private const int Objects = 3000;

    private readonly Random _random = new(8785);

    [Fact]
    public async Task Our_canonical_form_of_3000_random_objects_is_that_of_another_implementation()
    {
        var objects = Enumerable.Range(0, Objects).Select(_ => (JsonNode)Object(0)).ToList();

        var theirs = await Interop.AskAsync("canonical-json.mjs", objects.Select(value => value.ToJsonString()));

        Assert.Equal(theirs.Select(text => (string?)text), objects.Select(CanonicalJson.Write));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    public void A_number_that_is_not_whole_and_exact_everywhere_is_refused(string number) =>
        Assert.Throws<NotSupportedException>(() => CanonicalJson.Write(JsonNode.Parse(number)));

    private JsonObject Object(int depth)
    {
        var value = new JsonObject();
        for (var members = _random.Next(8); members > 0; members--)
        {
            value[Words()] = Value(depth + 1);
        }

        return value;
    }

    private JsonNode? Value(int depth) => _random.Next(depth > 3 ? 5 : 7) switch
    {
        0 => null,
        1 => _random.Next(2) == 0,
        2 => _random.NextInt64(-9007199254740991, 9007199254740992),
        3 => _random.Next(-3, 100),
        4 => Words(),
        5 => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1))]),
        _ => Object(depth),
    };

    /// <summary>Letters of every kind: control characters, quotes, both sides of the surrogates, and pairs of them.</summary>
    private string Words()
    {
        var text = new StringBuilder();
        for (var letters = _random.Next(7); letters > 0; letters--)
        {
            text.Append(_random.Next(6) switch
            {
                0 => ((char)_random.Next(0x20)).ToString(),
                1 => "\"\\/\u007F\u2028\u2029\uFEFF\uFFFF"[_random.Next(8)].ToString(),
                2 => ((char)_random.Next(0x20, 0x7F)).ToString(),
                3 => ((char)_random.Next(0xA0, 0xD800)).ToString(),
                4 => ((char)_random.Next(0xE000, 0x10000)).ToString(),
                _ => char.ConvertFromUtf32(_random.Next(0x10000, 0x110000)),
            });
        }

        return text.ToString();
    }
}
