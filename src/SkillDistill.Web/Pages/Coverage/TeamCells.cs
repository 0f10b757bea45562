using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>The cells of teams by skills: of thousands few are different, so each is made once.</summary>
internal sealed class TeamCells(IStringLocalizer<CoverageText> text, HtmlEncoder encoder)
{
    private readonly Dictionary<(CoverageState, int, bool, int?), string> _said = [];

    /// <param name="isAtLeast">Whether unnamed people are among the holders.</param>
    /// <param name="headCount">How many are wanted, or null where no target is set.</param>
    public string Of(CoverageState state, int holders, bool isAtLeast, int? headCount)
    {
        var key = (state, holders, isAtLeast, headCount);
        if (!_said.TryGetValue(key, out var html))
        {
            _said[key] = html = Cell(state, holders, isAtLeast, headCount);
        }

        return html;
    }

    /// <summary>A sign for how it stands and how many hold it; the words for it are its description, and not its name, which would have to hold what is seen. Without a target and without anybody who may be shown it is empty.</summary>
    private string Cell(CoverageState state, int people, bool isAtLeast, int? headCount)
    {
        if (headCount is null && people == 0)
        {
            return "<td>";
        }

        var holders = string.Create(CultureInfo.InvariantCulture, $"{people}{(isAtLeast ? "+" : "")}");
        var words = headCount is { } wanted ? people == 0 ? text["Cell.Nobody", text[$"State.{state}"], wanted] : text["Cell.Wanted", text[$"State.{state}"], holders, wanted] : text["Cell.NoTarget", holders];
        var wantedSign = headCount is { } all && state != CoverageState.Covered ? string.Create(CultureInfo.InvariantCulture, $"/{all}") : "";
        return $"<td class=s{(int)state} title=\"{encoder.Encode(words)}\">{StateSigns.Of(state)}{(state == CoverageState.Gap ? "·" : holders)}{wantedSign}";
    }
}
