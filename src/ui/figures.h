// SPDX-License-Identifier: MIT
//
// figures.h: the drawings that explain, by name. Form, colour and arrows only; what they show is said in
// words by Figure::alt and by the text around them.
#pragma once

#include <string_view>

namespace selfcheck::ui {

class Brush;

/// Width divided by height; 0 for an unknown name.
[[nodiscard]] float figure_aspect(std::string_view name) noexcept;

/// Draws the figure into the brush's rectangle, which should have its aspect. Nothing for an unknown name.
void draw_figure(std::string_view name, Brush& brush);

}  // namespace selfcheck::ui
