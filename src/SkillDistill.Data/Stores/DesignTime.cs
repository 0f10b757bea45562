using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SkillDistill.Data.Stores;

/// <summary>For `dotnet ef migrations add` on the embedded store; opens no file.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqliteDb>();
        builder.UseSqliteFile(Path.Combine(Path.GetTempPath(), "skilldistill-design.db"));
        return new SqliteDb(builder.Options);
    }
}

/// <summary>For `dotnet ef migrations add` on the production store; connects to nothing.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgresDb>();
        builder.UsePostgres("Host=localhost;Database=design");
        return new PostgresDb(builder.Options);
    }
}
