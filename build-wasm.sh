#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# build-wasm.sh: sets up what is missing, builds dist/, and serves or tests it. The steps are in tools/steps.sh.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: ./build-wasm.sh [--serve [PORT]] [--test] [--help]

Builds the self-check into dist/, a folder that any web server can serve.

  --serve [PORT]  then serves dist/ on this machine (port 8080 unless told) and prints the address
  --test          then runs every test: native, content, browser; the last line is "N passed, N failed"

The first build on a Debian or Ubuntu machine fetches a compiler and takes some minutes; a build with nothing changed
takes seconds. Everything fetched is checked and kept in ${XDG_CACHE_HOME:-~/.cache}/selfcheck.
TEXT
}

serve=false test=false port=8080
while (($#)); do
    case $1 in
        --serve)
            serve=true
            if [[ ${2:-} =~ ^[0-9]+$ ]]; then port=$2; shift; fi
            ;;
        --test) test=true ;;
        -h | --help) usage; exit ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done

# shellcheck source=tools/steps.sh
source "$(dirname "${BASH_SOURCE[0]}")/tools/steps.sh"
cd "$PROJECT"

set_up_packages
set_up_node
set_up_toolchain
set_up_sources
build_native
check_content
build_wasm
build_page
say "dist/ is built."

if $test; then run_tests; fi
if $serve; then exec node tools/serve.mjs dist "$port"; fi
