namespace SkillDistill.Web.Pages.Cards;

/// <summary>The texts of the card pages: list, review, writing, reading and history.</summary>
internal sealed class CardsText;
