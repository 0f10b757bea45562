using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SkillDistill.Data.Migrations;

/// <summary>
/// A migration written as SQL, for what Entity Framework's model does not know: tables of a library, triggers. Its text lies beside the class in a file
/// of the same name. It changes nothing in the model, so it has neither designer file nor snapshot.
/// </summary>
public abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        var name = $"{GetType().Namespace}.{GetType().GetCustomAttribute<MigrationAttribute>()!.Id}.sql";
        using var text = new StreamReader(GetType().Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded."));
        migrationBuilder.Sql(text.ReadToEnd());
    }
}
