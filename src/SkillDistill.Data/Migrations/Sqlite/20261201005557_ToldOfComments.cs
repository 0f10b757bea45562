using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ToldOfComments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "comment_id",
                table: "notifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_notifications_comment_id",
                table: "notifications",
                column: "comment_id",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_notifications_decision_comments_comment_id",
                table: "notifications",
                column: "comment_id",
                principalTable: "decision_comments",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_notifications_decision_comments_comment_id",
                table: "notifications");

            migrationBuilder.DropIndex(
                name: "ix_notifications_comment_id",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "comment_id",
                table: "notifications");
        }
    }
}
