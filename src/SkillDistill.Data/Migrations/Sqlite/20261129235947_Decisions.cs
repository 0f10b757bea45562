using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Decisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "decision_id",
                table: "notifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false),
                    quarter = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    authors = table.Column<int>(type: "INTEGER", nullable: false),
                    documented = table.Column<int>(type: "INTEGER", nullable: false),
                    judgement = table.Column<int>(type: "INTEGER", nullable: false),
                    cannot_tell = table.Column<int>(type: "INTEGER", nullable: false),
                    disputed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_decisions_people_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_decisions_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quarter_shares",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quarter = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    authors = table.Column<int>(type: "INTEGER", nullable: false),
                    documented = table.Column<int>(type: "INTEGER", nullable: false),
                    judgement = table.Column<int>(type: "INTEGER", nullable: false),
                    cannot_tell = table.Column<int>(type: "INTEGER", nullable: false),
                    disputed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quarter_shares", x => x.id);
                    table.ForeignKey(
                        name: "fk_quarter_shares_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_decision_comments_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_decision_comments_people_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_targets",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    skill_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level_now = table.Column<int>(type: "INTEGER", nullable: false),
                    people_now = table.Column<int>(type: "INTEGER", nullable: false),
                    level_then = table.Column<int>(type: "INTEGER", nullable: false),
                    people_then = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_targets", x => new { x.decision_id, x.skill_id });
                    table.ForeignKey(
                        name: "fk_decision_targets_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_decision_targets_skills_skill_id",
                        column: x => x.skill_id,
                        principalTable: "skills",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_decision_id_person_id",
                table: "notifications",
                columns: new[] { "decision_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_comments_author_id",
                table: "decision_comments",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_comments_decision_id_at",
                table: "decision_comments",
                columns: new[] { "decision_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_targets_skill_id",
                table: "decision_targets",
                column: "skill_id");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_decided_by_id",
                table: "decisions",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_team_id_number",
                table: "decisions",
                columns: new[] { "team_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quarter_shares_quarter",
                table: "quarter_shares",
                column: "quarter");

            migrationBuilder.CreateIndex(
                name: "ix_quarter_shares_team_id_quarter",
                table: "quarter_shares",
                columns: new[] { "team_id", "quarter" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_notifications_decisions_decision_id",
                table: "notifications",
                column: "decision_id",
                principalTable: "decisions",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_notifications_decisions_decision_id",
                table: "notifications");

            migrationBuilder.DropTable(
                name: "decision_comments");

            migrationBuilder.DropTable(
                name: "decision_targets");

            migrationBuilder.DropTable(
                name: "quarter_shares");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropIndex(
                name: "ix_notifications_decision_id_person_id",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "decision_id",
                table: "notifications");
        }
    }
}
