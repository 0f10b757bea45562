using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Replays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "replay_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    accepted_in = table.Column<int>(type: "integer", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    accepted_cards = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_replay_cases", x => x.id);
                    table.ForeignKey(
                        name: "fk_replay_cases_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_replay_cases_interview_answers_answer_id",
                        column: x => x.answer_id,
                        principalTable: "interview_answers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "replays",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ran_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    waiver = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    waived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_replays", x => x.version_id);
                    table.ForeignKey(
                        name: "fk_replays_agent_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "agent_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "replay_results",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    accepted_in = table.Column<int>(type: "integer", nullable: false),
                    accepted = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    accepted_cards = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cited_cards = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    finding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_replay_results", x => new { x.version_id, x.case_id });
                    table.ForeignKey(
                        name: "fk_replay_results_replay_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "replay_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_replay_results_replays_version_id",
                        column: x => x.version_id,
                        principalTable: "replays",
                        principalColumn: "version_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_replay_cases_agent_id",
                table: "replay_cases",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_replay_cases_answer_id",
                table: "replay_cases",
                column: "answer_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_replay_results_case_id",
                table: "replay_results",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "replay_results");

            migrationBuilder.DropTable(
                name: "replay_cases");

            migrationBuilder.DropTable(
                name: "replays");
        }
    }
}
