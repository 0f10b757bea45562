using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Disagreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "takes_named_only",
                table: "agents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "disagreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    turn_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asker_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    would_do = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    is_named = table.Column<bool>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    turned_out = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    turned_out_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settlement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reply = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    settled_card_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    settled_revision = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disagreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_disagreements_cards_settled_card_id",
                        column: x => x.settled_card_id,
                        principalTable: "cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_disagreements_people_asker_id",
                        column: x => x.asker_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_disagreements_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_disagreements_turns_turn_id",
                        column: x => x.turn_id,
                        principalTable: "turns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "disputed_cards",
                columns: table => new
                {
                    disagreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disputed_cards", x => new { x.disagreement_id, x.card_id });
                    table.ForeignKey(
                        name: "fk_disputed_cards_cards_card_id",
                        column: x => x.card_id,
                        principalTable: "cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_disputed_cards_disagreements_disagreement_id",
                        column: x => x.disagreement_id,
                        principalTable: "disagreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_disagreements_asker_id",
                table: "disagreements",
                column: "asker_id");

            migrationBuilder.CreateIndex(
                name: "ix_disagreements_owner_id_settled_at",
                table: "disagreements",
                columns: new[] { "owner_id", "settled_at" });

            migrationBuilder.CreateIndex(
                name: "ix_disagreements_settled_card_id",
                table: "disagreements",
                column: "settled_card_id");

            migrationBuilder.CreateIndex(
                name: "ix_disagreements_turn_id",
                table: "disagreements",
                column: "turn_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disputed_cards_card_id",
                table: "disputed_cards",
                column: "card_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disputed_cards");

            migrationBuilder.DropTable(
                name: "disagreements");

            migrationBuilder.DropColumn(
                name: "takes_named_only",
                table: "agents");
        }
    }
}
