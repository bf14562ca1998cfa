#!/bin/sh
# Every linter, then Django's own checks: of the project, of forgotten migrations and of a deployment over HTTPS.
set -eu
cd "$(dirname "$0")/.."
. tools/needs.sh

data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
export NEWSROOM_DATA="$data"

.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/python -m djlint templates --lint --quiet
need_node_tools
node_modules/.bin/biome check --error-on-warnings
.venv/bin/python manage.py check --fail-level WARNING
.venv/bin/python manage.py makemigrations --check --dry-run
SITE_URL=https://news.example .venv/bin/python manage.py check --deploy --fail-level WARNING
.venv/bin/python -m tools.lint_migrations
