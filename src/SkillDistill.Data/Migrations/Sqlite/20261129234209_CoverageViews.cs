using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CoverageViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_coverage_looks_person_id_looker_id_day",
                table: "coverage_looks");

            migrationBuilder.AddColumn<string>(
                name: "looked_for",
                table: "coverage_looks",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Row");

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    kept_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_saved_views_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_saved_views_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_coverage_looks_person_id_looker_id_day_looked_for",
                table: "coverage_looks",
                columns: new[] { "person_id", "looker_id", "day", "looked_for" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_owner_id_name",
                table: "saved_views",
                columns: new[] { "owner_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_team_id",
                table: "saved_views",
                column: "team_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropIndex(
                name: "ix_coverage_looks_person_id_looker_id_day_looked_for",
                table: "coverage_looks");

            migrationBuilder.DropColumn(
                name: "looked_for",
                table: "coverage_looks");

            migrationBuilder.CreateIndex(
                name: "ix_coverage_looks_person_id_looker_id_day",
                table: "coverage_looks",
                columns: new[] { "person_id", "looker_id", "day" },
                unique: true);
        }
    }
}
