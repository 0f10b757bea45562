using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SkillDistill.Data.Stores;

namespace SkillDistill.Data.Migrations.Postgres;

/// <summary>A stamp that is another after each change of any team.</summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261130150000_TeamStamp")]
internal sealed class TeamStamp : SqlMigration;
