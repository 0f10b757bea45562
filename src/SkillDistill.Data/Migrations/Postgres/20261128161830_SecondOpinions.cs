using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SecondOpinions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "second_opinions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_opinions", x => x.id);
                    table.ForeignKey(
                        name: "fk_second_opinions_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_second_opinions_people_asker_id",
                        column: x => x.asker_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_second_opinions_turns_first_id",
                        column: x => x.first_id,
                        principalTable: "turns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_second_opinions_turns_second_id",
                        column: x => x.second_id,
                        principalTable: "turns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_agent_id",
                table: "second_opinions",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_asker_id",
                table: "second_opinions",
                column: "asker_id");

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_first_id_agent_id",
                table: "second_opinions",
                columns: new[] { "first_id", "agent_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_second_id",
                table: "second_opinions",
                column: "second_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "second_opinions");
        }
    }
}
