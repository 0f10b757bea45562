using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Skills;

/// <summary>What the page of one's own skills shows.</summary>
internal sealed class MySkills(SkillDistillDb db, SkillLabels labels, CurrentPerson me, TimeProvider clock)
{
    public const int FoundLimit = 20;

    private const int SuggestedLimit = 60;

    /// <summary>How long a person is told that two skills became one.</summary>
    private static readonly TimeSpan MergeTold = TimeSpan.FromDays(90);

    /// <summary>What the person declared, by name; before that, what they said longer ago than it holds.</summary>
    public async Task<IReadOnlyList<SkillRow>> DeclaredAsync(CancellationToken cancellationToken)
    {
        var levels = await LevelsAsync(cancellationToken);
        var skills = levels.Keys.ToList();
        var rows = await RowsAsync(db.Skills.Where(skill => skills.Contains(skill.Id)), levels, cancellationToken);
        var evidence = await EvidenceAsync(cancellationToken);
        var confirmed = await ConfirmedAsync(cancellationToken);
        var tookIn = await TookInAsync(cancellationToken);
        return
        [
            .. rows.Select(row => row with { Cards = evidence.GetValueOrDefault(row.Id), ConfirmedBy = [.. confirmed[row.Id]], TookIn = [.. tookIn[row.Id]] })
                .OrderByDescending(row => row.IsOld).ThenBy(row => row.Label, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Skills with a label, preferred or alternative, in any language, that contains these words; the closest first.</summary>
    /// <returns>At most <see cref="FoundLimit"/>, and whether there are more.</returns>
    public async Task<(IReadOnlyList<SkillRow> Found, bool AreMore)> FindAsync(string words, CancellationToken cancellationToken)
    {
        var hits = await labels.ClosestAsync(words, FoundLimit + 1, cancellationToken);
        var rows = await RowsAsync(db.Skills.Where(skill => hits.Contains(skill.Id)), await LevelsAsync(cancellationToken), cancellationToken);
        return ([.. rows.OrderBy(row => hits.IndexOf(row.Id)).Take(FoundLimit).Select(row => row.FoundBy(words.Trim()))], hits.Count > FoundLimit);
    }

    /// <summary>Skills that the person's team, or one above it, has a target for and they have said nothing about.</summary>
    public async Task<IReadOnlyList<SkillRow>> SuggestedAsync(CancellationToken cancellationToken)
    {
        var teams = me.Asker.Lineage.ToList();
        var wanted = db.Targets.Where(target => teams.Contains(target.TeamId)).Select(target => target.SkillId);
        var declared = db.Proficiencies.Where(mine => mine.PersonId == me.Id).Select(mine => mine.SkillId);
        var open = db.Skills.Where(skill => skill.RetiredAt == null && wanted.Contains(skill.Id) && !declared.Contains(skill.Id)).OrderBy(skill => skill.Key).Take(SuggestedLimit);
        return [.. (await RowsAsync(open, [], cancellationToken)).OrderBy(row => row.Label, StringComparer.CurrentCulture)];
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

    /// <summary>How many accepted cards of the person's own are about each skill.</summary>
    private Task<Dictionary<Id<Skill>, int>> EvidenceAsync(CancellationToken cancellationToken) =>
        db.OwnCards(me.Id).Where(own => own.Card.Status == CardStatus.Accepted).SelectMany(own => own.Card.Skills).GroupBy(tag => tag.SkillId)
            .Select(tags => new { tags.Key, Count = tags.Count() }).ToDictionaryAsync(tags => tags.Key, tags => tags.Count, cancellationToken);

    private async Task<ILookup<Id<Skill>, string>> ConfirmedAsync(CancellationToken cancellationToken)
    {
        var rows = await (from declared in db.Proficiencies
                          where declared.PersonId == me.Id
                          join confirmation in db.Confirmations on declared.Id equals confirmation.ProficiencyId
                          where confirmation.ConfirmedAt != null && confirmation.Level >= declared.Level
                          join peer in db.People on confirmation.PeerId equals peer.Id
                          orderby peer.Name
                          select new { declared.SkillId, peer.Name }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.SkillId, row => row.Name);
    }

    /// <summary>Which other skills became part of these lately, and when: those alone about which the person had said something.</summary>
    private async Task<ILookup<Id<Skill>, TookIn>> TookInAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - MergeTold;
        var rows = await (from change in db.SkillChanges.AsNoTracking()
                          where change.Kind == SkillChangeKind.TookIn && change.At >= since
                             && db.Proficiencies.Any(mine => mine.PersonId == me.Id && mine.SkillId == change.SkillId && mine.MergedFromId == change.OtherId)
                          join other in db.Skills.AsNoTracking() on change.OtherId equals other.Id
                          orderby change.At
                          select new { change.SkillId, change.At, other }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.SkillId, row => new TookIn(row.other.Label(CultureInfo.CurrentUICulture), row.At));
    }

    private async Task<List<SkillRow>> RowsAsync(
        IQueryable<Skill> skills, Dictionary<Id<Skill>, Declared> levels, CancellationToken cancellationToken)
    {
        var (culture, now) = (CultureInfo.CurrentUICulture, clock.GetUtcNow());
        return [.. (await skills.AsNoTracking().ToListAsync(cancellationToken))
            .Select(skill => new SkillRow(skill.Id, skill.Label(culture), levels.GetValueOrDefault(skill.Id), [.. skill.Labels.Select(label => label.Text)]) { IsOld = !skill.IsRetired && levels.TryGetValue(skill.Id, out var said) && said.At + Proficiency.HoldsFor < now, IsRetired = skill.IsRetired, Definition = skill.Definition })];
    }
}

internal sealed record TookIn(string Label, DateTimeOffset At);

internal sealed record Declared(int Level, DateTimeOffset At);

/// <summary>One skill with the buttons for its level.</summary>
/// <param name="Declared">What the person said of themselves, or null where they said nothing.</param>
internal sealed record SkillRow(Id<Skill> Id, string Label, Declared? Declared, IReadOnlyList<string> AllLabels)
{
    /// <summary>Whether it was said longer ago than such a word holds.</summary>
    public bool IsOld { get; init; }

    /// <summary>Whether it is offered to nobody any more.</summary>
    public bool IsRetired { get; init; }

    /// <summary>What it means, where its taxonomy says so.</summary>
    public string? Definition { get; init; }

    /// <summary>Which others became part of it lately.</summary>
    public IReadOnlyList<TookIn> TookIn { get; init; } = [];

    /// <summary>Accepted cards of the person's own about it.</summary>
    public int Cards { get; init; }

    /// <summary>The colleagues who confirmed what is said now.</summary>
    public IReadOnlyList<string> ConfirmedBy { get; init; } = [];

    /// <summary>The other name by which a search found the skill, where its label here does not show why.</summary>
    public string? AlsoCalled { get; private init; }

    public SkillRow FoundBy(string words) => Label.Contains(words, StringComparison.CurrentCultureIgnoreCase)
        ? this
        : this with { AlsoCalled = AllLabels.FirstOrDefault(label => label.Contains(words, StringComparison.OrdinalIgnoreCase)) };
}
