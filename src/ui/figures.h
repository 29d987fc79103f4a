// SPDX-License-Identifier: MIT
//
// figures.h: the drawings that explain, by name. Form, colour and arrows only; what they show is
// said in words by Figure::alt and by the text around them.
#pragma once

#include <string_view>

namespace selfcheck::ui {

class Brush;

/// Width divided by height; 0 for an unknown name.
[[nodiscard]] float figure_aspect(std::string_view name) noexcept;

/// How long it moves, once, when it comes into sight; 0 for one that is still and for an unknown name.
[[nodiscard]] float figure_seconds(std::string_view name) noexcept;

/// Draws the figure into the brush's rectangle, which should have its aspect, at a phase of its motion from 0
/// to 1: the end is what stands afterwards, and where nothing moves. Nothing for an unknown name.
void draw_figure(std::string_view name, Brush& brush, float phase = 1);

}  // namespace selfcheck::ui
