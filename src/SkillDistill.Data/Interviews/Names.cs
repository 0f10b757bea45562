using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SkillDistill.Data.Interviews;

internal static class Names
{
    /// <summary>A short list of names in one column, since both stores keep it alike and nothing searches in it.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> HasNames<T>(this PropertyBuilder<IReadOnlyList<T>> list)
        where T : struct, Enum => list.HasConversion(
            names => string.Join(',', names),
            text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>).ToList(),
            new ValueComparer<IReadOnlyList<T>>((one, other) => one!.SequenceEqual(other!), names => names.Count, names => names));
}
