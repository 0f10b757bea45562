using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Crowds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "handed_up",
                table: "coverage_totals");

            migrationBuilder.DropColumn(
                name: "handed_up_at_least1",
                table: "coverage_cells");

            migrationBuilder.DropColumn(
                name: "handed_up_at_least2",
                table: "coverage_cells");

            migrationBuilder.DropColumn(
                name: "handed_up_at_least3",
                table: "coverage_cells");

            migrationBuilder.DropColumn(
                name: "handed_up_at_least4",
                table: "coverage_cells");

            migrationBuilder.DropColumn(
                name: "handed_up_at_least5",
                table: "coverage_cells");

            migrationBuilder.CreateTable(
                name: "crowds",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    fewest = table.Column<int>(type: "INTEGER", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_silent = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crowds", x => x.team_id);
                    table.ForeignKey(
                        name: "fk_crowds_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "crowd_counts",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    skill_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    disputed = table.Column<int>(type: "INTEGER", nullable: false),
                    fresh_at_least1 = table.Column<int>(type: "INTEGER", nullable: false),
                    fresh_at_least2 = table.Column<int>(type: "INTEGER", nullable: false),
                    fresh_at_least3 = table.Column<int>(type: "INTEGER", nullable: false),
                    fresh_at_least4 = table.Column<int>(type: "INTEGER", nullable: false),
                    fresh_at_least5 = table.Column<int>(type: "INTEGER", nullable: false),
                    holders_at_least1 = table.Column<int>(type: "INTEGER", nullable: false),
                    holders_at_least2 = table.Column<int>(type: "INTEGER", nullable: false),
                    holders_at_least3 = table.Column<int>(type: "INTEGER", nullable: false),
                    holders_at_least4 = table.Column<int>(type: "INTEGER", nullable: false),
                    holders_at_least5 = table.Column<int>(type: "INTEGER", nullable: false),
                    judgement_at_least1 = table.Column<int>(type: "INTEGER", nullable: false),
                    judgement_at_least2 = table.Column<int>(type: "INTEGER", nullable: false),
                    judgement_at_least3 = table.Column<int>(type: "INTEGER", nullable: false),
                    judgement_at_least4 = table.Column<int>(type: "INTEGER", nullable: false),
                    judgement_at_least5 = table.Column<int>(type: "INTEGER", nullable: false),
                    process_at_least1 = table.Column<int>(type: "INTEGER", nullable: false),
                    process_at_least2 = table.Column<int>(type: "INTEGER", nullable: false),
                    process_at_least3 = table.Column<int>(type: "INTEGER", nullable: false),
                    process_at_least4 = table.Column<int>(type: "INTEGER", nullable: false),
                    process_at_least5 = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crowd_counts", x => new { x.team_id, x.skill_id });
                    table.ForeignKey(
                        name: "fk_crowd_counts_crowds_team_id",
                        column: x => x.team_id,
                        principalTable: "crowds",
                        principalColumn: "team_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_crowd_counts_skills_skill_id",
                        column: x => x.skill_id,
                        principalTable: "skills",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "crowd_members",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    counted_as = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crowd_members", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_crowd_members_crowds_team_id",
                        column: x => x.team_id,
                        principalTable: "crowds",
                        principalColumn: "team_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_crowd_members_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_crowd_counts_skill_id",
                table: "crowd_counts",
                column: "skill_id");

            migrationBuilder.CreateIndex(
                name: "ix_crowd_members_team_id",
                table: "crowd_members",
                column: "team_id");

            // What the kept cells say of unnamed people was added up otherwise.
            migrationBuilder.Sql("INSERT INTO coverage_due (is_of_branch) VALUES (0)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "crowd_counts");

            migrationBuilder.DropTable(
                name: "crowd_members");

            migrationBuilder.DropTable(
                name: "crowds");

            migrationBuilder.AddColumn<int>(
                name: "handed_up",
                table: "coverage_totals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "handed_up_at_least1",
                table: "coverage_cells",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "handed_up_at_least2",
                table: "coverage_cells",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "handed_up_at_least3",
                table: "coverage_cells",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "handed_up_at_least4",
                table: "coverage_cells",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "handed_up_at_least5",
                table: "coverage_cells",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }
    }
}
