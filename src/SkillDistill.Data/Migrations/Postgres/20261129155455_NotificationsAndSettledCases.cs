using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NotificationsAndSettledCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "answer_id",
                table: "replay_cases",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "disagreement_id",
                table: "replay_cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "least_revision",
                table: "replay_cases",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notification_settings",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    off = table.Column<string[]>(type: "text[]", nullable: false),
                    by_mail = table.Column<bool>(type: "boolean", nullable: false),
                    digest_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification_settings", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_notification_settings_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    gap_id = table.Column<Guid>(type: "uuid", nullable: true),
                    disagreement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mailed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notifications", x => x.id);
                    table.ForeignKey(
                        name: "fk_notifications_disagreements_disagreement_id",
                        column: x => x.disagreement_id,
                        principalTable: "disagreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notifications_gaps_gap_id",
                        column: x => x.gap_id,
                        principalTable: "gaps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notifications_invitations_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notifications_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_replay_cases_disagreement_id",
                table: "replay_cases",
                column: "disagreement_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notifications_disagreement_id_kind",
                table: "notifications",
                columns: new[] { "disagreement_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notifications_gap_id_kind",
                table: "notifications",
                columns: new[] { "gap_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notifications_invitation_id",
                table: "notifications",
                column: "invitation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notifications_person_id_read_at_at",
                table: "notifications",
                columns: new[] { "person_id", "read_at", "at" });

            migrationBuilder.AddForeignKey(
                name: "fk_replay_cases_disagreements_disagreement_id",
                table: "replay_cases",
                column: "disagreement_id",
                principalTable: "disagreements",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_replay_cases_disagreements_disagreement_id",
                table: "replay_cases");

            migrationBuilder.DropTable(
                name: "notification_settings");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropIndex(
                name: "ix_replay_cases_disagreement_id",
                table: "replay_cases");

            migrationBuilder.DropColumn(
                name: "disagreement_id",
                table: "replay_cases");

            migrationBuilder.DropColumn(
                name: "least_revision",
                table: "replay_cases");

            migrationBuilder.AlterColumn<Guid>(
                name: "answer_id",
                table: "replay_cases",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
