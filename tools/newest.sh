#!/bin/sh
# Runs the tests that need no browser on the newest Django that pyproject.toml allows; arguments go to pytest.
# `--only-install` runs none. That Django needs a newer Python than Newsroom does: where
# none is found this says so, and it is no failure.
set -eu
cd "$(dirname "$0")/.."

new_enough() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; }

find_python() { # on the PATH first, then among those that pyenv keeps, the newest first
    for candidate in python3 python3.14 python3.13 python3.12; do
        if new_enough "$candidate"; then echo "$candidate"; return; fi
    done
    for candidate in $(ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python 2>/dev/null | sort -rV); do
        if new_enough "$candidate"; then echo "$candidate"; return; fi
    done
}

venv=.venv/newest
if ! new_enough "$venv/bin/python"; then
    python=$(find_python)
    if [ -z "$python" ]; then
        echo "not run: the newest Django needs Python 3.12, and none was found"
        exit 0
    fi
    echo "Making $venv with $("$python" --version) …"
    "$python" -m venv --clear "$venv"
fi
install() { # install LOCK…
    "$venv/bin/python" -m pip install --quiet --quiet --disable-pip-version-check --no-input --no-deps \
        --require-hashes --requirement "$1"
}
cat requirements-dev.lock requirements-newest.lock >"$venv/wanted.lock"
if ! cmp -s "$venv/wanted.lock" "$venv/installed.lock"; then
    echo "Installing the packages of requirements-newest.lock over those of requirements-dev.lock …"
    install requirements-dev.lock
    install requirements-newest.lock
    cp "$venv/wanted.lock" "$venv/installed.lock"
fi

if [ "${1:-}" = --only-install ]; then exit 0; fi
"$venv/bin/python" -c 'import django, platform; print("Django", django.__version__, "on Python", platform.python_version())'
"$venv/bin/python" -m pytest -n 2 --dist worksteal -m "not trial and not journey" "$@"
