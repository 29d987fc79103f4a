#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# licenses.sh: prints the licences of everything that is in dist/, from the packages' own files.
set -euo pipefail
# shellcheck source=tools/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=tools/toolchain.sh
source "$PROJECT/tools/toolchain.sh"
find_toolchain

chapter() {
    local title=$1 file=$2
    printf '%s\n%s\n\n' "$title" "${title//?/=}"
    cat "$file"
    printf '\n\n'
}

chapter 'This self-check' "$PROJECT/LICENSE"
chapter 'Dear ImGui' "$SOURCES/imgui/LICENSE.txt"
if [[ -e $SOURCES/sdl2/LICENSE.txt ]]; then
    chapter 'SDL' "$SOURCES/sdl2/LICENSE.txt"
else
    chapter 'SDL' "$(find "$EMSCRIPTEN_CACHE/ports/sdl2" -maxdepth 2 -name LICENSE.txt -print -quit)"
fi
chapter 'Emscripten, with musl and LLVM runtime libraries' "$EMSCRIPTEN_CACHE/LICENSE"
chapter 'libunibreak' "$SOURCES/unibreak/LICENCE"
chapter 'JSON for Modern C++' "$SOURCES/nlohmann_json/LICENSE.MIT"
chapter 'Workbox' "$PROJECT/node_modules/workbox-precaching/LICENSE"
chapter 'Preact' "$PROJECT/node_modules/preact/LICENSE"
