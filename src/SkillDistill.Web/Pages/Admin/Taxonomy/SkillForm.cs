using SkillDistill.Domain;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>A skill's names in both languages; the other names one a line.</summary>
internal sealed class SkillForm
{
    private const string En = "en";
    private const string Zh = "zh";

    /// <summary>The languages of the form. Names in others come with taxonomies, and stay.</summary>
    public static readonly IReadOnlyList<string> Languages = [En, Zh];

    public string? Seen { get; set; }

    public string? English { get; set; }

    public string? EnglishOthers { get; set; }

    public string? Chinese { get; set; }

    public string? ChineseOthers { get; set; }

    /// <summary>Any name of the skill above it, or nothing.</summary>
    public string? Broader { get; set; }

    /// <param name="broader">What the skill above it is called.</param>
    public static SkillForm Of(Skill skill, string? broader)
    {
        string? Preferred(string language) => skill.Labels.FirstOrDefault(label => label.IsPreferred && label.Language == language)?.Text;
        string Others(string language) => string.Join('\n', skill.Labels.Where(label => !label.IsPreferred && label.Language == language).Select(label => label.Text).Order(StringComparer.Ordinal));
        var form = new SkillForm
        {
            English = Preferred(En),
            EnglishOthers = Others(En),
            Chinese = Preferred(Zh),
            ChineseOthers = Others(Zh),
            Broader = broader,
        };
        form.Seen = Admin.Seen.Of(form.English, form.EnglishOthers, form.Chinese, form.ChineseOthers, skill.BroaderId);
        return form;
    }

    public IReadOnlyList<SkillLabel> Labels() =>
    [
        .. Lines(English).Take(1).Select(text => new SkillLabel(En, text, true)),
        .. Lines(Chinese).Take(1).Select(text => new SkillLabel(Zh, text, true)),
        .. Lines(EnglishOthers).Select(text => new SkillLabel(En, text, false)),
        .. Lines(ChineseOthers).Select(text => new SkillLabel(Zh, text, false)),
    ];

    private static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n').Select(line => line.ToPlainLine()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal);
}
