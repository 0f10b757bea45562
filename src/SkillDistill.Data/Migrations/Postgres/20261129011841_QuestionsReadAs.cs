using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class QuestionsReadAs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "read_as",
                table: "turns",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);
            // As in WordsSince: no samples of what people ask.
            migrationBuilder.Sql("ALTER TABLE turns ALTER COLUMN read_as SET STATISTICS 0;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "read_as",
                table: "turns");
        }
    }
}
