// SPDX-License-Identifier: MIT
//
// figures.h: the drawings that explain, by name. Form, colour and arrows only; what they show is
// said in words by Figure::alt and by the text around them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/geometry.h"

namespace selfcheck::ui {

class Brush;

/// Width divided by height; 0 for an unknown name.
[[nodiscard]] float figure_aspect(std::string_view name) noexcept;

/// Where the steps of a circle are numbered, from the top clockwise, in a drawing 320 wide; none of another figure.
[[nodiscard]] std::vector<Point> figure_steps(std::string_view name);

/// How long it moves, once, when it comes into sight; 0 for one that is still and for an unknown name.
[[nodiscard]] float figure_seconds(std::string_view name) noexcept;

/// What a figure shows of all that it can.
struct Pose {
    float phase = 1;  // of its motion, from 0 to the end, 1, which says all that it has to say and stands afterwards
    // Of a circle, its steps counted from the top clockwise:
    std::optional<std::size_t> enters{};      // where it begins; at the top, and unmarked, without one
    std::vector<std::size_t> broken_after{};  // where it is broken
};

/// Draws the figure into the brush's rectangle, which should have its aspect. Nothing for an unknown name.
void draw_figure(std::string_view name, Brush& brush, const Pose& pose = {});

}  // namespace selfcheck::ui
