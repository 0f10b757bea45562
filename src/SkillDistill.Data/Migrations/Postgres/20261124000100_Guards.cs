using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SkillDistill.Data.Stores;

namespace SkillDistill.Data.Migrations.Postgres;

/// <summary>Triggers that keep what is written as it was written.</summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261124000100_Guards")]
internal sealed class Guards : SqlMigration;
