using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SkillDistill.Data.Stores;

namespace SkillDistill.Data.Migrations.Sqlite;

/// <summary>Triggers that note what coverage is to reckon again.</summary>
[DbContext(typeof(SqliteDb))]
[Migration("20261130120000_CoverageNotes")]
internal sealed class CoverageNotes : SqlMigration;
