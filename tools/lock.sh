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
    "$tools/bin/uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url "$@"
}
compile --output-file requirements.lock "$@"
compile --all-extras --group dev --constraint requirements.lock \
    --output-file requirements-dev.lock "$@"
