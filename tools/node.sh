#!/bin/sh
# Puts Node, Java and what package.json pins on the machine, for `make lint` and `make audit`.
set -eu
cd "$(dirname "$0")/.."
. tools/needs.sh

need_node_tools
need java default-jre-headless
