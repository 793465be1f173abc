#!/bin/sh
# Makes .venv with the command dovetail in it, from this tree and without a network.
# With the word dev: adds the locked tools of requirements/dev.lock as well.
set -eu
cd "$(dirname "$0")/.."
here=$(pwd)
venv=.venv

refuse() {
    echo "$1" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

# Sets $python, or says in one line what is missing.
find_python() {
    lame=
    for python in python3.13 python3.12 python3.11 python3; do
        new_enough "$python" || continue
        "$python" -c 'import venv, ensurepip' >/dev/null 2>&1 && return
        lame=${lame:-$python}
    done
    [ -z "$lame" ] ||
        refuse "Python $(version_of "$lame") is here without venv; install it: apt install python3-venv (on Ubuntu: python$(version_of "$lame")-venv)"
    old=$(version_of python3) || old=none
    refuse "Dovetail needs Python 3.11 or newer (found: ${old:-none}); install it: apt install python3 python3-venv"
}

make_venv() {
    find_python
    echo "Setting up (once, a few seconds)…"
    rm -rf "$venv"
    "$python" -m venv "$venv"
    packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    echo "$here/src" >"$packages/dovetail.pth"
    # sh first, as pip does it: a path may hold spaces, and #! cannot.
    cat >"$venv/bin/dovetail" <<LAUNCHER
#!/bin/sh
'''exec' "$here/$venv/bin/python" "\$0" "\$@"
' '''
import sys

from dovetail.site.entry import main

sys.exit(main())
LAUNCHER
    chmod +x "$venv/bin/dovetail"
    echo "$here" >"$venv/made-for"
}

add_tools() {
    echo "Setting up the tools for tests (once, about a minute)…"
    rm -f "$venv/made-with"
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check \
        --require-hashes -r requirements/dev.lock ||
        refuse "The tools could not be installed; make test needs them and a network, once."
    cp requirements/dev.lock "$venv/made-with"
}

# A tree that moved, or whose Python went away, gets a new .venv.
[ "$(cat "$venv/made-for" 2>/dev/null)" = "$here" ] && new_enough "$venv/bin/python" || make_venv
[ "${1:-}" != dev ] || cmp -s requirements/dev.lock "$venv/made-with" || add_tools
# As an installer does: the first command should not have to compile.
"$venv/bin/python" -m compileall -q src
