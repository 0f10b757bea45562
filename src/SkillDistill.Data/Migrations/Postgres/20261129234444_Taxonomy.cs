using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Taxonomy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "definition",
                table: "skills",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "skills",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "retired_at",
                table: "skills",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "uri",
                table: "skills",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "skill_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    skill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: true),
                    said = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_skill_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_skill_changes_people_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_skill_changes_skills_other_id",
                        column: x => x.other_id,
                        principalTable: "skills",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_skill_changes_skills_skill_id",
                        column: x => x.skill_id,
                        principalTable: "skills",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_skills_merged_into_id",
                table: "skills",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_skills_uri",
                table: "skills",
                column: "uri",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_skill_changes_by_id",
                table: "skill_changes",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_skill_changes_other_id",
                table: "skill_changes",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_skill_changes_skill_id_at",
                table: "skill_changes",
                columns: new[] { "skill_id", "at" });

            migrationBuilder.AddForeignKey(
                name: "fk_skills_skills_merged_into_id",
                table: "skills",
                column: "merged_into_id",
                principalTable: "skills",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // Planner statistics would keep samples of what stood in them.
            migrationBuilder.Sql("ALTER TABLE skills ALTER COLUMN definition SET STATISTICS 0;");
            migrationBuilder.Sql("ALTER TABLE skill_changes ALTER COLUMN said SET STATISTICS 0;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_skills_skills_merged_into_id",
                table: "skills");

            migrationBuilder.DropTable(
                name: "skill_changes");

            migrationBuilder.DropIndex(
                name: "ix_skills_merged_into_id",
                table: "skills");

            migrationBuilder.DropIndex(
                name: "ix_skills_uri",
                table: "skills");

            migrationBuilder.DropColumn(
                name: "definition",
                table: "skills");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "skills");

            migrationBuilder.DropColumn(
                name: "retired_at",
                table: "skills");

            migrationBuilder.DropColumn(
                name: "uri",
                table: "skills");
        }
    }
}
