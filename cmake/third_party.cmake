# SPDX-License-Identifier: MIT
#
# Third-party code as targets. The sources lie in the cache folder that tools/sources.sh fills and checks.
#
#   nlohmann_json::nlohmann_json   headers
#   unibreak::unibreak             line breaking (UAX #14)
#   imgui::imgui                   Dear ImGui without its backends
#   sdl2::sdl2                     SDL2; natively only where libsdl2-dev is installed (test with if(TARGET ...))
if(NOT SELFCHECK_SOURCES)
    if(DEFINED ENV{SELFCHECK_SOURCES})
        set(default_sources $ENV{SELFCHECK_SOURCES})
    elseif(DEFINED ENV{XDG_CACHE_HOME})
        set(default_sources $ENV{XDG_CACHE_HOME}/selfcheck/sources)
    else()
        set(default_sources $ENV{HOME}/.cache/selfcheck/sources)
    endif()
    set(SELFCHECK_SOURCES ${default_sources} CACHE PATH "Third-party sources, from tools/sources.sh")
endif()
if(NOT EXISTS ${SELFCHECK_SOURCES}/imgui/imgui.h)
    message(FATAL_ERROR "No third-party sources in ${SELFCHECK_SOURCES}. Run ./build-wasm.sh once: it fetches them.")
endif()

# The four ways a parse can fail are handled in one file of the engine; nothing may throw.
add_library(nlohmann_json INTERFACE)
add_library(nlohmann_json::nlohmann_json ALIAS nlohmann_json)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${SELFCHECK_SOURCES}/nlohmann_json/include)
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION JSON_DIAGNOSTICS=0)

set(unibreak ${SELFCHECK_SOURCES}/unibreak/src)
add_library(unibreak STATIC
    ${unibreak}/eastasianwidthdef.c
    ${unibreak}/emojidef.c
    ${unibreak}/graphemebreak.c
    ${unibreak}/linebreak.c
    ${unibreak}/linebreakdata.c
    ${unibreak}/linebreakdef.c
    ${unibreak}/unibreakbase.c
    ${unibreak}/unibreakdef.c
    ${unibreak}/wordbreak.c)
add_library(unibreak::unibreak ALIAS unibreak)
target_include_directories(unibreak SYSTEM PUBLIC ${unibreak})

set(imgui ${SELFCHECK_SOURCES}/imgui)
add_library(imgui STATIC ${imgui}/imgui.cpp ${imgui}/imgui_draw.cpp ${imgui}/imgui_tables.cpp ${imgui}/imgui_widgets.cpp)
add_library(imgui::imgui ALIAS imgui)
target_include_directories(imgui SYSTEM PUBLIC ${imgui})
# What ImGui leaves out, with the reasons, is one header of ours.
if(EXISTS ${PROJECT_SOURCE_DIR}/src/ui/imgui_config.h)
    target_include_directories(imgui PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="ui/imgui_config.h")
endif()

if(EMSCRIPTEN)
    add_library(sdl2 INTERFACE)
    add_library(sdl2::sdl2 ALIAS sdl2)
    target_compile_options(sdl2 INTERFACE -sUSE_SDL=2)
    target_link_options(sdl2 INTERFACE -sUSE_SDL=2)
else()
    find_package(PkgConfig)
    if(PkgConfig_FOUND)
        pkg_check_modules(SDL2 IMPORTED_TARGET GLOBAL sdl2)
    endif()
    if(TARGET PkgConfig::SDL2)
        add_library(sdl2::sdl2 ALIAS PkgConfig::SDL2)
    endif()
endif()
