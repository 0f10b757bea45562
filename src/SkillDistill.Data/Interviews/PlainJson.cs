using System.Text.Json;
using System.Text.Json.Serialization;

namespace SkillDistill.Data.Interviews;

internal static class PlainJson
{
    /// <summary>Words as they are, so that whoever looks for a word of an owner's in the store finds it; kinds by their names.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };
}
