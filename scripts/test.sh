#!/usr/bin/env bash
# Sets up what is missing and runs every check and test: format, domain, distillation, web on SQLite, web on PostgreSQL, browser.
# What they say of the rules in the control register goes to artifacts/control-results.json, for the auditor's pages.
# Ends with a line "N passed, N failed, N skipped"; exits non-zero when anything failed.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

work=$(mktemp -d "${TMPDIR:-/tmp}/skilldistill-test.XXXXXX")
passed=0 failed=0 skipped=0
failures=()
postgres_data=''

finish() {
  if [ -n "$postgres_data" ]; then
    as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data" -m immediate stop >/dev/null 2>&1
  fi
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n== %s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; printf '%d passed, %d failed, %d skipped\n' "$passed" "$((failed + 1))" "$skipped"; exit 1; }

# The server refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_packages() {
  can_install || die "missing: $*. Install it and run again."
  try_to_install "$@" || { tail -5 "$work/apt.log"; die "could not install $*"; }
}

try_to_install() {
  say "Installing $*"
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >"$work/apt.log" 2>&1
}

find_postgres() { ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | while read -r bin; do [ -x "$bin/initdb" ] && echo "$bin"; done | tail -1; }

free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

start_postgres() {
  postgres_bin=$(find_postgres)
  [ -n "$postgres_bin" ] || { install_packages postgresql; postgres_bin=$(find_postgres); }
  [ -n "$postgres_bin" ] || die "PostgreSQL's server programs were not found"
  local port; port=$(free_port)
  local folder="$work/postgres"
  mkdir -p "$folder"
  [ "$(id -u)" = 0 ] && chmod 755 "$work" && chown postgres "$folder"
  as_postgres "$postgres_bin/initdb" -D "$folder/data" -U skilldistill --auth=trust -E UTF8 --locale=C.UTF-8 >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log"; die "initdb failed"; }
  as_postgres "$postgres_bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=400" start >/dev/null || { cat "$folder/log"; die "PostgreSQL did not start"; }
  postgres_data="$folder/data"
  export SKILLDISTILL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=skilldistill;Database=postgres"
}

# Chromium without a window's trimmings: the same engine, and a window of it opens in a third of the time that a whole Chromium needs.
need_browser() {
  [ -n "${SKILLDISTILL_TEST_CHROMIUM:-}" ] && return
  if ! command -v chromium-headless-shell >/dev/null && can_install; then
    try_to_install chromium-headless-shell fonts-noto-cjk || say "Not there: any Chromium will do"
  fi
  for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && { SKILLDISTILL_TEST_CHROMIUM=$(command -v "$name"); break; }
  done
  if [ -z "${SKILLDISTILL_TEST_CHROMIUM:-}" ]; then
    install_packages chromium fonts-noto-cjk
    SKILLDISTILL_TEST_CHROMIUM=$(command -v chromium) || die "Chromium was not found"
  fi
  export SKILLDISTILL_TEST_CHROMIUM
}

# The spreadsheet that opens the product's workbooks. Where it cannot be had, that test is reported as skipped by name.
need_office() {
  if ! command -v soffice >/dev/null && can_install; then
    try_to_install --no-install-recommends libreoffice-calc-nogui || say "Not there: what opens workbooks is skipped"
  fi
}

# run_tests LABEL PROJECT: adds the counts of the runner's own summary line.
run_tests() {
  say "$1"
  local name="${1//[^A-Za-z]/_}" status counts
  local log="$work/$name.log"
  dotnet test --no-build "tests/$2" --logger "trx;LogFileName=$name.trx" --results-directory "$work/results" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  counts=$(grep -E '(Passed|Failed|Skipped)! +- +Failed:' "$log" | tail -1)
  if [ -z "$counts" ]; then
    echo "error: $1 ran no test"; failed=$((failed + 1)); return
  fi
  number() { sed -E "s/.*$1: *([0-9]+).*/\1/" <<<"$counts"; }
  passed=$((passed + $(number Passed)))
  skipped=$((skipped + $(number Skipped)))
  local bad; bad=$(number Failed)
  [ "$status" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
  failed=$((failed + bad))
  while read -r test; do failures+=("$1: $test"); done < <(sed -nE 's/^ +Failed (SkillDistill\..*) \[[^]]*\]$/\1/p' "$log")
}

command -v dotnet >/dev/null || die "the .NET SDK is missing"
command -v node >/dev/null || die "Node.js is missing"

say "Restore and build"
dotnet restore --locked-mode || die "restore failed: are the lock files up to date?"
dotnet build --no-restore || die "the build failed"

say "Format"
if dotnet format --no-restore --verify-no-changes; then passed=$((passed + 1)); else failed=$((failed + 1)); failures+=("the format"); fi

run_tests "Domain" SkillDistill.Domain.Tests
run_tests "Distillation" SkillDistill.Distillation.Tests
need_office
run_tests "Web on SQLite" SkillDistill.Web.Tests
start_postgres
export SKILLDISTILL_TEST_STORE=PostgreSql
run_tests "Web on PostgreSQL" SkillDistill.Web.Tests
unset SKILLDISTILL_TEST_STORE
need_browser
run_tests "Browser" SkillDistill.Browser.Tests

if ! node scripts/control-results.mjs src/SkillDistill.Web/Pages/Audit/controls.json "$work/results" artifacts/control-results.json; then
  echo "error: what the tests say of the control register could not be kept"; failed=$((failed + 1))
fi

# At the end, where somebody looks who sees the end only.
echo
[ "${#failures[@]}" -gt 0 ] && printf 'failed: %s\n' "${failures[@]}"
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
