using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SkillDistill.Data.Stores;

namespace SkillDistill.Data.Migrations.Postgres;

/// <summary>Keeps what people write out of the planner's statistics, where samples of it would outlive its erasure.</summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261124000300_Words")]
internal sealed class Words : SqlMigration;
