using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CoverageOfTeamsWorstFirst : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_coverage_cells_team_id_state",
                table: "coverage_cells");

            migrationBuilder.CreateIndex(
                name: "ix_coverage_cells_team_id_state_missing_skill_id",
                table: "coverage_cells",
                columns: new[] { "team_id", "state", "missing", "skill_id" },
                descending: new[] { false, false, true, false },
                filter: "head_count IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_coverage_cells_team_id_state_missing_skill_id",
                table: "coverage_cells");

            migrationBuilder.CreateIndex(
                name: "ix_coverage_cells_team_id_state",
                table: "coverage_cells",
                columns: new[] { "team_id", "state" },
                filter: "head_count IS NOT NULL");
        }
    }
}
