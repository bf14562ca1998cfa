#!/bin/sh
# Makes .venv, puts the locked packages into it and collects the static files. Quick when nothing has changed.
#   sh tools/install.sh        what running Newsroom needs (requirements.lock)
#   sh tools/install.sh dev    also what testing and linting need (requirements-dev.lock)
set -eu
cd "$(dirname "$0")/.."
. tools/needs.sh

stop() { printf '%s\n' "$@" >&2; exit 1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if new_enough "$candidate"; then echo "$candidate"; return; fi
    done
    stop "Newsroom needs Python 3.11 or newer, and none was found on the PATH." \
        "Install it (Debian 12, Ubuntu 24.04 or newer: apt-get install python3 python3-venv) and run this again."
}

make_venv() {
    python=$(find_python)
    version=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        may_use_apt || stop "$python cannot make virtual environments: its venv and ensurepip modules are missing." \
            "On Debian and Ubuntu they come with: apt-get install $version-venv. Then run this again."
        (install_packages "the virtual environment" "$version-venv") ||
            stop "apt-get could not install $version-venv; its message is above."
    fi
    echo "Making .venv with $("$python" --version) …"
    "$python" -m venv --clear .venv
}

install_lock() { # a copy of the lock kept in .venv tells that it is installed
    if cmp -s "$1" ".venv/$1"; then return; fi
    echo "Installing $(grep -c '^[a-z]' "$1") packages from $1 …"
    .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-input --no-deps \
        --require-hashes --requirement "$1" ||
        stop "The packages of $1 could not be installed; pip's message is above. Run this again to retry."
    cp "$1" ".venv/$1"
}

static_sources() { # our own files by content, everybody else's by the lock's
    cksum requirements.lock newsroom/storage.py
    find newsroom articles media -path '*/static/*' -type f -exec cksum {} + | sort
}

collect_static() {
    static_sources >.venv/static-sources.new
    if [ -f staticfiles/staticfiles.json ] && cmp -s .venv/static-sources.new .venv/static-sources; then return; fi
    echo "Collecting static files into staticfiles/ …"
    .venv/bin/python manage.py collectstatic --no-input --verbosity 0
    .venv/bin/python tools/prune_static.py staticfiles # else modules of former versions are served on
    mv .venv/static-sources.new .venv/static-sources
}

new_enough .venv/bin/python || make_venv
install_lock requirements.lock
if [ "${1:-}" = dev ]; then install_lock requirements-dev.lock; fi
collect_static
