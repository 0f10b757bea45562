using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CardPassages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "card_passages",
                columns: table => new
                {
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    provenance_document = table.Column<Guid>(type: "uuid", nullable: false),
                    provenance_place = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    provenance_quote = table.Column<string>(type: "text", nullable: false),
                    provenance_start = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_card_passages", x => new { x.card_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_card_passages_cards_card_id",
                        column: x => x.card_id,
                        principalTable: "cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_card_passages_source_documents_provenance_document",
                        column: x => x.provenance_document,
                        principalTable: "source_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_card_passages_provenance_document",
                table: "card_passages",
                column: "provenance_document");

            // What a card came from is now a list; each card's one passage is the first of it.
            migrationBuilder.Sql(
                """
                INSERT INTO card_passages (card_id, ordinal, provenance_document, provenance_place, provenance_quote, provenance_start)
                SELECT id, 1, provenance_document, provenance_place, provenance_quote, provenance_start FROM cards WHERE provenance_document IS NOT NULL;
                """);

            migrationBuilder.DropForeignKey(
                name: "fk_cards_source_documents_provenance_document",
                table: "cards");

            migrationBuilder.DropIndex(
                name: "ix_cards_provenance_document",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "provenance_document",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "provenance_place",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "provenance_quote",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "provenance_start",
                table: "cards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "provenance_document",
                table: "cards",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provenance_place",
                table: "cards",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provenance_quote",
                table: "cards",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "provenance_start",
                table: "cards",
                type: "integer",
                nullable: true);

            migrationBuilder.Sql(
                """
                UPDATE cards SET
                    provenance_document = (SELECT provenance_document FROM card_passages WHERE card_id = cards.id AND ordinal = 1),
                    provenance_place = (SELECT provenance_place FROM card_passages WHERE card_id = cards.id AND ordinal = 1),
                    provenance_quote = (SELECT provenance_quote FROM card_passages WHERE card_id = cards.id AND ordinal = 1),
                    provenance_start = (SELECT provenance_start FROM card_passages WHERE card_id = cards.id AND ordinal = 1);
                """);

            migrationBuilder.DropTable(
                name: "card_passages");

            migrationBuilder.CreateIndex(
                name: "ix_cards_provenance_document",
                table: "cards",
                column: "provenance_document");

            migrationBuilder.AddForeignKey(
                name: "fk_cards_source_documents_provenance_document",
                table: "cards",
                column: "provenance_document",
                principalTable: "source_documents",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
