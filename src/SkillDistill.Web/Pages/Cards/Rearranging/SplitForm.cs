using SkillDistill.Distillation.Rearranging;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards.Rearranging;

/// <summary>What the owner says of each sentence, and how the new draft begins.</summary>
internal sealed class SplitForm
{
    /// <summary>For each sentence of the card, in their order.</summary>
    public List<PieceGoes> Goes { get; set; } = [];

    public CardKind Kind { get; set; }

    /// <summary>Of the new draft; its first words when empty.</summary>
    public string? Title { get; set; }

    /// <summary>The revision that was on the screen.</summary>
    public int Seen { get; set; }
}
