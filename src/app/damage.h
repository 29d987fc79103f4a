// SPDX-License-Identifier: MIT
//
// damage.h: the part of the canvas in which a frame differs from the one before.
//
// A tap changes one answer out of a page full of them. Filling the whole canvas again costs a software
// renderer fifty milliseconds and a phone its battery; filling what differs costs next to nothing.
#pragma once

#include <imgui.h>

#include <vector>

#include "ui/theme.h"  // Colour

namespace selfcheck::app {

/// Device pixels from the top left of the canvas; right and bottom are outside.
struct Region {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
};

class Damage {
public:
    /// Compares with the frame of the last call and remembers this one. Empty when they look alike, the
    /// whole canvas when nothing is known of it.
    [[nodiscard]] Region next(const ImDrawData& data, ui::Colour background);

    /// The canvas no longer shows what was drawn.
    void forget() { known_ = false; }

private:
    struct Command {
        ImVec4 clip;
        ImTextureID texture;
    };

    [[nodiscard]] bool is_comparable(const ImDrawData& data, ui::Colour background,
                                     const std::vector<Command>& commands) const;

    bool known_ = false;
    ImVec2 size_;
    ImVec2 origin_;
    float density_ = 0;
    ui::Colour background_;
    std::vector<Command> commands_;
    std::vector<ImDrawVert> vertices_;
    std::vector<ImDrawIdx> indices_;
};

}  // namespace selfcheck::app
