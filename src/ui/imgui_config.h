// SPDX-License-Identifier: MIT
//
// imgui_config.h: IMGUI_USER_CONFIG, the switches of Dear ImGui and the reason for each.
//
// ImGui and everything that includes imgui.h must be compiled with this file.
#pragma once

// Windows that no reader will open.
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// The interface reads and writes no file.
#define IMGUI_DISABLE_FILE_FUNCTIONS

// Glyphs come from the reader's own system fonts, never from a bitmap font in the code.
#define IMGUI_DISABLE_DEFAULT_FONT

// Only the names of the version we use: one that is dropped later is a compile error now.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// Links are real <a> elements; ImGui must not start a shell.
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// Misuse is told to developers by IM_ASSERT; Dear ImGui's own way is a tooltip window.
#define IM_ASSERT_USER_ERROR(expression, message) IM_ASSERT((expression) && (message))

// ImWchar stays 16 bit: what is drawn is the content's own text, inside the basic plane. What readers
// type is shown by the browser. IMGUI_USE_WCHAR32 is needed only for rare Han of names.
