using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>One field of the writing form.</summary>
internal sealed record CardFieldEntry(CardKind Kind, CardField Field, CardForm Form)
{
    public string Name => $"Form.{Field}";

    public bool IsNeeded => Field == CardField.Title || Kind.Needs(Field);

    public string Typed => Field switch
    {
        CardField.Title => Form.Title,
        CardField.Situation => Form.Situation,
        CardField.Action => Form.Action,
        CardField.Reason => Form.Reason,
        CardField.Threshold => Form.Threshold,
        CardField.Exception => Form.Exception,
        CardField.Falsifier => Form.Falsifier,
        CardField.Case => Form.Case,
        _ => Form.AskInstead,
    } ?? "";
}
