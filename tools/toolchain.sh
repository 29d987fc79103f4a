# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# toolchain.sh: finds or makes an Emscripten that is recent enough. Sourced after common.sh.
#
# Order: emcc on PATH; the distribution's package; a Debian 13 root in the cache, made once with debootstrap. The last
# exists because Debian 12 and Ubuntu up to 24.04 package 3.1.6, in which EM_JS fails in C, and because a package is
# signed where a downloaded toolchain would only be pinned.

EMSCRIPTEN_MINIMUM=3.1.69
DEBIAN_KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

version_at_least() { [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]; }

emcc_version() { "$1" --version 2>/dev/null | sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p'; }

# Sets TOOLCHAIN to own (emcc on PATH), root (the one in the cache) or none, and the two facts that go with it.
find_toolchain() {
    local emcc
    TOOLCHAIN=none
    if emcc=$(command -v emcc) && EMSCRIPTEN_VERSION=$(emcc_version "$emcc") &&
        version_at_least "$EMSCRIPTEN_MINIMUM" "$EMSCRIPTEN_VERSION"; then
        TOOLCHAIN=own
    elif [[ -e $TOOLROOT/.complete ]]; then
        TOOLCHAIN=root
        EMSCRIPTEN_VERSION=$(tr -d '"' <"$TOOLROOT/usr/share/emscripten/emscripten-version.txt")
    else
        return 0
    fi
    EMSCRIPTEN_CACHE=$CACHE/emscripten-$EMSCRIPTEN_VERSION
}

set_up_toolchain() {
    find_toolchain
    [[ $TOOLCHAIN == none ]] || return 0
    local packaged
    packaged=$(apt-cache policy emscripten 2>/dev/null | awk '$1 == "Candidate:" { print $2 }') || true
    if [[ $packaged =~ ^[0-9] ]] && version_at_least "$EMSCRIPTEN_MINIMUM" "$packaged"; then
        need "/usr/share/emscripten/emcc.py=emscripten"
        find_toolchain
        return
    fi
    command -v apt-get >/dev/null || die "no Emscripten >= $EMSCRIPTEN_MINIMUM on PATH." "Install it, then run this again."
    need debootstrap=debootstrap unshare=util-linux "$DEBIAN_KEYRING=debian-archive-keyring"
    as_root unshare --mount true || die "this machine may not make a mount namespace, which the compiler's root needs." \
        "In a container: start it with --cap-add SYS_ADMIN, or install Emscripten >= $EMSCRIPTEN_MINIMUM in its image."
    ((EUID == 0)) || say "Needs root (sudo): making a Debian 13 system for Emscripten in $TOOLROOT"
    step "Making a Debian 13 root for the compiler (once, about 1.2 GB)" \
        "Check the network, then run this again; it starts over by itself." make_root
    step "Installing Emscripten into it (once)" "Check the network, then run this again." install_emscripten
    find_toolchain
}

make_root() {
    local mirror proxy=
    mirror=$(debian_mirror) || die "found no Debian mirror in this machine's apt configuration."
    eval "$(apt-config shell proxy Acquire::http::Proxy)"
    as_root rm -rf "$TOOLROOT"
    # The sid script fits every current release, and older debootstraps have none named trixie.
    as_root env ${proxy:+http_proxy="$proxy"} debootstrap --variant=minbase --keyring="$DEBIAN_KEYRING" \
        trixie "$TOOLROOT" "$mirror" /usr/share/debootstrap/scripts/sid
}

install_emscripten() {
    # A throw-away system needs no manuals, no sync after every file, and no libraries for threads or dynamic linking.
    local libraries=/usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten
    printf '%s\n' force-unsafe-io path-exclude=/usr/share/{doc,man,locale}/'*' 'path-include=/usr/share/doc/*/copyright' \
        "path-exclude=$libraries/"{'lto/*','pic/*','lto-pic/*','*-mt*','*-ww*'} |
        as_root tee "$TOOLROOT/etc/dpkg/dpkg.cfg.d/selfcheck" >/dev/null
    # shellcheck disable=SC2016  # expanded by the inner shell
    as_root unshare --mount sh -ec '
        mount --rbind /proc "$1/proc"
        mount --rbind /dev "$1/dev"
        export DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin
        chroot "$1" apt-get update -q
        chroot "$1" apt-get install -qy --no-install-recommends emscripten cmake ninja-build
        chroot "$1" apt-get clean
        touch "$1/.complete"' sh "$TOOLROOT"
}

# Emscripten keeps its compiled libraries in a cache. Ours is a copy of the one it came with: the packaged one may not be
# written to, and the user's own must not get our trimmed SDL.
set_up_cache() {
    [[ -e $EMSCRIPTEN_CACHE/.complete ]] && return
    local prebuilt
    if [[ $TOOLCHAIN == root ]]; then
        prebuilt=$TOOLROOT/usr/share/emscripten/cache
    else
        prebuilt=$(em-config CACHE)
    fi
    rm -rf "$EMSCRIPTEN_CACHE"
    mkdir -p "$EMSCRIPTEN_CACHE"
    if [[ -d $prebuilt ]]; then
        tar -C "$prebuilt" -c --exclude='*/lto' --exclude='*/pic' --exclude='*/lto-pic' --exclude='*-mt*' \
            --exclude='*-ww*' --exclude='*/ports' . | tar -C "$EMSCRIPTEN_CACHE" -x
    fi
    # Parts of Emscripten's runtime end up in what we ship, so its licence does too (tools/licenses.sh).
    local license
    for license in "$(dirname "$prebuilt")/LICENSE" "${prebuilt%/usr/share/*}/usr/share/doc/emscripten/copyright"; do
        [[ ! -e $license ]] || cp "$license" "$EMSCRIPTEN_CACHE/LICENSE"
    done
    touch "$EMSCRIPTEN_CACHE/.complete"
}
