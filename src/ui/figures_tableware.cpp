// SPDX-License-Identifier: MIT
//
// figures_tableware.cpp: shapes of food, and what a serving of it is measured by: glass, bowl, spoon, hand; seven
// units to a centimetre.
#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

/// Takes the next number, "12" or "-4.5", with the spaces before it; 0 where there is none.
float take_number(std::string_view& text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    float value = 0;
    float unit = 0;  // of the next digit once the point has been passed
    for (; !text.empty(); text.remove_prefix(1)) {
        const char c = text.front();
        if (c == '.') {
            unit = 0.1F;
        } else if (c < '0' || c > '9') {
            break;
        } else if (unit > 0) {
            value += unit * static_cast<float>(c - '0');
            unit /= 10;
        } else {
            value = 10 * value + static_cast<float>(c - '0');
        }
    }
    return negative ? -value : value;
}

/// Traces a path written as in SVG, with the commands M, L and C and absolute coordinates. Words are a third of the
/// size of the calls they stand for, and every reader downloads them.
Brush& trace(Brush& brush, std::string_view path, float x, float y, float scale) {
    char command = 'M';
    const auto point = [&] {
        const float across = take_number(path);
        const float down = take_number(path);
        return Point{x + scale * across, y + scale * down};
    };
    while (!path.empty()) {
        if (path.front() >= 'A') {
            command = path.front();
            path.remove_prefix(1);
        }
        const Point a = point();
        if (command == 'C') {
            const Point b = point();
            const Point to = point();
            brush.curve(a.x, a.y, b.x, b.y, to.x, to.y);
        } else if (command == 'M') {
            brush.move(a.x, a.y);
        } else {
            brush.line(a.x, a.y);
        }
    }
    return brush;
}

}  // namespace

// Food keeps its own colours: lighter than the lines on it, in dark themes too.
Paint paint_of(const Theme& theme, Matter matter) {
    const bool dark = theme.dark();
    const auto food = [&](Role strong, Role soft, float light, float deep) {
        if (!dark) return Paint{mix(theme[soft], theme[strong], light), theme[strong]};
        return Paint{mix(theme[strong], theme[soft], deep), mix(theme[Role::page], theme[strong], 0.35F)};
    };
    switch (matter) {
        case Matter::milk: {
            const Paint white = food(Role::bone_line, Role::bone, 0, 0);
            return {dark ? white.fill : theme[Role::surface], white.line};
        }
        case Matter::soy:
            return food(Role::bone_line, Role::bone, 0.06F, 0.2F);
        case Matter::cheese: {
            const Paint yellow = food(Role::soon, Role::soon_soft, 0, 0.1F);
            // By day more than the soft yellow, which is nearly white.
            return {dark ? yellow.fill : mix(theme[Role::surface], yellow.fill, 2.4F), yellow.line};
        }
        case Matter::brown:
            return food(Role::urgent, Role::soon_soft, 0.42F, 0.25F);
        case Matter::leaf:
            return food(Role::self_care, Role::self_care_soft, 0.55F, 0.15F);
        case Matter::fish:
            return food(Role::routine, Role::routine_soft, 0.22F, 0.25F);
        case Matter::meat:
            return food(Role::muscle_line, Role::muscle, 0.5F, 0.45F);
        case Matter::wine:
            return food(Role::emergency, Role::emergency_soft, 0.75F, 0.4F);
        case Matter::spirit:
            return {mix(theme[Role::surface], theme[Role::routine], 0.18F), theme[Role::muted]};
        case Matter::glass:
            return {mix(theme[Role::sunken], theme[Role::surface], 0.2F), theme[Role::muted]};
        case Matter::steel:
            return {mix(theme[Role::surface], theme[Role::muted], 0.15F), theme[Role::muted]};
        case Matter::china:
            return {theme[Role::accent_soft], theme[Role::accent]};
        case Matter::skin:
            return {skin_of(theme), skin_line_of(theme)};
    }
    return {};
}

void fill(Brush& brush, Role role, std::string_view path, float x, float y, float scale) {
    trace(brush, path, x, y, scale).ink(role).fill();
}

void fill(Brush& brush, Matter matter, std::string_view path, float x, float y, float scale) {
    trace(brush, path, x, y, scale).ink(paint_of(brush.theme(), matter).fill).fill();
}

void stroke(Brush& brush, Role role, float width, std::string_view path, float x, float y, float scale) {
    trace(brush, path, x, y, scale).ink(role, width).stroke();
}

void stroke(Brush& brush, Matter matter, float width, std::string_view path, float x, float y) {
    trace(brush, path, x, y, 1).ink(paint_of(brush.theme(), matter).line, width).stroke();
}

void shape(Brush& brush, Matter matter, std::string_view path, float x, float y, float scale) {
    fill(brush, matter, path, x, y, scale);
    trace(brush, path, x, y, scale).ink(paint_of(brush.theme(), matter).line, kLine).stroke(true);
}

void oval(Brush& brush, Matter matter, float x, float y, float rx, float ry, float turned) {
    const Paint paint = paint_of(brush.theme(), matter);
    brush.ink(paint.line).ellipse(x, y, rx + 1, ry + 1, turned);
    brush.ink(paint.fill).ellipse(x, y, rx - 0.8F, ry - 0.8F, turned);
}

void grains(Brush& brush, Matter matter, std::string_view places, float rx, float ry) {
    float turned = 20;
    while (!places.empty()) {
        const float x = take_number(places);
        oval(brush, matter, x, take_number(places), rx, ry, turned);
        turned += 67;
    }
}

void open_palm(Brush& brush, float x, float y, float scale) {
    shape(brush, Matter::skin,
          "M-42 -19C-20 -20 -4 -20 6 -25 22 -33 36 -44 50 -49 58 -52 66 -42 58 -37 50 -33 46 -30 42 -27"
          "L64 -27.6 116 -27.4C124.5 -27.4 124.5 -14.6 116 -14.6L66 -14.4 64 -13.6 124 -13.4"
          "C132.5 -13.4 132.5 -.6 124 -.6L66 -.4 64 .4 118 .6C126.5 .6 126.5 13.4 118 13.4L66 13.6 64 14.4 102 14.6"
          "C110.5 14.6 110.5 27.4 102 27.4L66 27.6C48 31 24 27 6 21 -4 18 -20 19 -42 19",
          x, y, scale);
    brush.ink(Role::accent_strong).box(x - scale * 64, y - scale * 23, scale * 26, scale * 46, 4);
}

void glass(Brush& brush, float x, Matter drink, float scale) {
    constexpr std::string_view kWall = "M-26 -80L26 -80 20 0 -20 0";
    shape(brush, Matter::glass, kWall, x, kTable, scale);
    fill(brush, drink, "M-24 -68L24 -68 19 -2 -19 -2", x, kTable, scale);
    stroke(brush, Role::muted, 1.4F, "M-24 -68L24 -68", x, kTable, scale);
}

void bowl(Brush& brush, float x, Matter content, float wide) {
    constexpr float kRim = 48;
    shape(brush, Matter::china, "M-42 0C-42 26 -25 42 -15 42L15 42C25 42 42 26 42 0", x, kRim);
    oval(brush, Matter::china, x, kRim, 42, 14);
    // What lies deeper is narrower, and nearer to the front of the rim.
    oval(brush, content, x, kRim + 0.27F * (42 - wide), wide, 0.34F * wide);
}

void spoon(Brush& brush, float x, float y) {
    stroke(brush, Role::muted, 5, "M30 0L104 -8", x, y);
    oval(brush, Matter::steel, x + 18, y, 18, 8.5F);
}

void is_as_much_as(Brush& brush, float x) {
    for (const float y : {51.0F, 61.0F}) stroke(brush, Role::muted, 3, "M-7 0L7 0", x, y);
}

void becomes(Brush& brush, float x) {
    stroke(brush, Role::muted, 3, "M-10 0L0 0", x, 56);
    brush.arrow_head(x + 8, 56, 0, 10);
}

void either_or(Brush& brush, float x) { stroke(brush, Role::control_line, 1.5F, "M0 16L0 86", x); }

}  // namespace selfcheck::ui::figures
