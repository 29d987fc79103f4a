// SPDX-License-Identifier: MIT
//
// brush.h: draws vector shapes given on a grid of their own into a rectangle of an ImGui draw list.
//
// Icons use a grid of 24 x 24, figures one of 320 units width. The brush scales, keeps lines at
// least one device pixel wide, and colours by role.
//
//   Brush brush(list, square, 24, theme);
//   brush.ink(Role::accent, 2).move(4, 12).line(10, 18).line(20, 6).stroke();
#pragma once

#include <initializer_list>
#include <span>

#include "ui/geometry.h"
#include "ui/theme.h"

struct ImDrawList;

namespace selfcheck::ui {

class Brush {
public:
    /// `grid` units across the width of `rect`.
    Brush(ImDrawList& list, Rect rect, float grid, const Theme& theme);

    [[nodiscard]] const Theme& theme() const { return theme_; }

    /// What comes next is drawn in this colour, lines `width` units wide.
    Brush& ink(Role role, float width = 2);
    Brush& ink(Colour colour, float width = 2);

    // ---- paths: move, then line and curve, then stroke or fill
    Brush& move(float x, float y);
    Brush& line(float x, float y);
    Brush& curve(float x1, float y1, float x2, float y2, float x, float y);  // cubic
    Brush& arc(float x, float y, float r, float from,
               float to);                // degrees, clockwise from the right
    Brush& stroke(bool closed = false);  // round ends
    Brush& stroke_flat();                // ends cut straight
    Brush& fill();                       // any simple shape

    // ---- whole shapes
    Brush& disc(float x, float y, float r);
    Brush& ring(float x, float y, float r);
    Brush& ellipse(float x, float y, float rx, float ry, float turned = 0);  // filled; degrees
    Brush& box(float x, float y, float width, float height, float r);        // filled
    Brush& frame(float x, float y, float width, float height, float r);
    /// A closed smooth curve through the points (Catmull-Rom).
    Brush& blob(std::initializer_list<Point> points);
    Brush& smooth(std::span<const Point> points, bool closed);
    /// The head of an arrow with its tip at (x, y), pointing along `degrees`.
    Brush& arrow_head(float x, float y, float degrees, float length);

private:
    [[nodiscard]] Point at(float x, float y) const { return {rect_.x + x * scale_, rect_.y + y * scale_}; }
    [[nodiscard]] float thickness() const;

    ImDrawList& list_;
    Rect rect_;
    float scale_;
    const Theme& theme_;
    unsigned colour_ = 0;
    float width_ = 2;
    Point pen_{};  // the last point, on the grid
};

}  // namespace selfcheck::ui
