using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SkillDistill.Data.Stores;

namespace SkillDistill.Data.Migrations.Postgres;

/// <summary>The tables in which Quartz keeps the schedule; see docs/decisions/0013.</summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261123170000_Jobs")]
internal sealed class Jobs : SqlMigration;
