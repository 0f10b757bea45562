using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkillDistill.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ModelsInService : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "currency",
                table: "turns",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "input_tokens",
                table: "turns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_estimated",
                table: "turns",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "output_tokens",
                table: "turns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "price",
                table: "turns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stand_in",
                table: "turns",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "stand_in_limit",
                table: "turns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "connection_tests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    model = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    first = table.Column<int>(type: "INTEGER", nullable: true),
                    whole = table.Column<int>(type: "INTEGER", nullable: false),
                    input_tokens = table.Column<long>(type: "INTEGER", nullable: true),
                    output_tokens = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connection_tests", x => x.id);
                    table.ForeignKey(
                        name: "fk_connection_tests_people_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "model_allowances",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    tokens = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_allowances", x => new { x.day, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "model_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    task = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    calls = table.Column<long>(type: "INTEGER", nullable: false),
                    estimated_calls = table.Column<long>(type: "INTEGER", nullable: false),
                    input_tokens = table.Column<long>(type: "INTEGER", nullable: false),
                    output_tokens = table.Column<long>(type: "INTEGER", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_days", x => new { x.day, x.task, x.currency });
                });

            migrationBuilder.CreateIndex(
                name: "ix_connection_tests_at",
                table: "connection_tests",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_connection_tests_by_id",
                table: "connection_tests",
                column: "by_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "connection_tests");

            migrationBuilder.DropTable(
                name: "model_allowances");

            migrationBuilder.DropTable(
                name: "model_days");

            migrationBuilder.DropColumn(
                name: "currency",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "input_tokens",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "is_estimated",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "output_tokens",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "price",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "stand_in",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "stand_in_limit",
                table: "turns");
        }
    }
}
