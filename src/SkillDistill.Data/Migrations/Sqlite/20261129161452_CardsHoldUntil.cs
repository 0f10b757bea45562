using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CardsHoldUntil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "came_about_at",
                table: "cards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "event_id",
                table: "cards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "holds_until",
                table: "cards",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "review_after",
                table: "cards",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "expected_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    named_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    named_at = table.Column<long>(type: "INTEGER", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    said_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    said_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expected_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_expected_events_people_named_by_id",
                        column: x => x.named_by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_expected_events_people_said_by_id",
                        column: x => x.said_by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cards_event_id",
                table: "cards",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_expected_events_named_by_id",
                table: "expected_events",
                column: "named_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_expected_events_said_by_id",
                table: "expected_events",
                column: "said_by_id");

            migrationBuilder.AddForeignKey(
                name: "fk_cards_expected_events_event_id",
                table: "cards",
                column: "event_id",
                principalTable: "expected_events",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_cards_expected_events_event_id",
                table: "cards");

            migrationBuilder.DropTable(
                name: "expected_events");

            migrationBuilder.DropIndex(
                name: "ix_cards_event_id",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "came_about_at",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "event_id",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "holds_until",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "review_after",
                table: "cards");
        }
    }
}
