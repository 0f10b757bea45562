using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SkillDistill.Data.Stores;

namespace SkillDistill.Data.Migrations.Postgres;

/// <summary>Keeps what people write, and what is reckoned from it, out of the planner's statistics in the tables that came after <see cref="Words"/>.</summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261128223000_WordsSince")]
internal sealed class WordsSince : SqlMigration;
