// SPDX-License-Identifier: MIT
#include "ui/figures.h"

#include <algorithm>

#include "ui/figures_parts.h"

namespace selfcheck::ui {
namespace {

struct Drawing {
    std::string_view name;
    float height;   // of a grid 320 units wide
    float seconds;  // that it moves
    void (*draw)(Brush&, const Pose& pose);
};

constexpr float kGrid = 320;
constexpr Drawing kDrawings[] = {
    {"bone_and_muscle", 172, 0, figures::bone_and_muscle},
    {"trabeculae", 168, 4, figures::trabeculae},
    {"remodelling", 236, 4, figures::remodelling},
    {"vertebra", 200, 4, figures::vertebra},
    {"vicious_circle", 256, 5, figures::vicious_circle},
    {"t_gauge", 150, 0, figures::t_gauge},
    {"leg_raise", 176, 5, figures::leg_raise},
    {"wall_sit", 190, 5, figures::wall_sit},
    {"band_pull", 180, 5, figures::band_pull},
    {"heel_raise", 206, 5, figures::heel_raise},
    {"heel_to_toe", 206, 0, figures::heel_to_toe},
    {"brisk_walk", 192, 4.4F, figures::brisk_walk},
    {"finger_ring", 156, 0, figures::finger_ring},
    {"calf_tape", 182, 0, figures::calf_tape},
    {"height_wall", 210, 0, figures::height_wall},
    {"serving_milk", 100, 0, figures::serving_milk},
    {"serving_yoghurt", 100, 0, figures::serving_yoghurt},
    {"serving_cheese", 100, 0, figures::serving_cheese},
    {"serving_milk_powder", 100, 0, figures::serving_milk_powder},
    {"serving_tofu", 100, 0, figures::serving_tofu},
    {"serving_pressed_tofu", 100, 0, figures::serving_pressed_tofu},
    {"serving_soy_milk", 100, 0, figures::serving_soy_milk},
    {"serving_greens", 100, 0, figures::serving_greens},
    {"serving_small_fish", 100, 0, figures::serving_small_fish},
    {"serving_seeds", 100, 0, figures::serving_seeds},
    {"serving_egg", 100, 0, figures::serving_egg},
    {"serving_meat", 100, 0, figures::serving_meat},
    {"serving_beans", 100, 0, figures::serving_beans},
    {"serving_staple", 100, 0, figures::serving_staple},
    {"serving_alcohol", 100, 0, figures::serving_alcohol},
};

const Drawing* find(std::string_view name) noexcept {
    const auto* found =
        std::find_if(std::begin(kDrawings), std::end(kDrawings), [&](const Drawing& one) { return one.name == name; });
    return found == std::end(kDrawings) ? nullptr : found;
}

}  // namespace

float figure_aspect(std::string_view name) noexcept {
    const Drawing* drawing = find(name);
    return drawing == nullptr ? 0 : kGrid / drawing->height;
}

std::vector<Point> figure_steps(std::string_view name) {
    return name == "vicious_circle" ? figures::vicious_circle_steps() : std::vector<Point>();
}

float figure_seconds(std::string_view name) noexcept {
    const Drawing* drawing = find(name);
    return drawing == nullptr ? 0 : drawing->seconds;
}

void draw_figure(std::string_view name, Brush& brush, const Pose& pose) {
    if (const Drawing* drawing = find(name)) drawing->draw(brush, pose);
}

}  // namespace selfcheck::ui
