#!/bin/sh
# Holds the layers that everything else stands on to full branch coverage, each by its own tests.
set -eu
cd "$(dirname "$0")/.."

for layer in text models editorial; do
    .venv/bin/python -m pytest -q -n 2 -m "not trial" "tests/articles/$layer" \
        --cov="articles/$layer" --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100
done
