#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# em.sh COMMAND [ARG]...: runs a command (emcc, em++, emcmake, cmake, ninja ...) with the Emscripten that
# tools/toolchain.sh chose: the machine's own where it is recent enough, else the one inside the Debian 13 root.
#
#   tools/em.sh em++ -std=c++20 -Os hello.cpp -o hello.mjs
#
# The root is entered in a private mount namespace with the project, the cache, the current folder and /tmp at their
# own paths, so every path in a command, a log or a compile database means the same on both sides.
set -euo pipefail
# shellcheck source=tools/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=tools/toolchain.sh
source "$PROJECT/tools/toolchain.sh"

(($#)) || die "usage: tools/em.sh COMMAND [ARG]..."

find_toolchain
[[ $TOOLCHAIN != none ]] || die "no Emscripten >= $EMSCRIPTEN_MINIMUM yet." "Run ./build-wasm.sh once: it sets one up."

# Debian's Emscripten finds its JavaScript modules by Debian's node only; any other node is told where they are.
environment=(EM_CACHE="$EMSCRIPTEN_CACHE" EM_FROZEN_CACHE=0)
[[ -d /usr/share/nodejs || $TOOLCHAIN == root ]] && environment+=(NODE_PATH=/usr/share/nodejs)
[[ -d $SOURCES/sdl2 ]] && environment+=(EMCC_LOCAL_PORTS="sdl2=$SOURCES/sdl2")
# Debian's own Closure compiler dates from 2013 and cannot read what Emscripten writes.
closure=$PROJECT/node_modules/.bin/google-closure-compiler
[[ -e $closure ]] && environment+=(EM_CLOSURE_COMPILER="$closure")

[[ $TOOLCHAIN == root ]] || exec env "${environment[@]}" "$@"

# shellcheck disable=SC2016  # expanded by the inner shell
enter='
    set -e
    root=$1 folder=$2 uid=$3 gid=$4; shift 4
    for shared in /proc /dev; do mount --rbind "$shared" "$root$shared"; done
    while [ "$1" != -- ]; do mkdir -p "$root$1"; mount --bind "$1" "$root$1"; shift; done; shift
    cd /
    if [ "$uid" = 0 ]; then exec chroot "$root" env -C "$folder" -u NODE_EXTRA_CA_CERTS -u NODE_OPTIONS "$@"; fi
    exec chroot --userspec="$uid:$gid" "$root" env -C "$folder" -u NODE_EXTRA_CA_CERTS -u NODE_OPTIONS "$@"'
inside=(-- "${environment[@]}" HOME=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@")
shares=(/tmp "$CACHE" "$PROJECT")
[[ $PWD/ == "$PROJECT"/* || $PWD/ == /tmp/* ]] || shares+=("$PWD")

if ((EUID == 0)); then
    exec unshare --mount sh -c "$enter" sh "$TOOLROOT" "$PWD" 0 0 "${shares[@]}" "${inside[@]}"
elif unshare --user --map-root-user --mount true 2>/dev/null; then # the user's own namespace: no sudo for a build
    exec unshare --user --map-root-user --mount sh -c "$enter" sh "$TOOLROOT" "$PWD" 0 0 "${shares[@]}" "${inside[@]}"
else
    exec sudo --preserve-env unshare --mount sh -c "$enter" sh "$TOOLROOT" "$PWD" "$(id -u)" "$(id -g)" \
        "${shares[@]}" "${inside[@]}"
fi
