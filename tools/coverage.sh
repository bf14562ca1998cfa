#!/bin/sh
# Holds the layers that everything else stands on to full branch coverage, by their own tests; arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."

.venv/bin/python -m pytest -n 2 --dist worksteal -m "not trial and not growth" \
    tests/articles/text tests/articles/models tests/articles/editorial \
    --cov=articles/text --cov=articles/models --cov=articles/editorial \
    --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100 "$@"
