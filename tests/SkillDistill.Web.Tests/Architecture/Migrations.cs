using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;

namespace SkillDistill.Web.Tests.Architecture;

/// <summary>Whoever changes the model adds a migration to each store. Neither store is opened here.</summary>
public sealed class Migrations
{
    [Fact]
    public void The_embedded_store_lacks_no_migration()
    {
        var builder = new DbContextOptionsBuilder<SqliteDb>();
        builder.UseSqliteFile(Path.Combine(Path.GetTempPath(), "skilldistill-drift.db"));
        using var db = new SqliteDb(builder.Options);

        LacksNone(db);
    }

    [Fact]
    public void The_production_store_lacks_no_migration()
    {
        var builder = new DbContextOptionsBuilder<PostgresDb>();
        builder.UsePostgres("Host=localhost;Database=drift");
        using var db = new PostgresDb(builder.Options);

        LacksNone(db);
    }

    private static void LacksNone(SkillDistillDb db)
    {
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
