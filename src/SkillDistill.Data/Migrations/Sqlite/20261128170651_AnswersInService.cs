using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AnswersInService : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "currency",
                table: "turns",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "input_tokens",
                table: "turns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_estimated",
                table: "turns",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "output_tokens",
                table: "turns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "price",
                table: "turns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stand_in",
                table: "turns",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "stand_in_limit",
                table: "turns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "connection_tests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    model = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    first = table.Column<int>(type: "INTEGER", nullable: true),
                    whole = table.Column<int>(type: "INTEGER", nullable: false),
                    input_tokens = table.Column<long>(type: "INTEGER", nullable: true),
                    output_tokens = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connection_tests", x => x.id);
                    table.ForeignKey(
                        name: "fk_connection_tests_people_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "model_allowances",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    tokens = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_allowances", x => new { x.day, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "model_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    task = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    calls = table.Column<long>(type: "INTEGER", nullable: false),
                    estimated_calls = table.Column<long>(type: "INTEGER", nullable: false),
                    input_tokens = table.Column<long>(type: "INTEGER", nullable: false),
                    output_tokens = table.Column<long>(type: "INTEGER", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_days", x => new { x.day, x.task, x.currency });
                });

            migrationBuilder.CreateTable(
                name: "replay_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agent_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    accepted_in = table.Column<int>(type: "INTEGER", nullable: false),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    accepted = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    accepted_cards = table.Column<string>(type: "TEXT", nullable: false)
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
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ran_at = table.Column<long>(type: "INTEGER", nullable: false),
                    waiver = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    waived_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "second_opinions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asker_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agent_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_opinions", x => x.id);
                    table.ForeignKey(
                        name: "fk_second_opinions_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_second_opinions_people_asker_id",
                        column: x => x.asker_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_second_opinions_turns_first_id",
                        column: x => x.first_id,
                        principalTable: "turns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_second_opinions_turns_second_id",
                        column: x => x.second_id,
                        principalTable: "turns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "replay_results",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    accepted_in = table.Column<int>(type: "INTEGER", nullable: false),
                    accepted = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    accepted_cards = table.Column<string>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cited_cards = table.Column<string>(type: "TEXT", nullable: false),
                    finding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
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
                name: "ix_connection_tests_at",
                table: "connection_tests",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_connection_tests_by_id",
                table: "connection_tests",
                column: "by_id");

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

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_agent_id",
                table: "second_opinions",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_asker_id",
                table: "second_opinions",
                column: "asker_id");

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_first_id_agent_id",
                table: "second_opinions",
                columns: new[] { "first_id", "agent_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_second_id",
                table: "second_opinions",
                column: "second_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "connection_tests");

            migrationBuilder.DropTable(
                name: "model_allowances");

            migrationBuilder.DropTable(
                name: "model_days");

            migrationBuilder.DropTable(
                name: "replay_results");

            migrationBuilder.DropTable(
                name: "second_opinions");

            migrationBuilder.DropTable(
                name: "replay_cases");

            migrationBuilder.DropTable(
                name: "replays");

            migrationBuilder.DropColumn(
                name: "currency",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "input_tokens",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "is_estimated",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "output_tokens",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "price",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "stand_in",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "stand_in_limit",
                table: "turns");
        }
    }
}
