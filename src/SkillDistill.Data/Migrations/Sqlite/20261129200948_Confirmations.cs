using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Confirmations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "confirmation_id",
                table: "notifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "confirmations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proficiency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    peer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    put_away_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_confirmations", x => x.id);
                    table.ForeignKey(
                        name: "fk_confirmations_people_peer_id",
                        column: x => x.peer_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_confirmations_proficiencies_proficiency_id",
                        column: x => x.proficiency_id,
                        principalTable: "proficiencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_confirmation_id_kind",
                table: "notifications",
                columns: new[] { "confirmation_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_confirmations_peer_id",
                table: "confirmations",
                column: "peer_id");

            migrationBuilder.CreateIndex(
                name: "ix_confirmations_proficiency_id_peer_id",
                table: "confirmations",
                columns: new[] { "proficiency_id", "peer_id" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_notifications_confirmations_confirmation_id",
                table: "notifications",
                column: "confirmation_id",
                principalTable: "confirmations",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_notifications_confirmations_confirmation_id",
                table: "notifications");

            migrationBuilder.DropTable(
                name: "confirmations");

            migrationBuilder.DropIndex(
                name: "ix_notifications_confirmation_id_kind",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "confirmation_id",
                table: "notifications");
        }
    }
}
