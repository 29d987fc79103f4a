// SPDX-License-Identifier: MIT
#include "ui/figures.h"

#include <algorithm>

#include "ui/figures_parts.h"

namespace selfcheck::ui {
namespace {

struct Drawing {
    std::string_view name;
    float height;  // of a grid 320 units wide
    void (*draw)(Brush&);
};

constexpr float kGrid = 320;
constexpr Drawing kDrawings[] = {
    {"welcome", 172, figures::welcome},
    {"trabeculae", 168, figures::trabeculae},
    {"remodelling", 236, figures::remodelling},
    {"vertebra", 200, figures::vertebra},
    {"vicious_circle", 256, figures::vicious_circle},
    {"t_gauge", 150, figures::t_gauge},
    {"leg_raise", 180, figures::leg_raise},
    {"wall_sit", 190, figures::wall_sit},
    {"band_pull", 180, figures::band_pull},
    {"brisk_walk", 190, figures::brisk_walk},
};

const Drawing* find(std::string_view name) noexcept {
    const auto* found = std::find_if(std::begin(kDrawings), std::end(kDrawings),
                                     [&](const Drawing& one) { return one.name == name; });
    return found == std::end(kDrawings) ? nullptr : found;
}

}  // namespace

float figure_aspect(std::string_view name) noexcept {
    const Drawing* drawing = find(name);
    return drawing == nullptr ? 0 : kGrid / drawing->height;
}

void draw_figure(std::string_view name, Brush& brush) {
    if (const Drawing* drawing = find(name)) drawing->draw(brush);
}

}  // namespace selfcheck::ui
