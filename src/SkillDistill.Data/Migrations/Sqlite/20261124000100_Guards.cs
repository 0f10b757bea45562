using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SkillDistill.Data.Stores;

namespace SkillDistill.Data.Migrations.Sqlite;

/// <summary>Triggers that keep what is written as it was written.</summary>
[DbContext(typeof(SqliteDb))]
[Migration("20261124000100_Guards")]
internal sealed class Guards : SqlMigration;
