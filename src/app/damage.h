// SPDX-License-Identifier: MIT
//
// damage.h: the parts of the canvas in which a frame differs from the one before.
//
// A tap changes one answer out of a page full of them, and a number far from it. Filling the whole canvas again costs a
// software renderer fifty milliseconds and a phone its battery; filling what differs costs next to nothing.
#pragma once

#include <imgui.h>

#include <vector>

#include "app/pieces.h"
#include "ui/theme.h"  // Colour

namespace selfcheck::app {

class Damage {
public:
    /// Compares with the frame of the last call and remembers this one. No region when they look alike, the whole
    /// canvas when nothing is known of it; else a few, with room between one and the next below.
    [[nodiscard]] std::vector<Region> next(const ImDrawData& data, ui::Colour background);

    /// Of the frame that was given last.
    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

    /// The canvas no longer shows what was drawn.
    void forget() { known_ = false; }

private:
    [[nodiscard]] bool is_comparable(const ImDrawData& data, ui::Colour background) const;

    bool known_ = false;
    ImVec2 size_;
    ImVec2 origin_;
    float density_ = 0;
    ui::Colour background_;
    std::vector<Piece> pieces_;
    std::vector<Piece> before_;
};

}  // namespace selfcheck::app
