// SPDX-License-Identifier: MIT
//
// geometry.h: points and rectangles in layout pixels (CSS pixels from the content's top left, y
// down).
#pragma once

namespace selfcheck::ui {

struct Point {
    float x = 0;
    float y = 0;
};

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    [[nodiscard]] constexpr float right() const noexcept { return x + width; }
    [[nodiscard]] constexpr float bottom() const noexcept { return y + height; }
    [[nodiscard]] constexpr Point centre() const noexcept { return {x + width / 2, y + height / 2}; }

    [[nodiscard]] constexpr bool contains(Point p) const noexcept {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }

    /// Smaller by `by` on every side; larger when negative.
    [[nodiscard]] constexpr Rect inset(float by) const noexcept {
        return {x + by, y + by, width - 2 * by, height - 2 * by};
    }

    friend constexpr bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace selfcheck::ui
