// SPDX-License-Identifier: MIT
//
// pieces.h: a draw list taken apart into its shapes and glyphs, so that two frames can be compared and a part of one
// be drawn.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

namespace selfcheck::app {

/// Device pixels from the top left of the canvas; right and bottom are outside.
struct Region {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
    friend bool operator==(const Region&, const Region&) = default;
};

[[nodiscard]] bool overlap(const Region& a, const Region& b);
[[nodiscard]] Region both(const Region& a, const Region& b);    // what is in both
[[nodiscard]] Region around(const Region& a, const Region& b);  // the smallest that holds both

/// Triangles that follow each other and share vertices with none of the others.
struct Piece {
    Region region;  // what it can touch, within its command's clip
    Region clip;
    ImTextureID texture;
    unsigned first_index = 0;
    unsigned index_count = 0;
    std::uint64_t look = 0;  // the same for pieces that are drawn alike, at the same place
};

/// The whole canvas.
[[nodiscard]] Region canvas_of(const ImDrawData& data);

/// Of the one draw list there is, in the order in which they are drawn. What `pieces` held is forgotten, its memory
/// used again.
void take_apart(const ImDrawData& data, std::vector<Piece>& pieces);

}  // namespace selfcheck::app
