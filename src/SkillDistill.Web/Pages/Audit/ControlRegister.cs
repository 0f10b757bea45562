using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SkillDistill.Web.Pages.Audit;

/// <summary>
/// The rules that the product keeps, each with the tests that enforce it: the file <c>controls.json</c> beside this one. The words of a rule are the
/// text <c>Control.Key</c> in both languages.
/// </summary>
internal static class ControlRegister
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<Control> Controls { get; } = Read();

    private static IReadOnlyList<Control> Read()
    {
        var name = $"{typeof(ControlRegister).Namespace}.controls.json";
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No control register {name}.");
        return JsonSerializer.Deserialize<ControlFile>(file, Json)!.Controls;
    }

    private sealed record ControlFile(IReadOnlyList<Control> Controls);
}

/// <param name="Key">What the rule is called for good; its text is <c>Control.Key</c>.</param>
/// <param name="Tests">Full names: namespace, class, test.</param>
internal sealed record Control(string Key, ControlGroup Group, IReadOnlyList<string> Tests);

/// <summary>What a rule is about, in the order in which the register shows them.</summary>
internal enum ControlGroup
{
    Consent,
    Deployment,
    Access,
    Text,
    Answers,
    Keeping,
}
