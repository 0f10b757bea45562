using Microsoft.EntityFrameworkCore;
using SkillDistill.Benchmarks.Knowing;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Benchmarks.Coverage;

/// <summary>
/// A company of 3,000 teams and 2,000 skills, below one demo manager: 73 departments of 40 teams each, whatever the number of people, who declare 15 skills each. Four in ten are named, four in ten counted; each team has ten targets, a
/// department fifty, the company two hundred; from next year on a department wants ten more, and the company five in every team. Written beside the product, which is told in one note to reckon everything.
/// </summary>
internal sealed class CompanyOfMany(SkillDistillDb db, int people)
{
    private const int Departments = 73;
    private const int TeamsEach = 40;
    private const int Skills = 2000;
    private const int SkillsEach = 15;

    private readonly Random _random = new(20261130);
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    /// <returns>The company, and one of its departments.</returns>
    public async Task<(Id<Team> Company, Id<Team> Department)> FoundAsync(string managerEmail)
    {
        var manager = await db.People.SingleAsync(person => person.Email == managerEmail);
        var company = Team.Form("Very large company", null);
        company.Appoint(manager.Id);
        var departments = Enumerable.Range(1, Departments).Select(number => Team.Form($"Department {number}", company.Id)).ToList();
        var teams = departments.SelectMany(department => Enumerable.Range(1, TeamsEach).Select(number => Team.Form($"{department.Name}, team {number}", department.Id))).ToList();
        var groups = Enumerable.Range(1, 20).Select(number => Named($"Field {number}", null)).ToList();
        var skills = Enumerable.Range(1, Skills).Select(number => Named($"Skill {number} of many", groups[number % groups.Count].Id)).ToList();
        var nextYear = DateOnly.FromDateTime(_now.UtcDateTime).AddMonths(12);
        db.AddRange([company, .. departments, .. teams]);
        db.AddRange([.. groups, .. skills]);
        db.Targets.AddRange([.. Want(company, skills, 5, 3, nextYear, TargetReach.Each), .. departments.SelectMany(department => Want(department, skills, 10, 10, nextYear))]);
        db.Targets.AddRange([.. Want(company, skills, 200, 40), .. departments.SelectMany(department => Want(department, skills, 50, 10)), .. teams.SelectMany(team => Want(team, skills, 10, 3))]);
        var first = Person.Join("First Person", "first@example.org", "Engineer", null, _now).Value;
        var streamOfFirst = ConsentStream.Of(first.Id);
        foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.ShowNamedCoverage, Purpose.CountInCoverage })
        {
            streamOfFirst.Give(first.Id, purpose, new ConsentTerms(Audience.Private(), _now.AddMonths(6), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en"), _now);
        }

        db.AddRange(first, streamOfFirst, Proficiency.Declare(first.Id, skills[0].Id, 3, _now).Value);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        await FillAsync(first.Id.Value, teams, skills);
        await db.Database.ExecuteSqlAsync($"UPDATE team_stamp SET stamp = 'of very many'");
        await db.Database.ExecuteSqlAsync($"INSERT INTO coverage_due (is_of_branch) VALUES ({true})");
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return (company.Id, departments[0].Id);
    }

    /// <summary>As many months as are kept, in which every target stood as it does now.</summary>
    public static async Task WasAlwaysSoAsync(SkillDistillDb db)
    {
        var thisMonth = CoverageMonth.Of(DateTimeOffset.UtcNow);
        await db.CoverageMonths.ExecuteDeleteAsync();
        var states = string.Join(' ', Standing.States.Select(state => $"WHEN {(int)state} THEN '{state}'"));
        var sql = $"INSERT INTO coverage_months (team_id, skill_id, month, state) SELECT team_id, skill_id, {{0}}, CASE state {states} END FROM coverage_cells WHERE head_count IS NOT NULL";
        foreach (var month in Enumerable.Range(0, CoverageMonth.KeptMonths).Select(back => thisMonth.AddMonths(-back)))
        {
            await db.Database.ExecuteSqlRawAsync(sql, month);
        }
    }

    private async Task FillAsync(Guid first, List<Team> teams, List<Skill> skills)
    {
        await db.Database.OpenConnectionAsync();
        var (store, written) = (db.Database.GetDbConnection(), db.Database.IsNpgsql() ? $"{first}" : $"{first}".ToUpperInvariant());
        var all = Enumerable.Range(0, people).Select(number => (Id: Guid.CreateVersion7(), Stream: Guid.NewGuid(), Number: number, Luck: _random.Next(10))).ToList();
        await BulkTable.FillAsync(store, "people", $"id = '{written}'", ["id", "name", "email", "team_id"], all.Select(person => new object?[] { person.Id, $"Person {person.Number}", $"p{person.Number}@example.org", teams[person.Number % teams.Count].Id.Value }));
        await BulkTable.FillAsync(store, "consent_streams", $"subject_id = '{written}'", ["id", "subject_id"], all.Select(person => new object?[] { person.Stream, person.Id }));
        foreach (var (purpose, agrees) in new (Purpose, Func<int, bool>)[] { (Purpose.HoldProfile, _ => true), (Purpose.ShowNamedCoverage, luck => luck < 4), (Purpose.CountInCoverage, luck => luck is >= 4 and < 8) })
        {
            await BulkTable.FillAsync(store, "consents", $"subject_id = '{written}' AND purpose = '{purpose}'", ["id", "stream_id", "subject_id"], all.Where(person => agrees(person.Luck)).Select(person => new object?[] { Guid.CreateVersion7(), person.Stream, person.Id }));
        }

        await BulkTable.FillAsync(store, "proficiencies", $"person_id = '{written}'", ["id", "person_id", "skill_id", "level"], all.SelectMany(person =>
            Enumerable.Range(0, SkillsEach).Select(_ => _random.Next(skills.Count)).Distinct().Select(skill => new object?[] { Guid.CreateVersion7(), person.Id, skills[skill].Id.Value, _random.Next(1, 6) })));
    }

    private IEnumerable<Target> Want(Team team, List<Skill> skills, int count, int most, DateOnly? from = null, TargetReach reach = TargetReach.Together) =>
        Enumerable.Range(0, count).Select(_ => _random.Next(skills.Count)).Distinct().Select(skill => Target.Set(team.Id, skills[skill].Id, _random.Next(2, 5), _random.Next(1, most), from, reach).Value);

    private static Skill Named(string label, Id<Skill>? broader)
    {
        var labels = new[] { new SkillLabel("en", label, true), new SkillLabel("zh", $"{label}（技能）", true) };
        return Skill.Define(Skill.KeyFor(labels), broader, labels);
    }
}
