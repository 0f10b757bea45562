using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.TargetSheets;

/// <summary>
/// Brings targets in from a sheet, all of it or nothing. What is there is changed, what is not is set, and a line with 0 people takes a target away; targets that the sheet does not name stay. The same
/// sheet brought in twice changes nothing the second time.
/// </summary>
internal sealed class BringTargets(SkillDistillDb db)
{
    /// <summary>What the sheet would do, and what is wrong with it, without doing anything.</summary>
    public async Task<SheetView> WeighAsync(IReadOnlyList<SheetLine> lines, CancellationToken cancellationToken)
    {
        var known = new Known(
            await db.Teams.AsNoTracking().ToListAsync(cancellationToken),
            await db.Skills.AsNoTracking().Where(skill => skill.RetiredAt == null).ToListAsync(cancellationToken),
            (await db.Targets.ToListAsync(cancellationToken)).ToDictionary(target => (target.TeamId, target.SkillId, target.DueOn)))
        {
            OutOfUse = (await db.Skills.Where(skill => skill.RetiredAt != null).SelectMany(skill => skill.Labels).Select(label => label.Text).ToListAsync(cancellationToken)).ToHashSet(StringComparer.OrdinalIgnoreCase),
        };
        var (changes, mistakes, seen) = (new List<SheetChange>(), new List<SheetMistake>(), new Dictionary<(Id<Team>, Id<Skill>, DateOnly?), int>());
        foreach (var line in lines)
        {
            var weighed = Weigh(line, known);
            if (weighed.Change is { } change && !seen.TryAdd((change.Team, change.Skill, change.DueOn), line.Number))
            {
                mistakes.Add(new SheetMistake(line.Number, "Twice", [seen[(change.Team, change.Skill, change.DueOn)]]));
            }
            else if (weighed.Change is not null)
            {
                changes.Add(weighed.Change);
            }
            else
            {
                mistakes.Add(weighed.Mistake!);
            }
        }

        return new SheetView(changes, mistakes);
    }

    /// <returns>Null where the sheet has mistakes, or somebody changed a target at this moment: then nothing is changed.</returns>
    public async Task<SheetView?> BringAsync(IReadOnlyList<SheetLine> lines, CancellationToken cancellationToken)
    {
        var view = await WeighAsync(lines, cancellationToken);
        if (view.Mistakes.Count > 0)
        {
            return null;
        }

        foreach (var change in view.Changes)
        {
            switch (change.What)
            {
                case SheetEffect.New:
                    db.Targets.Add(change.New());
                    break;
                case SheetEffect.Changed:
                    change.ChangeBefore();
                    break;
                case SheetEffect.Removed:
                    db.Targets.Remove(change.Before!);
                    break;
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return view;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsCollision())
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>Every target there is, as lines that can be brought in again.</summary>
    public async Task<IReadOnlyList<SheetLine>> LinesAsync(CancellationToken cancellationToken)
    {
        var known = new Known(await db.Teams.AsNoTracking().ToListAsync(cancellationToken), await db.Skills.AsNoTracking().ToListAsync(cancellationToken), []);
        var targets = await db.Targets.AsNoTracking().Where(target => db.Teams.Any(team => team.Id == target.TeamId)).ToListAsync(cancellationToken);
        return
        [
            .. targets.OrderBy(target => target.DueOn ?? DateOnly.MinValue).Select(target => TargetCells.Line(target, known.Way(target.TeamId), known.Name(target.SkillId)))
                .OrderBy(line => line.Team, StringComparer.Ordinal).ThenBy(line => line.Skill, StringComparer.Ordinal),
        ];
    }

    private static (SheetChange? Change, SheetMistake? Mistake) Weigh(SheetLine line, Known known)
    {
        var teams = known.Teams(line.Team);
        if (teams.Count != 1)
        {
            return (null, new SheetMistake(line.Number, teams.Count == 0 ? "NoTeam" : "SeveralTeams", [line.Team]));
        }

        if (known.Skill(line.Skill) is not { } skill)
        {
            return (null, new SheetMistake(line.Number, known.IsOfSeveral(line.Skill) ? "SeveralSkills" : known.IsOutOfUse(line.Skill) ? "SkillOutOfUse" : "NoSkill", [line.Skill]));
        }

        if (!TargetCells.TryPeople(line.People, out var people))
        {
            return (null, new SheetMistake(line.Number, "People", [line.People, Target.LargestHeadCount]));
        }

        if (!TargetCells.TryLevel(line.Level, out var level) && people != TargetCells.Nobody)
        {
            return (null, new SheetMistake(line.Number, "Level", [line.Level, Proficiency.Highest]));
        }

        if (!TargetCells.TryDay(line.From, out var dueOn))
        {
            return (null, new SheetMistake(line.Number, "From", [line.From]));
        }

        if (!TargetCells.TryReach(line.Reach, out var reach))
        {
            return (null, new SheetMistake(line.Number, "Reach", [line.Reach]));
        }

        return (new SheetChange(line.Number, teams[0], skill, known.Way(teams[0]), known.Label(skill), level, people, dueOn, reach, known.Target(teams[0], skill, dueOn)), null);
    }

    /// <summary>Teams and skills by what a sheet may call them.</summary>
    private sealed class Known
    {
        private readonly KnownTeams _teams;
        private readonly Dictionary<Id<Skill>, Skill> _skills;
        private readonly Dictionary<string, Id<Skill>> _byLabel = new(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string> _ofSeveral = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<(Id<Team>, Id<Skill>, DateOnly?), Target> _targets;

        public Known(IReadOnlyList<Team> teams, IReadOnlyList<Skill> skills, Dictionary<(Id<Team>, Id<Skill>, DateOnly?), Target> targets)
        {
            (_teams, _targets) = (new KnownTeams(teams), targets);
            _skills = skills.ToDictionary(skill => skill.Id);

            // A preferred name goes before others, and one of two skills names neither, as where a target is set by hand.
            foreach (var named in skills.SelectMany(skill => skill.Labels.Select(label => (label, skill.Id))).GroupBy(named => named.label.Text, StringComparer.OrdinalIgnoreCase))
            {
                var (first, all) = (named.Where(one => one.label.IsPreferred).Select(one => one.Id).Distinct().ToList(), named.Select(one => one.Id).Distinct().ToList());
                if ((first.Count == 1 ? first : all) is [var only])
                {
                    _byLabel.Add(named.Key, only);
                }
                else
                {
                    _ofSeveral.Add(named.Key);
                }
            }

            foreach (var skill in skills)
            {
                _byLabel.TryAdd(skill.Key, skill.Id);
            }
        }

        /// <summary>The names of skills that are out of use.</summary>
        public HashSet<string> OutOfUse { private get; init; } = [];

        public bool IsOutOfUse(string words) => OutOfUse.Contains(words);

        /// <summary>Whether two skills are called so, so that it is not known which is meant.</summary>
        public bool IsOfSeveral(string words) => _ofSeveral.Contains(words);

        public IReadOnlyList<Id<Team>> Teams(string words) => _teams.Called(words);

        public Id<Skill>? Skill(string words) => _byLabel.TryGetValue(words, out var skill) ? skill : null;

        public Target? Target(Id<Team> team, Id<Skill> skill, DateOnly? dueOn) => _targets.GetValueOrDefault((team, skill, dueOn));

        public string Way(Id<Team> team) => _teams.Way(team);

        public string Label(Id<Skill> skill) => _skills[skill].Label(CultureInfo.CurrentUICulture);

        /// <summary>A name by which it is found again, whoever reads.</summary>
        public string Name(Id<Skill> skill) => _skills[skill].Labels.Where(label => Skill(label.Text) == skill).OrderByDescending(label => label is { IsPreferred: true, Language: "en" }).Select(label => label.Text).FirstOrDefault() ?? _skills[skill].Key;
    }
}

internal sealed record SheetView(IReadOnlyList<SheetChange> Changes, IReadOnlyList<SheetMistake> Mistakes) : ISheetView
{
    public int Count(SheetEffect what) => Changes.Count(change => change.What == what);

    public bool DoesAnything => Changes.Any(change => change.What != SheetEffect.Same);
}
