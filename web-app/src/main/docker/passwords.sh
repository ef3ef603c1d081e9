#!/bin/sh
# Runs once, after roles.sql, when the database's container starts for the first time.
set -eu
for role in owner application; do
  [ -s "/run/secrets/$role" ] || { echo "No password for the role $role" >&2; exit 1; }
done
psql -v ON_ERROR_STOP=1 -U postgres -d postgres \
  -v owner="$(cat /run/secrets/owner)" -v application="$(cat /run/secrets/application)" <<'SQL'
alter role qiangcun_owner password :'owner';
alter role qiangcun_app password :'application';
SQL
