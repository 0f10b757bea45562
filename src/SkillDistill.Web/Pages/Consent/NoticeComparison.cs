using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Consent;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Old words and new ones, to be laid side by side with what differs marked; parts that stayed the same are left out.</summary>
/// <param name="Before">What stands over the old words.</param>
/// <param name="Now">What stands over the new ones.</param>
internal sealed record NoticeComparison(string Before, string Now, IReadOnlyList<ChangedPart> Parts)
{
    /// <summary>What a person agreed to, and what is asked of them now.</summary>
    /// <param name="recipient">The provider now, where it is another one than before.</param>
    public static NoticeComparison Of(IStringLocalizer<ConsentText> text, AgreedWords agreed, string version, string? recipient)
    {
        IEnumerable<ChangedPart> provider = recipient is null ? [] : [new ChangedPart(text["Recipient"], WordChange.Between(agreed.Recipient ?? "", recipient))];
        return new NoticeComparison(text["Compare.Agreed", agreed.Version], text["Compare.Now", version], [.. provider, .. Changed(text, agreed.Words, agreed.Now)]);
    }

    /// <summary>Two versions of the words for one purpose.</summary>
    public static NoticeComparison Of(IStringLocalizer<ConsentText> text, string version, PurposeNotice before, string nextVersion, PurposeNotice next) =>
        new(text["Compare.Before", version], text["Compare.Next", nextVersion], [.. Changed(text, before, next)]);

    public static string Label(IStringLocalizer<ConsentText> text, NoticePart part) => part switch
    {
        NoticePart.Name => text["Part.Name"],
        NoticePart.Means => text["Part.Means"],
        NoticePart.Sees => text["Sees"],
        _ => text["IfNot"],
    };

    private static IEnumerable<ChangedPart> Changed(IStringLocalizer<ConsentText> text, PurposeNotice before, PurposeNotice now) =>
        Enum.GetValues<NoticePart>().Where(part => before[part] != now[part]).Select(part => new ChangedPart(Label(text, part), WordChange.Between(before[part], now[part])));
}

internal sealed record ChangedPart(string Label, IReadOnlyList<WordChange> Change);
