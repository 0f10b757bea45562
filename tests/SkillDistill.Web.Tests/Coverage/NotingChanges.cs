using Microsoft.EntityFrameworkCore;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>
/// The triggers that note what coverage is to reckon again, and that teams are others, are there when all migrations are done. SQLite changes many a column by making the table anew, and what hung on the old one is gone without a word: whoever writes such a
/// migration for one of these tables makes its triggers again.
/// </summary>
public sealed class NotingChanges(House house) : IClassFixture<House>
{
    private static readonly string[] OnSqlite =
    [
        "coverage_of_changed_consent consents", "coverage_of_changed_level proficiencies", "coverage_of_changed_person people", "coverage_of_changed_target targets", "coverage_of_changed_team teams",
        "coverage_of_new_consent consents", "coverage_of_new_level proficiencies", "coverage_of_new_person people", "coverage_of_new_target targets", "coverage_of_new_team teams",
        "coverage_of_old_consent consents", "coverage_of_old_level proficiencies", "coverage_of_old_person people", "coverage_of_old_target targets", "coverage_of_old_team teams",
        "coverage_of_skill skills",
        "stamp_of_changed_team teams", "stamp_of_new_team teams", "stamp_of_old_team teams",
    ];

    private static readonly string[] OnPostgres =
    [
        "coverage_of_level proficiencies", "coverage_of_new_consent consents", "coverage_of_old_consent consents", "coverage_of_person people", "coverage_of_skill skills", "coverage_of_target targets", "coverage_of_team teams",
        "stamp_of_teams teams",
    ];

    [Fact]
    public async Task Every_trigger_is_there_after_all_migrations()
    {
        var there = await house.InStoreAsync(db => (House.OnPostgres
            ? db.Database.SqlQuery<string>($"SELECT tgname || ' ' || tgrelid::regclass AS \"Value\" FROM pg_trigger WHERE (tgname LIKE 'coverage_of_%' OR tgname LIKE 'stamp_of_%') AND tgenabled = 'O'")
            : db.Database.SqlQuery<string>($"SELECT name || ' ' || tbl_name AS Value FROM sqlite_master WHERE type = 'trigger' AND (name LIKE 'coverage_of_%' OR name LIKE 'stamp_of_%')")).ToListAsync());

        Assert.Equal((House.OnPostgres ? OnPostgres : OnSqlite).Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }
}
