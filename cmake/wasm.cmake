# SPDX-License-Identifier: MIT
#
# How the two WebAssembly modules are linked. Both are ES modules whose default export makes an instance:
#
#   selfcheck_page_module(selfcheck_app_wasm)     the interface, for a browser page: NAME.mjs and NAME.wasm
#   selfcheck_core_module(selfcheck_core_wasm)    the headless core, for pages, workers and Node
#
# A target adds what it exports itself (-sEXPORTED_RUNTIME_METHODS=...).
set(SELFCHECK_CLOSURE ON CACHE BOOL "Shrink the JavaScript beside the wasm with the Closure compiler")

# Optimising across files takes 16 kB off the page's module after brotli. Debian's Emscripten 6 does not link with it.
if(CMAKE_BUILD_TYPE STREQUAL MinSizeRel AND EMSCRIPTEN_VERSION VERSION_LESS 4)
    add_compile_options(-flto)
    add_link_options(-flto)
endif()

function(selfcheck_wasm_module target)
    set_target_properties(${target} PROPERTIES SUFFIX .mjs)
    target_link_options(${target} PRIVATE
        -fno-exceptions -fno-rtti
        -sMODULARIZE -sEXPORT_ES6
        -sALLOW_MEMORY_GROWTH
        -sINITIAL_MEMORY=4MB -sSTACK_SIZE=256KB
        -sFILESYSTEM=0                  # 12 kB smaller: content comes through calls
        -sSUPPORT_LONGJMP=0
        -sDYNAMIC_EXECUTION=0           # no eval, so that the page's CSP needs no 'unsafe-eval'
        -sASSERTIONS=$<CONFIG:Debug>)
    if(SELFCHECK_CLOSURE AND NOT CMAKE_BUILD_TYPE STREQUAL Debug)
        target_link_options(${target} PRIVATE --closure 1)
    endif()
endfunction()

function(selfcheck_page_module target)
    selfcheck_wasm_module(${target})
    target_sources(${target} PRIVATE
        ${PROJECT_SOURCE_DIR}/cmake/egl_proc_address.c
        ${PROJECT_SOURCE_DIR}/cmake/sdl_window_only.c)
    target_link_options(${target} PRIVATE
        -sENVIRONMENT=web
        -sMALLOC=emmalloc               # 2 kB smaller; the page assesses one reader, not thousands a second
        -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0
        -sGL_ENABLE_GET_PROC_ADDRESS=0  # egl_proc_address.c instead
        -sINCOMING_MODULE_JS_API=canvas,print,printErr,locateFile,onAbort,wasmBinary,instantiateWasm)
endfunction()

function(selfcheck_core_module target)
    selfcheck_wasm_module(${target})
    target_link_options(${target} PRIVATE
        -sENVIRONMENT=web,worker,node
        -sINCOMING_MODULE_JS_API=print,printErr,locateFile,onAbort,wasmBinary,instantiateWasm)
endfunction()
