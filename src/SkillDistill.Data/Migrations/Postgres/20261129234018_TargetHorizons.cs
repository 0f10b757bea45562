using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TargetHorizons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_targets_team_id_skill_id",
                table: "targets");

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                table: "targets",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reach",
                table: "targets",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Together");

            migrationBuilder.CreateIndex(
                name: "ix_targets_team_id_skill_id",
                table: "targets",
                columns: new[] { "team_id", "skill_id" },
                unique: true,
                filter: "due_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_targets_team_id_skill_id_due_on",
                table: "targets",
                columns: new[] { "team_id", "skill_id", "due_on" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_targets_team_id_skill_id",
                table: "targets");

            migrationBuilder.DropIndex(
                name: "ix_targets_team_id_skill_id_due_on",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "due_on",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "reach",
                table: "targets");

            migrationBuilder.CreateIndex(
                name: "ix_targets_team_id_skill_id",
                table: "targets",
                columns: new[] { "team_id", "skill_id" },
                unique: true);
        }
    }
}
