using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WordIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "index_statistics",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    cards = table.Column<int>(type: "integer", nullable: false),
                    lengths = table.Column<List<double>>(type: "double precision[]", nullable: false),
                    letters = table.Column<double>(type: "double precision", nullable: false),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_index_statistics", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indexed_cards",
                columns: table => new
                {
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reach = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indexed_cards", x => x.revision_id);
                    table.ForeignKey(
                        name: "fk_indexed_cards_card_revisions_revision_id",
                        column: x => x.revision_id,
                        principalTable: "card_revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "indexing_due",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    skill_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indexing_due", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "term_counts",
                columns: table => new
                {
                    term = table.Column<long>(type: "bigint", nullable: false),
                    holders = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_term_counts", x => x.term);
                });

            migrationBuilder.CreateTable(
                name: "indexed_terms",
                columns: table => new
                {
                    term = table.Column<long>(type: "bigint", nullable: false),
                    reach = table.Column<Guid>(type: "uuid", nullable: false),
                    weight = table.Column<short>(type: "smallint", nullable: false),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indexed_terms", x => new { x.term, x.reach, x.weight, x.revision_id });
                    table.ForeignKey(
                        name: "fk_indexed_terms_indexed_cards_revision_id",
                        column: x => x.revision_id,
                        principalTable: "indexed_cards",
                        principalColumn: "revision_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_indexed_cards_owner_id",
                table: "indexed_cards",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_indexed_terms_revision_id",
                table: "indexed_terms",
                column: "revision_id");

            // Everybody who has published is entered by the chore once it runs.
            migrationBuilder.Sql("INSERT INTO indexing_due (id, owner_id) SELECT owner_id, owner_id FROM agents WHERE published_version_id IS NOT NULL");

            // ANALYZE copies frequent values into pg_statistic: what people's words are numbered by is kept out of it, as their words are.
            migrationBuilder.Sql("ALTER TABLE indexed_terms ALTER COLUMN term SET STATISTICS 0, ALTER COLUMN weight SET STATISTICS 0");
            migrationBuilder.Sql("ALTER TABLE indexed_cards ALTER COLUMN digest SET STATISTICS 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "index_statistics");

            migrationBuilder.DropTable(
                name: "indexed_terms");

            migrationBuilder.DropTable(
                name: "indexing_due");

            migrationBuilder.DropTable(
                name: "term_counts");

            migrationBuilder.DropTable(
                name: "indexed_cards");
        }
    }
}
