using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>What a field is called for a kind: "What I do" of a judgement is "What is so" of a fact.</summary>
internal static class CardWords
{
    public static string Label(IStringLocalizer<CardsText> text, IStringLocalizer<Words> words, CardKind kind, CardField field) =>
        text[$"Label.{kind}.{field}"] is { ResourceNotFound: false } own ? own.Value : words[$"Field.{field}"].Value;

    /// <summary>The text of this kind where it has one of its own, else that for every kind, else nothing.</summary>
    public static string Of(IStringLocalizer<CardsText> text, string about, CardKind kind, CardField field) =>
        text[$"{about}.{kind}.{field}"] is { ResourceNotFound: false } own ? own.Value
        : text[$"{about}.{field}"] is { ResourceNotFound: false } common ? common.Value
        : "";
}
