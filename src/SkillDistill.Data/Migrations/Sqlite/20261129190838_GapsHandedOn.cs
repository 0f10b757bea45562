using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GapsHandedOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "handed_on_at",
                table: "gaps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "handed_on_by_id",
                table: "gaps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "may_be_handed_on",
                table: "gaps",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_gaps_handed_on_by_id",
                table: "gaps",
                column: "handed_on_by_id");

            migrationBuilder.AddForeignKey(
                name: "fk_gaps_people_handed_on_by_id",
                table: "gaps",
                column: "handed_on_by_id",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_gaps_people_handed_on_by_id",
                table: "gaps");

            migrationBuilder.DropIndex(
                name: "ix_gaps_handed_on_by_id",
                table: "gaps");

            migrationBuilder.DropColumn(
                name: "handed_on_at",
                table: "gaps");

            migrationBuilder.DropColumn(
                name: "handed_on_by_id",
                table: "gaps");

            migrationBuilder.DropColumn(
                name: "may_be_handed_on",
                table: "gaps");
        }
    }
}
