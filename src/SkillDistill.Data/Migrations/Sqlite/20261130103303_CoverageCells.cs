using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CoverageCells : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "coverage_cells",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    skill_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: true),
                    head_count = table.Column<int>(type: "INTEGER", nullable: true),
                    holders = table.Column<int>(type: "INTEGER", nullable: false),
                    missing = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    handed_up_at_least1 = table.Column<int>(type: "INTEGER", nullable: false),
                    handed_up_at_least2 = table.Column<int>(type: "INTEGER", nullable: false),
                    handed_up_at_least3 = table.Column<int>(type: "INTEGER", nullable: false),
                    handed_up_at_least4 = table.Column<int>(type: "INTEGER", nullable: false),
                    handed_up_at_least5 = table.Column<int>(type: "INTEGER", nullable: false),
                    named_at_least1 = table.Column<int>(type: "INTEGER", nullable: false),
                    named_at_least2 = table.Column<int>(type: "INTEGER", nullable: false),
                    named_at_least3 = table.Column<int>(type: "INTEGER", nullable: false),
                    named_at_least4 = table.Column<int>(type: "INTEGER", nullable: false),
                    named_at_least5 = table.Column<int>(type: "INTEGER", nullable: false),
                    unnamed_at_least1 = table.Column<int>(type: "INTEGER", nullable: false),
                    unnamed_at_least2 = table.Column<int>(type: "INTEGER", nullable: false),
                    unnamed_at_least3 = table.Column<int>(type: "INTEGER", nullable: false),
                    unnamed_at_least4 = table.Column<int>(type: "INTEGER", nullable: false),
                    unnamed_at_least5 = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coverage_cells", x => new { x.team_id, x.skill_id });
                    table.ForeignKey(
                        name: "fk_coverage_cells_skills_skill_id",
                        column: x => x.skill_id,
                        principalTable: "skills",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_coverage_cells_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coverage_due",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    skill_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_of_branch = table.Column<bool>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coverage_due", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coverage_totals",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    handed_up = table.Column<int>(type: "INTEGER", nullable: false),
                    gaps = table.Column<int>(type: "INTEGER", nullable: false),
                    single_points = table.Column<int>(type: "INTEGER", nullable: false),
                    thin = table.Column<int>(type: "INTEGER", nullable: false),
                    covered = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coverage_totals", x => x.team_id);
                    table.ForeignKey(
                        name: "fk_coverage_totals_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_coverage_cells_skill_id",
                table: "coverage_cells",
                column: "skill_id");

            migrationBuilder.CreateIndex(
                name: "ix_coverage_cells_state_missing_skill_id_team_id",
                table: "coverage_cells",
                columns: new[] { "state", "missing", "skill_id", "team_id" },
                descending: new[] { false, true, false, false },
                filter: "head_count IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_coverage_cells_team_id_state",
                table: "coverage_cells",
                columns: new[] { "team_id", "state" },
                filter: "head_count IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_coverage_due_due_at",
                table: "coverage_due",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_coverage_due_due_on",
                table: "coverage_due",
                column: "due_on",
                filter: "due_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_coverage_due_id",
                table: "coverage_due",
                column: "id",
                filter: "due_at IS NULL AND due_on IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coverage_cells");

            migrationBuilder.DropTable(
                name: "coverage_due");

            migrationBuilder.DropTable(
                name: "coverage_totals");
        }
    }
}
