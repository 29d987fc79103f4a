// SPDX-License-Identifier: MIT
//
// imgui_config.h: IMGUI_USER_CONFIG, every switch of Dear ImGui that differs from its default, and
// why.
//
// ImGui and everything that includes imgui.h must be compiled with this file. Sizes are of the wasm
// module before compression.
#pragma once

// Windows nobody of our readers will open: about 150 kB.
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// No file is read or written by the interface; without this Emscripten links its file system.
#define IMGUI_DISABLE_FILE_FUNCTIONS

// Glyphs come from the reader's own system fonts (or the window's), never from a bitmap font in the
// code.
#define IMGUI_DISABLE_DEFAULT_FONT

// Only the names of the version we use: an update that drops one is a compile error here, not a
// surprise.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// Links are real <a> elements; ImGui must not start a shell.
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// ImWchar stays 16 bit: what we draw is our own content, and a content test keeps it inside the
// basic plane. What readers type is shown by the browser.
