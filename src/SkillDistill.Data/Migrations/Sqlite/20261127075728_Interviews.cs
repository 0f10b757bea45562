using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Interviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "interviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    protocol_version = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    packs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asks_for_manner = table.Column<bool>(type: "INTEGER", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_interviews_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    put_away_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_people_from_id",
                        column: x => x.from_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_invitations_people_to_id",
                        column: x => x.to_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "put_off_questions",
                columns: table => new
                {
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_put_off_questions", x => new { x.owner_id, x.key });
                    table.ForeignKey(
                        name: "fk_put_off_questions_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "discarded_proposals",
                columns: table => new
                {
                    interview_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discarded_proposals", x => new { x.interview_id, x.key });
                    table.ForeignKey(
                        name: "fk_discarded_proposals_interviews_interview_id",
                        column: x => x.interview_id,
                        principalTable: "interviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interview_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    interview_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    probe = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    slot = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    dismissed = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_skipped = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    audience_people = table.Column<string>(type: "TEXT", nullable: false),
                    audience_scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    audience_team = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_interview_answers_interviews_interview_id",
                        column: x => x.interview_id,
                        principalTable: "interviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "field_quotes",
                columns: table => new
                {
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    answer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    start = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_field_quotes", x => new { x.card_id, x.field, x.ordinal });
                    table.ForeignKey(
                        name: "fk_field_quotes_cards_card_id",
                        column: x => x.card_id,
                        principalTable: "cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_field_quotes_interview_answers_answer_id",
                        column: x => x.answer_id,
                        principalTable: "interview_answers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_field_quotes_answer_id",
                table: "field_quotes",
                column: "answer_id");

            migrationBuilder.CreateIndex(
                name: "ix_interview_answers_interview_id_probe_about_slot",
                table: "interview_answers",
                columns: new[] { "interview_id", "probe", "about", "slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interviews_owner_id",
                table: "interviews",
                column: "owner_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_from_id",
                table: "invitations",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_to_id",
                table: "invitations",
                column: "to_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discarded_proposals");

            migrationBuilder.DropTable(
                name: "field_quotes");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "put_off_questions");

            migrationBuilder.DropTable(
                name: "interview_answers");

            migrationBuilder.DropTable(
                name: "interviews");
        }
    }
}
