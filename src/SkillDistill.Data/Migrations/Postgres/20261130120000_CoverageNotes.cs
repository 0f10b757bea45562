using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SkillDistill.Data.Stores;

namespace SkillDistill.Data.Migrations.Postgres;

/// <summary>Triggers that note what coverage is to reckon again.</summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261130120000_CoverageNotes")]
internal sealed class CoverageNotes : SqlMigration;
