# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/start and tests/run: installs what is missing of the groups of packages.txt that are named.
# Nothing is asked of apt when nothing is missing, so both scripts also work without network and without root then.

packages_of() { # GROUP…
    awk -v groups=" $* " '/^# \[/ { split($0, part, /[][]/); on = index(groups, " " part[2] " ") } !/^#/ && NF && on { print $1 }' "$root/packages.txt"
}

install_packages() { # GROUP…
    command -v dpkg-query >/dev/null || { echo "This is no Debian: install what packages.txt lists, then use --no-install." >&2; return 1; }
    local name missing=()
    for name in $(packages_of "$@"); do
        # Those of another origin serve as well.
        if [ "$name" = nodejs ] && command -v node >/dev/null; then continue; fi
        if [ "$name" = npm ] && command -v npm >/dev/null; then continue; fi
        dpkg-query -W -f='${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "Installing ${#missing[@]} packages: ${missing[*]}"
    local sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Root or sudo is needed for that. As root: apt-get install ${missing[*]}" >&2; return 1; }
        sudo=(sudo)
    fi
    # A list that is out of date is the usual reason for a first failure, so it is fetched first.
    "${sudo[@]}" apt-get update -q || echo "The package lists could not be refreshed; going on with those that are here." >&2
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" || {
        echo "Installing failed. What apt said stands above." >&2
        return 1
    }
}
