// SPDX-License-Identifier: MIT
//
// region.h: rectangles of the canvas in device pixels.
#pragma once

#include <algorithm>

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

[[nodiscard]] inline Region intersection(const Region& a, const Region& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

[[nodiscard]] inline bool overlap(const Region& a, const Region& b) { return !intersection(a, b).empty(); }

/// The smallest that holds both.
[[nodiscard]] inline Region bounding(const Region& a, const Region& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

}  // namespace selfcheck::app
