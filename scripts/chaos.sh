#!/usr/bin/env bash
# Hurts a running installation while somebody works in its mailboxes, and audits what became of it:
#
#   scripts/chaos.sh [--minutes 2] [--database pglite|postgres|both] [--seed N] [--json] [--logs FOLDER]
#
# Code and what is looked at: test/chaos. Figures: docs/reliability.md. Exit code 1 = something was
# lost, doubled, tracked against its mark or asleep for more than 90 s. PostgreSQL comes from
# scripts/with-postgres.sh, unless TEST_DATABASE_URL names one, which is neither killed nor filled then.
set -euo pipefail
cd "$(dirname "$0")/.."
# Node 24 comes with npm ci.
export PATH="$PWD/node_modules/.bin:$PATH"

case " $* " in
  *' --help '* | *' -h '*) exec node test/chaos/main.ts --help ;;
  *postgres* | *both*) exec scripts/with-postgres.sh --durable node test/chaos/main.ts "$@" ;;
  *) exec node test/chaos/main.ts "$@" ;;
esac
