# For other scripts, which read this with `.`: puts commands on the machine that are not part of .venv.

may_use_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_packages() { # install_packages WHAT-FOR DEBIAN-PACKAGE…
    what_for=$1
    shift
    echo "Installing $*, for $what_for …"
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$@" >/dev/null
}

need() { # need COMMAND DEBIAN-PACKAGE…: the command is on the PATH, or is put there
    if command -v "$1" >/dev/null; then return; fi
    wanted=$1
    shift
    if ! may_use_apt; then
        echo "$wanted is needed here and not on the PATH. On Debian it comes with: apt-get install $*" >&2
        exit 1
    fi
    install_packages "$wanted" "$@"
}

need_node_tools() { # what package.json pins is in node_modules
    need node nodejs
    need npm npm
    if cmp -s package.json node_modules/package.json; then return; fi
    echo "Installing the tools of package.json …"
    npm install --no-package-lock --no-audit --no-fund --loglevel error
    cp package.json node_modules/package.json
}
