using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Skills;

/// <summary>What the page of one's own skills shows.</summary>
internal sealed class MySkills(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    private const int FoundLimit = 20;
    private const int SuggestedLimit = 6;

    /// <summary>What the person declared, by name.</summary>
    public async Task<IReadOnlyList<SkillRow>> DeclaredAsync(CancellationToken cancellationToken)
    {
        var levels = await LevelsAsync(cancellationToken);
        var skills = levels.Keys.ToList();
        return [.. (await RowsAsync(db.Skills.Where(skill => skills.Contains(skill.Id)), levels, cancellationToken)).OrderBy(row => row.Label, StringComparer.CurrentCulture)];
    }

    /// <summary>Skills with a label, preferred or alternative, in any language, that contains these words; the closest first.</summary>
    public async Task<IReadOnlyList<SkillRow>> FindAsync(string words, CancellationToken cancellationToken)
    {
        var pattern = SearchPattern.Containing(words);
        var hits = db.Skills
            .Where(skill => skill.Labels.Any(label => EF.Functions.Like(SkillDistillDb.Lower(label.Text), pattern, SearchPattern.Escape)))
            .OrderBy(skill => skill.Labels.Where(label => EF.Functions.Like(SkillDistillDb.Lower(label.Text), pattern, SearchPattern.Escape)).Min(label => label.Text.Length))
            .ThenBy(skill => skill.Key)
            .Take(FoundLimit);
        var rows = await RowsAsync(hits, await LevelsAsync(cancellationToken), cancellationToken);
        return [.. rows.Select(row => row.FoundBy(words.Trim()))];
    }

    /// <summary>Skills that the person's team, or one above it, has a target for and they have said nothing about.</summary>
    public async Task<IReadOnlyList<SkillRow>> SuggestedAsync(CancellationToken cancellationToken)
    {
        var teams = me.Asker.Lineage.ToList();
        var wanted = db.Targets.Where(target => teams.Contains(target.TeamId)).Select(target => target.SkillId);
        var declared = db.Proficiencies.Where(mine => mine.PersonId == me.Id).Select(mine => mine.SkillId);
        var open = db.Skills.Where(skill => wanted.Contains(skill.Id) && !declared.Contains(skill.Id)).OrderBy(skill => skill.Key).Take(SuggestedLimit);
        return await RowsAsync(open, new Dictionary<Id<Skill>, Declared>(), cancellationToken);
    }

    /// <summary>Whether managers may see the person's name with their levels, and whether they are counted.</summary>
    public async Task<(bool Named, bool Counted)> SeenAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return (
            await db.Consenting(Purpose.ShowNamedCoverage, now).ContainsAsync(me.Id, cancellationToken),
            await db.Consenting(Purpose.CountInCoverage, now).ContainsAsync(me.Id, cancellationToken));
    }

    private Task<Dictionary<Id<Skill>, Declared>> LevelsAsync(CancellationToken cancellationToken) =>
        db.Proficiencies.Where(mine => mine.PersonId == me.Id).ToDictionaryAsync(mine => mine.SkillId, mine => new Declared(mine.Level, mine.DeclaredAt), cancellationToken);

    private static async Task<List<SkillRow>> RowsAsync(
        IQueryable<Skill> skills, IReadOnlyDictionary<Id<Skill>, Declared> levels, CancellationToken cancellationToken)
    {
        var culture = CultureInfo.CurrentUICulture;
        return [.. (await skills.AsNoTracking().ToListAsync(cancellationToken))
            .Select(skill => new SkillRow(skill.Id, skill.Label(culture), levels.GetValueOrDefault(skill.Id), [.. skill.Labels.Select(label => label.Text)]))];
    }
}

internal sealed record Declared(int Level, DateTimeOffset At);

/// <summary>One skill with the buttons for its level.</summary>
/// <param name="Declared">What the person said of themselves, or null where they said nothing.</param>
internal sealed record SkillRow(Id<Skill> Id, string Label, Declared? Declared, IReadOnlyList<string> AllLabels)
{
    /// <summary>The other name by which a search found the skill, where its label here does not show why.</summary>
    public string? AlsoCalled { get; private init; }

    public SkillRow FoundBy(string words) => Label.Contains(words, StringComparison.CurrentCultureIgnoreCase)
        ? this
        : this with { AlsoCalled = AllLabels.FirstOrDefault(label => label.Contains(words, StringComparison.OrdinalIgnoreCase)) };
}
