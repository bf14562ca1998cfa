#!/bin/sh
# Makes sure that the browsers of the journeys are there, Chromium and Firefox: installs Debian's when it may, else says what to do.
set -eu
cd "$(dirname "$0")/.."
. tools/needs.sh

need_browser() { # need_browser NAME DEBIAN-PACKAGE COMMAND…: one of the commands is on the PATH, or is put there
    name=$1 package=$2
    shift 2
    for command in "$@"; do
        if command -v "$command" >/dev/null; then return; fi
    done
    if may_use_apt; then
        install_packages "the browser journeys" "$package"
    else
        echo "The browser journeys need $name on the PATH, as one of: $*." >&2
        echo "Install it (Debian: apt-get install $package) and run make test again." >&2
        exit 1
    fi
}

need_browser "Chromium or Google Chrome" chromium chromium chromium-browser google-chrome google-chrome-stable
need_browser Firefox firefox-esr firefox-esr firefox
