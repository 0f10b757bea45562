using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountedToo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "counted_too_at_least1",
                table: "coverage_cells",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "counted_too_at_least2",
                table: "coverage_cells",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "counted_too_at_least3",
                table: "coverage_cells",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "counted_too_at_least4",
                table: "coverage_cells",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "counted_too_at_least5",
                table: "coverage_cells",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_at_least",
                table: "coverage_cells",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Whoever gave their name since they were counted is not known yet in what is kept.
            migrationBuilder.Sql("INSERT INTO coverage_due (is_of_branch) VALUES (false)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "counted_too_at_least1",
                table: "coverage_cells");

            migrationBuilder.DropColumn(
                name: "counted_too_at_least2",
                table: "coverage_cells");

            migrationBuilder.DropColumn(
                name: "counted_too_at_least3",
                table: "coverage_cells");

            migrationBuilder.DropColumn(
                name: "counted_too_at_least4",
                table: "coverage_cells");

            migrationBuilder.DropColumn(
                name: "counted_too_at_least5",
                table: "coverage_cells");

            migrationBuilder.DropColumn(
                name: "is_at_least",
                table: "coverage_cells");
        }
    }
}
