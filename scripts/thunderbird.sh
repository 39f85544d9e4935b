#!/usr/bin/env bash
# Runs Debian's Thunderbird without a window, with one Microsoft Graph account, against a Graph at an
# address of this machine, and says what it saw: every folder with its messages, as one line of JSON
# on standard output. The Graph takes the person's name and password for a token, as that of
# test/clients/thunderbird.ts does: Thunderbird itself signs in at Microsoft only.
#
#   npm run compatibility -- Thunderbird
#
# Thunderbird reads a script of ours through its file for administrators (autoconfig), which lies in a
# copy of its folder, so that the installed program stays as it is. Exit 2 = no Thunderbird here.
set -euo pipefail

sandbox=${1:?"which sandbox, such as http://127.0.0.1:4311"}
person=${2:-priya.nambiar@tarnalder.example}
seconds=${THUNDERBIRD_SECONDS:-240}
installed=${THUNDERBIRD_DIR:-/usr/lib/thunderbird}
here=$(cd "$(dirname "$0")" && pwd)

if [ ! -x "$installed/thunderbird-bin" ] && [ ! -x "$installed/thunderbird" ]; then
  echo 'Skipped: no Thunderbird here (apt-get install thunderbird).' >&2
  exit 2
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
program=$folder/program
# Links cost nothing, but the files that say where the program lies must be its own.
cp -as "$installed" "$program"
for name in thunderbird thunderbird-bin; do
  if [ -f "$installed/$name" ]; then
    rm -f "$program/$name"
    cp -L "$installed/$name" "$program/$name"
  fi
done
# Debian's own defaults/pref may be a link to /etc.
rm -rf "$program/defaults"
cp -rL "$installed/defaults" "$program/defaults"
mkdir -p "$program/defaults/pref" "$folder/profile"

cat >"$program/defaults/pref/autoconfig.js" <<'PREFS'
pref("general.config.filename", "trackmark.cfg");
pref("general.config.obscure_value", 0);
pref("general.config.sandbox_enabled", false);
PREFS
{
  echo '// The first line is not read.'
  cat "$here/thunderbird-account.js"
} >"$program/trackmark.cfg"

host=$(sed -E 's#^https?://([^/:]+).*#\1#' <<<"$sandbox")
cat >"$folder/profile/user.js" <<PREFS
user_pref("mail.graph.enabled", true);
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("mail.provider.suppress_dialog_on_startup", true);
user_pref("mail.spotlight.firstRunDone", true);
user_pref("mailnews.start_page.enabled", false);
user_pref("mail.accountmanager.accounts", "account1,account2");
user_pref("mail.accountmanager.defaultaccount", "account1");
user_pref("mail.accountmanager.localfoldersserver", "server2");
user_pref("mail.account.account1.identities", "id1");
user_pref("mail.account.account1.server", "server1");
user_pref("mail.account.account2.server", "server2");
user_pref("mail.identity.id1.fullName", "A person of the sandbox");
user_pref("mail.identity.id1.useremail", "$person");
user_pref("mail.identity.id1.valid", true);
user_pref("mail.server.server1.type", "graph");
user_pref("mail.server.server1.hostname", "$host");
user_pref("mail.server.server1.userName", "$person");
user_pref("mail.server.server1.name", "Sandbox");
user_pref("mail.server.server1.authMethod", 3);
user_pref("mail.server.server1.ews_url", "$sandbox");
user_pref("mail.server.server1.login_at_startup", false);
user_pref("mail.server.server2.type", "none");
user_pref("mail.server.server2.hostname", "Local Folders");
user_pref("mail.server.server2.userName", "nobody");
user_pref("mail.server.server2.name", "Local Folders");
PREFS

export HOME=$folder TRACKMARK_TB_OUT=$folder/seen.json TRACKMARK_TB_PERSON=$person
if [ -x "$program/thunderbird-bin" ]; then run=$program/thunderbird-bin; else run=$program/thunderbird; fi
"$run" --headless --no-remote --profile "$folder/profile" >"$folder/output" 2>&1 &
thunderbird=$!
for _ in $(seq "$seconds"); do
  if [ -s "$folder/done" ] || ! kill -0 "$thunderbird" 2>/dev/null; then break; fi
  sleep 1
done
if kill -0 "$thunderbird" 2>/dev/null; then
  kill "$thunderbird"
  for _ in 1 2 3 4 5; do
    kill -0 "$thunderbird" 2>/dev/null || break
    sleep 1
  done
  kill -9 "$thunderbird" 2>/dev/null || true
fi
wait "$thunderbird" 2>/dev/null || true

if [ ! -s "$folder/seen.json" ]; then
  echo 'Thunderbird told nothing. The end of what it printed:' >&2
  tail -n 20 "$folder/output" >&2
  exit 1
fi
cat "$folder/seen.json"
echo
