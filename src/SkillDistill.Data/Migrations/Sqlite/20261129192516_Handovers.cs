using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Handovers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "handover_id",
                table: "notifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "first_author_id",
                table: "cards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "from_role_since",
                table: "cards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "handovers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    successor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    offered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    declined_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handovers", x => x.id);
                    table.ForeignKey(
                        name: "fk_handovers_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_handovers_people_successor_id",
                        column: x => x.successor_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "handed_cards",
                columns: table => new
                {
                    handover_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    keeps_name = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handed_cards", x => new { x.handover_id, x.card_id });
                    table.ForeignKey(
                        name: "fk_handed_cards_cards_card_id",
                        column: x => x.card_id,
                        principalTable: "cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_handed_cards_handovers_handover_id",
                        column: x => x.handover_id,
                        principalTable: "handovers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_handover_id_kind",
                table: "notifications",
                columns: new[] { "handover_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cards_first_author_id",
                table: "cards",
                column: "first_author_id");

            migrationBuilder.CreateIndex(
                name: "ix_handed_cards_card_id",
                table: "handed_cards",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "ix_handovers_owner_id",
                table: "handovers",
                column: "owner_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handovers_successor_id",
                table: "handovers",
                column: "successor_id");

            migrationBuilder.AddForeignKey(
                name: "fk_cards_people_first_author_id",
                table: "cards",
                column: "first_author_id",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "fk_notifications_handovers_handover_id",
                table: "notifications",
                column: "handover_id",
                principalTable: "handovers",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_cards_people_first_author_id",
                table: "cards");

            migrationBuilder.DropForeignKey(
                name: "fk_notifications_handovers_handover_id",
                table: "notifications");

            migrationBuilder.DropTable(
                name: "handed_cards");

            migrationBuilder.DropTable(
                name: "handovers");

            migrationBuilder.DropIndex(
                name: "ix_notifications_handover_id_kind",
                table: "notifications");

            migrationBuilder.DropIndex(
                name: "ix_cards_first_author_id",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "handover_id",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "first_author_id",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "from_role_since",
                table: "cards");
        }
    }
}
