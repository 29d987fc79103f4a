# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# shellcheck disable=SC2034  # the names set here are used by the scripts that source this one
#
# common.sh: what every script here shares: where things are, how progress and failure are said, how packages are
# asked for. Sourced, never run.

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/selfcheck
LOGS=$PROJECT/build/logs
mkdir -p "$CACHE" "$LOGS"
CACHE=$(cd "$CACHE" && pwd -P) # it may be a link
SOURCES=$CACHE/sources         # third-party sources, one folder each without a version, so that CMake can name them
TOOLROOT=$CACHE/debian-13      # the Debian 13 system that holds Emscripten where the machine's own is too old
export SELFCHECK_SOURCES=$SOURCES

say() { printf '%s\n' "$*"; }

# die WHAT [WHAT TO DO]...: one line each, to stderr.
die() {
    printf 'error: %s\n' "$1" >&2
    shift
    printf '       %s\n' "$@" >&2
    exit 1
}

# step TITLE HINT COMMAND...: runs the command with its output in a log file. Prints one line; on failure also the
# first errors and the end of the log, and HINT, which says what the reader can do about it.
step() {
    local title=$1 hint=$2 log started=$SECONDS
    shift 2
    log=$LOGS/$(tr -cs 'a-zA-Z0-9' '-' <<<"$title" | sed 's/^-*//; s/-*$//').log
    printf '%s ... ' "$title"
    # The command must not stand where its status is tested (if, ||): bash would ignore `set -e` inside it. For the same
    # reason step itself is never called there.
    local status
    set +e
    (set -euo pipefail && "$@") </dev/null >"$log" 2>&1
    status=$?
    set -e
    if ((status == 0)); then
        say "done ($((SECONDS - started)) s)"
        return
    fi
    say "FAILED after $((SECONDS - started)) s"
    # What a compiler says first is the cause; what a script says last is.
    { grep -m 5 -E '^E: |(error|Error|ERROR)[: ]' "$log" || true; echo ...; tail -n 12 "$log"; } | cut -c 1-300 | sed 's/^/  | /' >&2
    die "$title failed (exit $status)." "$hint" "Full log: $log"
}

# as_root COMMAND...: directly, or through sudo for an ordinary user.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root, and there is no sudo: $*" "Run it as root once, then start this script again."
    fi
}

# need THING=PACKAGE...: installs the packages whose THING (a command, or a file by absolute path) is missing.
need() {
    local pair thing missing=() packages=()
    for pair in "$@"; do
        thing=${pair%%=*}
        if [[ $thing == /* && -e $thing ]] || command -v "$thing" >/dev/null; then continue; fi
        missing+=("$thing")
        packages+=("${pair#*=}")
    done
    ((${#packages[@]})) || return 0
    if ! command -v apt-get >/dev/null; then
        die "missing: ${missing[*]}" "Install them with this system's package manager (Debian calls them: ${packages[*]})."
    fi
    say "Needs root: installing Debian packages with apt-get: ${packages[*]}"
    ((EUID == 0)) || sudo -v || die "sudo was refused." "Ask for these packages, then run this again: ${packages[*]}"
    step "Installing ${#packages[@]} packages" "Check the network and apt's sources, then run this again." \
        install_packages "${packages[@]}"
}

install_packages() {
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"
}

# debian_mirror: the Debian mirror this machine already uses, so that none is named here. Fails where it uses none.
debian_mirror() {
    local codename mirror=
    if (. /etc/os-release && [[ $ID == debian ]]) 2>/dev/null; then
        codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
        # shellcheck disable=SC2016  # apt's own variables
        mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' |
            awk -v codename="$codename" '$2 ~ /^https?:/ && $2 !~ /security/ {
                if ($1 == codename && !best) best = $2
                if (!any) any = $2
            } END { print best ? best : any }')
    elif [[ -r /usr/share/debootstrap/scripts/sid ]]; then
        mirror=$(awk '$1 == "default_mirror" { print $2; exit }' /usr/share/debootstrap/scripts/sid)
    fi
    [[ -n $mirror ]] && echo "$mirror"
}
