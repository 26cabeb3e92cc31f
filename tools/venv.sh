#!/usr/bin/env bash
# Make .venv with `python3 -m venv` and install qa-bot into it, editable: tools/venv.sh [EXTRA]. Quiet unless something fails.
# PYTHON=/path/to/python names the interpreter; else the first of the usual names that is 3.11 or newer and can make environments.
set -euo pipefail
cd "$(dirname "$0")/.."

die() {
    echo "qa-bot: $1" >&2
    exit 1
}

quietly() { # run a command; show what it printed only when it fails
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

find_python() {
    local name old='' bare=''
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
        "$name" -c 'import sys' 2>/dev/null || continue
        if ! "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            old="$name is $("$name" -c 'import platform; print(platform.python_version())')"
        elif ! "$name" -c 'import ensurepip, venv' 2>/dev/null; then
            bare=$name
        else
            echo "$name"
            return
        fi
    done
    if [ -n "$bare" ]; then
        die "$bare cannot make environments, since its venv package is missing; on Debian and Ubuntu: sudo apt install python3-venv"
    fi
    die "Python 3.11 or newer is needed (${old:-none was found}); install one, or name it: make ask PYTHON=/path/to/python3.12"
}

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then # none yet, half made, or of a Python that has gone since
    python=$(find_python)
    echo "Setting up .venv with $python (once; a minute or so) ..." >&2
    quietly "$python" -m venv --clear .venv || die "$python -m venv failed; what it printed stands above"
fi
quietly .venv/bin/python -m pip install --disable-pip-version-check --editable ".${1:+[$1]}" ||
    die "installing the packages that pyproject.toml names failed; what pip printed stands above"
.venv/bin/python -m compileall -q qa_bot || true # half of the time of a first answer; and where PYTHONDONTWRITEBYTECODE is set, of every one
