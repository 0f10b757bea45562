using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 2000,
                nullable: true);
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
