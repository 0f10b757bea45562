using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>What a button of a step does after saving, as its value says it: "next", "up.SLOT", "dismiss.SLOT.OneCase", "takeout.SLOT.PART.START", "propose.SLOT".</summary>
internal sealed record Then(ThenWhat What, string? Row = null, FollowUpKind? Kind = null, string? Part = null, int Start = 0) : IParsable<Then>
{
    /// <summary>What the address of a sitting calls the end of it.</summary>
    public const string End = "end";

    public static Then Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var then) ? then : throw new FormatException($"“{s}” is nothing that a button does.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Then result)
    {
        var parts = (s ?? "").Split('.');
        result = !Enum.TryParse<ThenWhat>(parts[0], ignoreCase: true, out var what) || !Enum.IsDefined(what) ? null
            : parts.Length == 1 ? new Then(what)
            : new Then(
                what,
                parts[1],
                parts.Length == 3 && Enum.TryParse<FollowUpKind>(parts[2], out var kind) && Enum.IsDefined(kind) ? kind : null,
                parts.Length == 4 ? parts[2] == RowForm.Whole ? AnswerParts.Whole : parts[2] : null,
                parts.Length == 4 && int.TryParse(parts[3], CultureInfo.InvariantCulture, out var start) ? start : 0);
        return result is not null;
    }
}

internal enum ThenWhat
{
    Stay,
    Next,
    Back,
    Skip,
    Add,
    Remove,
    Up,
    Down,
    Dismiss,
    Apply,
    TakeOut,
    AskModel,
    Propose,
}
