# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# sources.sh: third-party sources, fetched once into the cache and checked. Sourced after common.sh.
#
# Each comes from Debian's archive where this machine knows a mirror (its index is signed; the tarball's checksum is
# pinned here besides), else from upstream's release (checksum pinned here). Never both, never unchecked. To move to a
# newer version: change the version and the checksums below, and run ./build-wasm.sh --test.

# NAME  VERSION  SHA-256 of Debian's tarball  upstream's address  SHA-256 of upstream's tarball
THIRD_PARTY=(
    "imgui 1.92.2b
        e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
        https://github.com/ocornut/imgui/archive/refs/tags/v1.92.2b.tar.gz
        da3d453cce74e0fb3d67f8d798a2a8d04fcaf0b33ce0e0131d0695dfc4f64191"
    "libunibreak 6.1
        890674996168ef5ba143d80d49ab8b61594a4eb70198dcac76caf6e1bd264a41
        https://github.com/adah1972/libunibreak/releases/download/libunibreak_6_1/libunibreak-6.1.tar.gz
        cc4de0099cf7ff05005ceabff4afed4c582a736abc38033e70fdac86335ce93f"
    "nlohmann-json3 3.11.3
        0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406
        https://github.com/nlohmann/json/archive/refs/tags/v3.11.3.tar.gz
        0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406"
    # No upstream address: without a Debian mirror, Emscripten's own sdl2 port fetches SDL by itself.
    "libsdl2 2.32.4
        d364cded8bf41f3f503014d3fb6473f1a7077ff468da1638dae4a6bec6ef2277"
)

# A dependency is there when its folder holds the stamp of exactly the pinned version and patches.
SOURCES_EDITION=1
sources_complete() {
    [[ -e $SOURCES/.edition && $(<"$SOURCES/.edition") == "$SOURCES_EDITION $(sources_digest)" ]]
}
sources_digest() { printf '%s\n' "${THIRD_PARTY[@]}" | sha256sum | cut -c 1-16; }

fetch_sources() {
    local mirror='' entry name version debian_sum upstream upstream_sum
    mirror=$(debian_mirror) || true
    [[ -n $mirror ]] && update_source_index "$mirror"
    rm -rf "$SOURCES"
    mkdir -p "$SOURCES" "$CACHE/downloads"
    for entry in "${THIRD_PARTY[@]}"; do
        read -r name version debian_sum upstream upstream_sum <<<"${entry//$'\n'/ }"
        if [[ -n $mirror ]] && fetch_from_debian "$name" "$version" "$debian_sum"; then continue; fi
        [[ -n $upstream ]] || continue
        fetch_from_upstream "$name" "$version" "$upstream" "$upstream_sum"
    done
    mv "$SOURCES/nlohmann-json3" "$SOURCES/nlohmann_json"
    mv "$SOURCES/libunibreak" "$SOURCES/unibreak"
    [[ -d $SOURCES/libsdl2 ]] && mv "$SOURCES/libsdl2" "$SOURCES/sdl2" && trim_sdl "$SOURCES/sdl2"
    rm -rf "$CACHE/apt" # 120 MB of index
    # The port keeps its own copy; without this it would go on with the one it has.
    rm -rf "$CACHE"/emscripten-*/ports/sdl2 "$CACHE"/emscripten-*/sysroot/lib/wasm32-emscripten/libSDL2.a
    echo "$SOURCES_EDITION $(sources_digest)" >"$SOURCES/.edition"
}

# An apt of our own: this machine's proxy settings and Debian's keys, but its own source list and state, so that
# nothing under /etc/apt or /var/lib/apt is touched and no root is needed.
apt_here() {
    local tool=$1
    shift
    "$tool" -c "$CACHE/apt/apt.conf" "$@"
}

update_source_index() {
    local apt=$CACHE/apt suite
    mkdir -p "$apt/lists/partial" "$apt/archives/partial"
    for suite in trixie testing; do
        echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $1 $suite main"
    done >"$apt/sources.list"
    # Check-Valid-Until: a mirror some weeks behind is good enough, as the pinned checksum says which file is meant.
    cat >"$apt/apt.conf" <<CONF
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State "$apt";
Dir::State::Lists "$apt/lists";
Dir::State::Status "/dev/null";
Dir::Cache "$apt";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
APT::Sandbox::User "";
APT::Get::Only-Source "true";
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
CONF
    apt_here apt-get update -q
}

# fetch_from_debian NAME VERSION SHA256: false when the archive no longer has this version.
fetch_from_debian() {
    local revision
    revision=$(apt_here apt-cache showsrc "$1" | awk -v want="$2" '
        $1 == "Version:" { plain = $2; sub(/^[0-9]+:/, "", plain); if (index(plain, want "-") == 1 || index(plain, want "+") == 1) found = $2 }
        END { print found }')
    if [[ -z $revision ]]; then
        echo "Debian's archive has no $1 $2 any more; trying upstream's release."
        return 1
    fi
    (cd "$CACHE/downloads" && apt_here apt-get source -q --download-only --tar-only "$1=$revision") || return 1
    unpack "$1" "$3" "$CACHE/downloads/${1}_${revision%-*}".orig.tar.*
}

fetch_from_upstream() {
    local file
    file=$CACHE/downloads/$1-$2.tar.gz
    curl --fail --silent --show-error --location --retry 3 --output "$file" "$3"
    unpack "$1" "$4" "$file"
}

unpack() {
    local name=$1 sum=$2 file=$3
    if ! echo "$sum  $file" | sha256sum --check --status; then
        echo "checksum of $file is not the pinned $sum: the file was changed on the way. Nothing was unpacked."
        exit 1
    fi
    echo "$name: checksum of $(basename "$file") is right"
    mkdir -p "$SOURCES/$name"
    # The tests of nlohmann/json are nine tenths of it.
    tar -C "$SOURCES/$name" -xf "$file" --strip-components=1 --exclude='*/tests' --exclude='*/android-project*' \
        --exclude='*/Xcode*' --exclude='*/VisualC*'
}

# SDL makes the window and the GL context for us and nothing else; what it could do besides would be code to download.
# The port compiles a fixed list of files, so the switches go into the configuration those files include. Measured on
# a program that only opens a window: 381 kB of wasm without them, 136 kB with (96 and 53 kB after brotli).
trim_sdl() {
    local config=$1/include/SDL_config_emscripten.h
    sed -i '/define SDL_AUDIO_DRIVER_/d; /define SDL_JOYSTICK_EMSCRIPTEN/d; /define SDL_SENSOR_DUMMY/d
        /define SDL_POWER_EMSCRIPTEN/d; /define SDL_VIDEO_RENDER_OGL_ES2/d; /^#endif \/\* _SDL_config_emscripten_h_/d' "$config"
    local subsystem
    {
        for subsystem in AUDIO RENDER JOYSTICK SENSOR POWER; do echo "#define SDL_${subsystem}_DISABLED 1"; done
        echo '#define SDL_LEAN_AND_MEAN 1' # no software blitters
        echo '#endif'
    } >>"$config"
}
