using System.Text.RegularExpressions;

namespace SkillDistill.Web.Tests.Reach;

/// <summary>All that managers, admins and auditors can read: every address, byte for byte. Left out is the token of forms, which is new with every page.</summary>
internal sealed partial class SeenUpward(House house, IReadOnlyList<string> ids)
{
    /// <summary>How long a health check took, and the viewer's own receipts, each with a number and a signature of its own.</summary>
    private static readonly string[] OwnOrTimed = ["/health", "/consent/receipt"];

    public async Task<IReadOnlyList<string>> ReadAsync(params string[] viewers)
    {
        var seen = new List<string>();
        var paths = EveryRoute.ToRead(house, ids).Concat(Views()).Where(path => !OwnOrTimed.Any(own => path.StartsWith(own, StringComparison.Ordinal))).ToList();
        foreach (var key in viewers)
        {
            var viewer = await house.SignedInAsync(key);
            foreach (var path in paths)
            {
                using var response = await viewer.Http.GetAsync(new Uri(path, UriKind.Relative));
                seen.Add($"{key} {path} {(int)response.StatusCode} {FormToken().Replace(await response.Content.ReadAsStringAsync(), "")}");
            }
        }

        return seen;
    }

    /// <summary>What coverage shows by what an address says after its path.</summary>
    private IEnumerable<string> Views() => new[] { "?picture=Teams", "?state=Gap", "?fresh=Unknown", "?q=e", "?handler=Sheet&state=Gap", "?handler=Workbook&picture=Teams" }.Select(view => $"/coverage{view}")
        .Concat(ids.SelectMany(id => new[] { $"/coverage?team={id}", $"/coverage?group={id}", $"/coverage?team={id}&picture=Teams", $"/coverage?handler=Workbook&team={id}", $"/coverage/skill?skill={id}", $"/coverage/skill?team={id}&skill={id}", $"/coverage/what-if?team={id}&without={id}" }));

    public static void AssertSame(IReadOnlyList<string> before, IReadOnlyList<string> after, string state)
    {
        Assert.Equal(before.Count, after.Count);
        Assert.All(before.Zip(after), pair => Assert.True(pair.First == pair.Second, $"Where somebody {state}, this differs:\n{pair.First}\n---\n{pair.Second}"));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"")]
    private static partial Regex FormToken();
}
