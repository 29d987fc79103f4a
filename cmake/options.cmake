# SPDX-License-Identifier: MIT
#
# selfcheck_options: how our own code is compiled. Link it PRIVATE or PUBLIC from every target under src and tests.
# A target that must have exceptions (a library's interface wants them) says -fexceptions itself, which comes later.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)

add_library(selfcheck_options INTERFACE)
target_include_directories(selfcheck_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(selfcheck_options INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion
    $<$<BOOL:${SELFCHECK_WARNINGS_AS_ERRORS}>:-Werror>)

# Everything, third-party code too: a sanitizer that sees half a program reports nonsense about containers.
if(SELFCHECK_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

if(EMSCRIPTEN)
    include(${CMAKE_CURRENT_LIST_DIR}/wasm.cmake)
endif()
