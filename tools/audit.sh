#!/bin/sh
# What needs Node or Java: the unit tests of the JavaScript, the HTML of every kind of page against the standard, and
# Lighthouse on the pages that readers see most.
set -eu
cd "$(dirname "$0")/.."
. tools/needs.sh

need_node_tools
need java default-jre-headless

scripts=$(find tests -name '*.test.js' -not -path '*/node_modules/*')
if [ -n "$scripts" ]; then
    # shellcheck disable=SC2086  the names hold no spaces: they are ours
    node --test $scripts
fi

sh tools/browsers.sh
.venv/bin/python -m tools.audit_demo
