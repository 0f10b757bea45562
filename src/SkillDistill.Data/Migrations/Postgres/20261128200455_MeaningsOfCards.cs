using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MeaningsOfCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "encoder",
                table: "agent_versions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "card_meanings",
                columns: table => new
                {
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    encoder = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    point = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_card_meanings", x => new { x.revision_id, x.encoder });
                    table.ForeignKey(
                        name: "fk_card_meanings_card_revisions_revision_id",
                        column: x => x.revision_id,
                        principalTable: "card_revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "card_meanings");

            migrationBuilder.DropColumn(
                name: "encoder",
                table: "agent_versions");
        }
    }
}
