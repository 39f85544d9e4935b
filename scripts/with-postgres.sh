#!/usr/bin/env bash
# Runs a command with TEST_DATABASE_URL set to a PostgreSQL of its own, which is gone afterwards:
#
#   scripts/with-postgres.sh npm test
#   scripts/with-postgres.sh --durable npm run bench -- growth
#
# With --durable it writes as safely as by default, which is slower: for measurements. Without, a
# power cut would lose what was written, which no test minds.
#
# Uses the newest PostgreSQL (15 or later) found in PG_BIN, in Debian's folders or on the PATH. On
# Debian and Ubuntu, root installs the package where there is none. The server listens on 127.0.0.1
# only, on a free port, with a password made for this run. The command's exit code is passed on.
# Where TEST_DATABASE_URL is set already, that server is used and nothing is started. Else
# TEST_DATABASE_PG_CTL is set too, to its pg_ctl: what the server's end does to others may be tried.
set -euo pipefail

POSTGRES_MIN=15

# Its data lives as long as the tests do: nothing has to survive a power cut.
quick='-c fsync=off -c synchronous_commit=off -c full_page_writes=off'
if [ "${1:-}" = --durable ]; then
  quick=
  shift
fi
if [ $# -eq 0 ]; then
  sed -n '2,14p' "$0" | sed 's/^# \{0,1\}//' >&2
  exit 2
fi
if [ -n "${TEST_DATABASE_URL:-}" ]; then exec "$@"; fi

fail() {
  echo "with-postgres: $*" >&2
  exit 1
}

usable() {
  [ -x "$1/initdb" ] && [ -x "$1/pg_ctl" ] && [ -x "$1/postgres" ] || return 1
  local major
  major=$("$1/postgres" --version | sed -n 's/^[^0-9]*\([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge "$POSTGRES_MIN" ]
}

find_bin() {
  local candidate on_path
  on_path=$(command -v pg_ctl 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(readlink -f "$on_path")")
  while read -r candidate; do
    if [ -n "$candidate" ] && usable "$candidate"; then
      echo "$candidate"
      return 0
    fi
  done < <(
    echo "${PG_BIN:-}"
    ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn
    echo "$on_path"
  )
  return 1
}

install_postgres() {
  [ "$(id -u)" -eq 0 ] || fail "no PostgreSQL $POSTGRES_MIN or later found. Install it (Debian: apt-get install postgresql) or set PG_BIN."
  command -v apt-get >/dev/null || fail "no PostgreSQL $POSTGRES_MIN or later found, and no apt-get to install it with. Install it or set PG_BIN."
  echo 'with-postgres: installing the package postgresql' >&2
  # The package would set up and start a cluster of its own, which nobody here needs.
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  fi
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq &&
    apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold postgresql; } >&2 ||
    fail 'the package postgresql could not be installed.'
}

bin=$(find_bin) || { install_postgres && bin=$(find_bin); } ||
  fail "the installed PostgreSQL is older than $POSTGRES_MIN. Set PG_BIN to the bin folder of a newer one."

# PostgreSQL refuses to run as root.
as_owner=()
if [ "$(id -u)" -eq 0 ]; then
  owner=postgres
  id "$owner" >/dev/null 2>&1 || owner=nobody
  as_owner=(setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups --)
  command -v setpriv >/dev/null || as_owner=(runuser -u "$owner" --)
fi

# Not TMPDIR: its parents may be closed to the server's user, and a socket's path must be short.
home=$(mktemp -d /tmp/trackmark-pg.XXXXXX)
cleanup() {
  trap '' INT TERM
  (cd "$home" && "${as_owner[@]}" "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$home"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
(umask 077 && echo "$password" >"$home/password")
if [ "$(id -u)" -eq 0 ]; then chown -R "$owner" "$home"; fi
cd_home() { (cd "$home" && "${as_owner[@]}" "$@"); }

cd_home "$bin/initdb" -D "$home/data" -U postgres -E UTF8 --no-locale --auth=scram-sha-256 \
  --pwfile="$home/password" --no-sync >"$home/initdb.log" 2>&1 ||
  { cat "$home/initdb.log" >&2; fail 'initdb failed.'; }

free_port() {
  node -e 'const s=require("node:net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

started=
for _ in 1 2 3 4 5; do
  port=$(free_port)
  if cd_home "$bin/pg_ctl" -D "$home/data" -l "$home/server.log" -w -t 60 \
    -o "-p $port -h 127.0.0.1 -k $home $quick -c max_connections=200" \
    start >/dev/null 2>&1; then
    started=yes
    break
  fi
done
[ -n "$started" ] || { cat "$home/server.log" >&2; fail 'the server did not start.'; }

export TEST_DATABASE_URL="postgres://postgres:$password@127.0.0.1:$port/postgres"
export TEST_DATABASE_PG_CTL="$bin/pg_ctl"
"$@"
