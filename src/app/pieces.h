// SPDX-License-Identifier: MIT
//
// pieces.h: a draw list taken apart into its shapes and glyphs, so that two frames can be compared and a part of one
// be drawn.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

#include "app/region.h"

namespace selfcheck::app {

/// Triangles that follow each other: a glyph, a shape or a part of one.
struct Piece {
    Region region;  // what it can touch, within its command's clip
    Region clip;
    ImTextureID texture = ImTextureID_Invalid;
    unsigned vertex_offset = 0;  // its indices count from here
    unsigned first_index = 0;
    unsigned index_count = 0;
    std::uint64_t hash = 0;  // the same for pieces that are drawn alike, at the same place
};

/// The whole canvas.
[[nodiscard]] Region canvas_of(const ImDrawData& data);

/// Of the one draw list there is, in the order in which they are drawn. What `pieces` held is forgotten, its memory
/// used again.
void take_apart(const ImDrawData& data, std::vector<Piece>& pieces);

}  // namespace selfcheck::app
