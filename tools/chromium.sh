#!/bin/sh
# Makes sure that a Chromium for the browser journeys is there: installs Debian's when it may, else says what to do.
set -eu
cd "$(dirname "$0")/.."
. tools/needs.sh

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then exit 0; fi
done
if may_use_apt; then
    install_packages "the browser journeys" chromium
else
    echo "The browser journeys need Chromium or Google Chrome on the PATH, and neither was found." >&2
    echo "Install it (Debian: apt-get install chromium) and run make test again." >&2
    exit 1
fi
