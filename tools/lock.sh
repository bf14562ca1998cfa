#!/bin/sh
# Writes the lock files from pyproject.toml: exact versions with hashes, for every Python from 3.11 and every platform.
# Options are handed to uv, e.g. --upgrade-package django. docs/decisions/0007 says why the files look as they do.
set -eu
cd "$(dirname "$0")/.."

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet --disable-pip-version-check "uv>=0.13,<0.14"
compile() {
    "$tools/bin/uv" pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url "$@"
}
project() { compile pyproject.toml --python-version 3.11 "$@"; }
project --output-file requirements.lock "$@"
project --all-extras --group dev --constraint requirements.lock \
    --output-file requirements-dev.lock "$@"

# What `make test-newest` puts over them: the newest Django that pyproject.toml allows, with what it needs.
sed -n 's/^  "\(django[<>=].*\)",$/\1/p' pyproject.toml >"$tools/newest.in"
compile "$tools/newest.in" --no-config --python-version 3.12 --no-annotate --output-file requirements-newest.lock "$@"
