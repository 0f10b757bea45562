using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Finds skills by any of their labels in either language, and names them in the reader's.</summary>
internal sealed class SkillLabels(SkillDistillDb db)
{
    public const int FoundLimit = 8;

    public async Task<IReadOnlyDictionary<Id<Skill>, string>> NamesAsync(IEnumerable<Id<Skill>> skills, CancellationToken cancellationToken)
    {
        var ids = skills.Distinct().ToList();
        var known = await db.Skills.AsNoTracking().Where(skill => ids.Contains(skill.Id)).ToListAsync(cancellationToken);
        return known.ToDictionary(skill => skill.Id, skill => skill.Label(CultureInfo.CurrentUICulture));
    }

    /// <summary>The names of these skills as a reader expects a list: in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<string>> SortedAsync(IEnumerable<Id<Skill>> skills, CancellationToken cancellationToken) =>
        [.. (await NamesAsync(skills, cancellationToken)).Values.Order(StringComparer.CurrentCulture)];

    public async Task<IReadOnlyList<Pick>> PicksAsync(IEnumerable<Guid> skills, CancellationToken cancellationToken) =>
        [.. (await NamesAsync(skills.Select(id => new Id<Skill>(id)), cancellationToken)).OrderBy(pair => pair.Value, StringComparer.CurrentCulture).Select(pair => new Pick(pair.Key.Value, pair.Value))];

    /// <summary>The skills one of whose labels holds these words, closest first.</summary>
    public async Task<IReadOnlyList<Pick>> FindAsync(string? words, CancellationToken cancellationToken) =>
        [.. (await HoldingAsync(words, cancellationToken)).Select(skill => new Pick(skill.Id.Value, skill.Label(CultureInfo.CurrentUICulture), OtherName(skill, words!.Trim())))];

    /// <summary>The one skill that is named exactly so in any language, whatever the capitals. A name by which two are known names neither, unless only one goes by it first of all.</summary>
    public async Task<Id<Skill>?> NamedAsync(string? name, CancellationToken cancellationToken) => Named(await HoldingAsync(name, cancellationToken), name)?.Id;

    /// <summary>The one skill that is meant by what was typed, or why it is not known: named so, or the only one found. For what is undone as easily as it is done.</summary>
    public async Task<Outcome<Skill>> LikelyAsync(string? name, CancellationToken cancellationToken)
    {
        var found = await HoldingAsync(name, cancellationToken);
        return Named(found, name) is { } named ? named
            : found is [var only] ? only
            : found.Count > 1 ? new SeveralSkillsFit([.. found.Select(skill => skill.Label(CultureInfo.CurrentUICulture)).Distinct()])
            : new SkillNotFound(name ?? "");
    }

    /// <summary>
    /// Skills in use one of whose labels, in any language, holds these words: first those that are called so, then those whose name begins so, whose other name does, in which a word does, and the rest; of equals those that were
    /// added here before those of a published taxonomy, which has thousands, and the shortest.
    /// </summary>
    public Task<List<Id<Skill>>> ClosestAsync(string words, int most, CancellationToken cancellationToken)
    {
        var key = words.Trim().ToLowerInvariant();
        // The database lowers and compares; it knows no cultures, and has no other form of this.
#pragma warning disable CA1304, CA1311, CA1862, CA1307, CA1310
        return db.Skills.Where(skill => skill.RetiredAt == null).SelectMany(skill => skill.Labels, (skill, label) => new { skill.Id, skill.Uri, label.Text, label.IsPreferred })
            .Holding(label => label.Text, key)
            .GroupBy(label => label.Id)
            .Select(skill => new
            {
                Id = skill.Key,
                Farness = skill.Min(label => label.Text.ToLower() == key ? 0 : label.Text.ToLower().StartsWith(key) ? (label.IsPreferred ? 1 : 2) : label.Text.ToLower().Contains(" " + key) ? 3 : 4),
                IsPublished = skill.Max(label => label.Uri != null ? 1 : 0),
                Length = skill.Min(label => label.Text.Length),
            })
            .OrderBy(skill => skill.Farness).ThenBy(skill => skill.IsPublished).ThenBy(skill => skill.Length).ThenBy(skill => skill.Id)
            .Select(skill => skill.Id).Take(most).ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, CA1307, CA1310
    }

    private static Skill? Named(List<Skill> found, string? name)
    {
        var key = (name ?? "").ToNameKey();
        var named = found.FindAll(skill => skill.Labels.Any(label => label.Text.ToNameKey() == key));
        var first = named.FindAll(skill => skill.Labels.Any(label => label.IsPreferred && label.Text.ToNameKey() == key));
        return (first.Count == 1 ? first : named) is [var only] ? only : null;
    }

    private async Task<List<Skill>> HoldingAsync(string? words, CancellationToken cancellationToken)
    {
        var wanted = (words ?? "").Trim();
        if (wanted.Length is 0 or > Skill.LabelLength)
        {
            return [];
        }

        var ids = await ClosestAsync(wanted, FoundLimit, cancellationToken);
        var found = await db.Skills.AsNoTracking().Where(skill => ids.Contains(skill.Id)).ToListAsync(cancellationToken);
        return [.. found.OrderBy(skill => ids.IndexOf(skill.Id))];
    }

    private static string OtherName(Skill skill, string wanted) =>
        skill.Label(CultureInfo.CurrentUICulture).Contains(wanted, StringComparison.OrdinalIgnoreCase)
            ? ""
            : skill.Labels.FirstOrDefault(label => label.Text.Contains(wanted, StringComparison.OrdinalIgnoreCase))?.Text ?? "";
}

/// <param name="Labels">As the reader's language calls them.</param>
internal sealed record SeveralSkillsFit(IReadOnlyList<string> Labels) : Refusal
{
    public override IReadOnlyList<object> Arguments => [string.Join(" · ", Labels)];
}
