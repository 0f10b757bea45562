using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HistoryOfPeopleAndTeams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "history_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from_team_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to_team_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name_before = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name_after = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_history_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_history_entries_people_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_history_entries_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_history_entries_teams_from_team_id",
                        column: x => x.from_team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_history_entries_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_history_entries_teams_to_team_id",
                        column: x => x.to_team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_history_entries_at",
                table: "history_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_history_entries_by_id",
                table: "history_entries",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_history_entries_from_team_id",
                table: "history_entries",
                column: "from_team_id");

            migrationBuilder.CreateIndex(
                name: "ix_history_entries_person_id_at",
                table: "history_entries",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_history_entries_team_id_at",
                table: "history_entries",
                columns: new[] { "team_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_history_entries_to_team_id",
                table: "history_entries",
                column: "to_team_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "history_entries");
        }
    }
}
