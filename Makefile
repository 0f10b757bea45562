# The two commands of the README, and two that developers need now and then.
.PHONY: run test bench migration

run:
	dotnet run --project src/SkillDistill.Web

test:
	scripts/test.sh

bench:
	dotnet run --configuration Release --project tests/SkillDistill.Benchmarks

# make migration NAME=AddSomething: one for each store
migration:
	dotnet tool restore
	cd src/SkillDistill.Data && dotnet ef migrations add $(NAME) --context SqliteDb --output-dir Migrations/Sqlite
	cd src/SkillDistill.Data && dotnet ef migrations add $(NAME) --context PostgresDb --output-dir Migrations/Postgres --no-build
