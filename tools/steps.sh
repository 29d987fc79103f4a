# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# steps.sh: the steps of build-wasm.sh, in its order. Sourced, never run.

# shellcheck source=tools/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=tools/toolchain.sh
source "$PROJECT/tools/toolchain.sh"
# shellcheck source=tools/sources.sh
source "$PROJECT/tools/sources.sh"

NODE_MINIMUM=20

set_up_packages() {
    need g++=g++ cmake=cmake ninja=ninja-build curl=curl xz=xz-utils node=nodejs npm=npm \
        /usr/include/CLI/CLI.hpp=libcli11-dev
}

# Node and the packages of package-lock.json. A Node that is too old (Debian 12's is 18) only fetches a newer one, into
# the cache: Node's own builds come as npm packages too, pinned by tools/node/package-lock.json.
set_up_node() {
    local node_home=$CACHE/node-$NODE_MINIMUM
    if (($(node -p 'process.versions.node.split(".")[0]') < NODE_MINIMUM)); then
        if [[ ! -e $node_home/.complete ]]; then
            step "Fetching a newer Node (once)" "Check the network, or install Node $NODE_MINIMUM or later." \
                fetch_node "$node_home"
        fi
        PATH=$(echo "$node_home"/node_modules/node-linux-*/bin):$PATH
    fi
    if ! cmp -s package-lock.json node_modules/.selfcheck-lock; then
        step "Installing npm packages" "Check the network and npm's settings, then run this again." install_npm_packages
    fi
}

fetch_node() {
    rm -rf "$1"
    mkdir -p "$1"
    cp tools/node/package.json tools/node/package-lock.json tools/node/.npmrc "$1"
    (cd "$1" && npm ci --prefer-offline)
    PATH=$(echo "$1"/node_modules/node-linux-*/bin):$PATH node --version
    touch "$1/.complete"
}

install_npm_packages() {
    npm ci --prefer-offline
    cp package-lock.json node_modules/.selfcheck-lock
}

set_up_sources() {
    set_up_cache
    if ! sources_complete; then
        step "Fetching Dear ImGui, SDL, libunibreak and nlohmann/json" "Check the network, then run this again." fetch_sources
    fi
    if [[ -z $(find "$EMSCRIPTEN_CACHE/sysroot/lib" -name libSDL2.a 2>/dev/null) ]]; then
        step "Compiling SDL (once)" "The log says which file." compile_sdl
    fi
}

# The link would do this by itself, but a minute in which nothing seems to happen deserves its own line.
compile_sdl() {
    local lto=(--lto) # as in cmake/wasm.cmake
    if version_at_least 4 "$EMSCRIPTEN_VERSION"; then lto=(); fi
    tools/em.sh embuilder build sdl2 "${lto[@]}"
}

build_native() {
    step "Building the command-line tool" "The log names the file and line." native_preset native-release
}

native_preset() {
    cmake --preset "$1" -DSELFCHECK_SOURCES="$SOURCES"
    cmake --build --preset "$1"
}

# A pack that lint finds fault with does not ship.
check_content() {
    local pack
    for pack in content/*/pack.json; do
        step "Checking $(dirname "$pack")" "Each line of the log names the file and the place in it." \
            build/native/selfcheck lint "$(dirname "$pack")"
    done
}

build_wasm() {
    # CMake cannot change compilers in a build folder.
    local stamp="$TOOLCHAIN $EMSCRIPTEN_VERSION $EMSCRIPTEN_CACHE"
    if [[ -d build/wasm && $(cat build/wasm/.toolchain 2>/dev/null) != "$stamp" ]]; then rm -rf build/wasm; fi
    mkdir -p build/wasm
    echo "$stamp" >build/wasm/.toolchain
    step "Building WebAssembly with Emscripten $EMSCRIPTEN_VERSION" "The log names the file and line." wasm_preset
}

wasm_preset() {
    tools/em.sh emcmake cmake --preset wasm -DSELFCHECK_SOURCES="$SOURCES"
    tools/em.sh cmake --build --preset wasm
}

# Compressing takes seconds, so only when something the page is made of has changed.
build_page() {
    local inputs=(content web shell.html package-lock.json tools/bundle.mjs tools/bundle tools/licenses.sh
        build/native/selfcheck build/wasm/src/wasm/*.{mjs,wasm})
    if [[ -e dist/index.html && -e build/dist.stamp && -z $(find "${inputs[@]}" -newer build/dist.stamp -print -quit) ]]; then return; fi
    step "Making dist/" "The log says which file." make_dist
}

make_dist() {
    node tools/bundle.mjs --wasm build/wasm --native build/native --out dist
    tools/licenses.sh >dist/licenses.txt
    touch build/dist.stamp
}

run_tests() {
    need chromium=chromium /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc=fonts-noto-cjk \
        /usr/include/gtest/gtest.h=libgtest-dev /usr/include/gmock/gmock.h=libgmock-dev
    step "Building the native tests with sanitizers" "The log names the file and line." native_preset native-debug
    node tools/test.mjs
}
