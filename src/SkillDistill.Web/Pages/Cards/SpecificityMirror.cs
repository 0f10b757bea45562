using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>How specific the owner's words are, for the partial <c>/Pages/Cards/_Specificity.cshtml</c>. No page but the owner's own may hold one.</summary>
internal sealed record SpecificityMirror(CardText Text)
{
    public Specificity Specificity { get; } = Specificity.Of(Text);

    /// <summary>What the page calls the field in which the words stand.</summary>
    public string Label(IStringLocalizer<CardsText> text, IStringLocalizer<Words> words, SpecificityEvidence evidence) =>
        evidence.Field is { } field ? CardWords.Label(text, words, Text.Kind, field) : "";
}
