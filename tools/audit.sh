#!/bin/sh
# What needs Node or Java: the unit tests of the JavaScript, the HTML of every kind of page against the standard, and
# Lighthouse on the pages that readers see most.
set -eu
cd "$(dirname "$0")/.."

may_use_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

need() { # need COMMAND DEBIAN-PACKAGE…
    if command -v "$1" >/dev/null; then return; fi
    command=$1
    shift
    if ! may_use_apt; then
        echo "The audit needs $command, which is not on the PATH. On Debian it comes with: apt-get install $*" >&2
        exit 1
    fi
    echo "Installing $* for the audit …"
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$@" >/dev/null
}

need node nodejs
need npm npm
need java default-jre-headless

if ! cmp -s package.json node_modules/package.json; then
    echo "Installing the audit's tools from package.json …"
    npm install --no-package-lock --no-audit --no-fund --loglevel error
    cp package.json node_modules/package.json
fi

scripts=$(find tests -name '*.test.js' -not -path '*/node_modules/*')
if [ -n "$scripts" ]; then
    # shellcheck disable=SC2086  the names hold no spaces: they are ours
    node --test $scripts
fi

.venv/bin/python -m tools.audit_pages
sh tools/chromium.sh
.venv/bin/python -m tools.audit_lighthouse
