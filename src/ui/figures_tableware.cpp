// SPDX-License-Identifier: MIT
//
// figures_tableware.cpp: what a serving is measured by: glass, bowl, spoon, hand; seven units to a centimetre.
#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

// An open palm whose wrist is at 0, 0, the fingers to the right.
void palm_shape(Brush& brush, Point wrist, float scale, float grow) {
    const auto at = [&](float x, float y) { return Point{wrist.x + scale * x, wrist.y + scale * y}; };
    const auto part = [&](Point a, Point b, float ra, float rb) {
        taper(brush, a, b, scale * ra + grow, scale * rb + grow);
    };
    part(at(-44, 0), at(4, 0), 20, 22);
    part(at(4, 0), at(46, 0), 23, 29);
    part(at(14, -17), at(60, -41), 11, 7.5F);
    constexpr float kLengths[] = {52, 60, 56, 42};
    for (int i = 0; i < 4; ++i) {
        const float y = -21 + 14 * static_cast<float>(i);
        part(at(50, y), at(66 + kLengths[i], y), 6.6F, 5.6F);
    }
}

}  // namespace

// Food keeps its own colours: lighter than the lines on it, in dark themes too.
Paint food(const Theme& theme, Food kind) {
    const bool dark = theme.dark();
    const auto paint = [&](Role strong, Role soft, float light, float line) {
        const Colour fill = dark ? mix(theme[strong], theme[soft], light) : mix(theme[soft], theme[strong], light);
        return Paint{fill, dark ? mix(theme[Role::page], theme[strong], line) : theme[strong]};
    };
    switch (kind) {
        case Food::milk: return {dark ? theme[Role::bone_line] : theme[Role::surface],
                                 dark ? mix(theme[Role::page], theme[Role::bone_line], 0.4F) : theme[Role::bone_line]};
        case Food::soy: return paint(Role::bone_line, Role::bone, dark ? 0.2F : 0.06F, 0.35F);
        case Food::cheese: return paint(Role::soon, Role::soon_soft, dark ? 0.1F : 0.25F, 0.35F);
        case Food::brown: return paint(Role::urgent, Role::soon_soft, dark ? 0.25F : 0.42F, 0.35F);
        case Food::leaf: return paint(Role::self_care, Role::self_care_soft, dark ? 0.15F : 0.55F, 0.35F);
        case Food::fish: return paint(Role::routine, Role::routine_soft, dark ? 0.25F : 0.22F, 0.35F);
        case Food::meat: return paint(Role::muscle_line, Role::muscle, dark ? 0.45F : 0.5F, 0.3F);
        case Food::wine: return paint(Role::emergency, Role::emergency_soft, dark ? 0.4F : 0.75F, 0.3F);
    }
    return {};
}

void open_palm(Brush& brush, Point wrist, float scale) {
    brush.ink(skin_line_of(brush.theme()));
    palm_shape(brush, wrist, scale, 0.9F);
    brush.ink(skin_of(brush.theme()));
    palm_shape(brush, wrist, scale, -0.9F);
}

void glass(Brush& brush, float x, float base, float width, float height, float level, Colour drink) {
    const float top = width / 2;
    const float foot = 0.78F * top;
    const auto wall = [&](float up) { return foot + (top - foot) * up / height; };
    brush.ink(mix(brush.theme()[Role::sunken], brush.theme()[Role::surface], 0.6F));
    brush.move(x - top, base - height).line(x + top, base - height).line(x + foot, base).line(x - foot, base).fill();
    const float surface = level * height;
    brush.ink(drink).move(x - wall(surface), base - surface).line(x + wall(surface), base - surface);
    brush.line(x + foot, base - 3).line(x - foot, base - 3).fill();
    brush.ink(Role::muted, 2).move(x - top, base - height).line(x - foot, base);
    brush.line(x + foot, base).line(x + top, base - height).stroke();
    brush.ink(Role::muted, 1.4F).move(x - wall(surface), base - surface).line(x + wall(surface), base - surface).stroke();
}

void bowl(Brush& brush, Point rim, float width, float fullness, Paint content) {
    const Theme& theme = brush.theme();
    const float half = width / 2;
    const float deep = 0.5F * width;
    const float open = 0.17F * width;
    const auto wall = [&] {
        brush.move(rim.x - half, rim.y);
        brush.curve(rim.x - half, rim.y + 0.62F * deep, rim.x - 0.6F * half, rim.y + deep, rim.x - 0.36F * half, rim.y + deep);
        brush.line(rim.x + 0.36F * half, rim.y + deep);
        brush.curve(rim.x + 0.6F * half, rim.y + deep, rim.x + half, rim.y + 0.62F * deep, rim.x + half, rim.y);
    };
    wall();
    brush.ink(Role::accent_soft).fill();
    wall();
    brush.ink(Role::accent, 2).stroke();
    brush.ink(Role::accent).ellipse(rim.x, rim.y, half + 1, open + 1);
    brush.ink(mix(theme[Role::surface], theme[Role::accent_soft], 0.4F)).ellipse(rim.x, rim.y, half - 1, open - 1);
    // What lies deeper is narrower, and nearer to the front of the rim.
    const float down = (1 - fullness) * 0.4F * open;
    const float share = 0.5F + 0.45F * fullness;
    brush.ink(content.line).ellipse(rim.x, rim.y + down, share * half, share * open);
    brush.ink(content.fill).ellipse(rim.x, rim.y + down, share * half - 1.6F, share * open - 1.6F);
}

void spoon(Brush& brush, Point tip, float length) {
    brush.ink(Role::muted, 5).move(tip.x + 30, tip.y).line(tip.x + length, tip.y - 8).stroke();
    brush.ink(Role::muted).ellipse(tip.x + 18, tip.y, 19, 9.5F);
    brush.ink(mix(brush.theme()[Role::surface], brush.theme()[Role::muted], 0.15F)).ellipse(tip.x + 18, tip.y, 17, 7.5F);
}

void is_as_much_as(Brush& brush, float x) {
    brush.ink(Role::muted, 3).move(x - 7, 51).line(x + 7, 51).stroke().move(x - 7, 61).line(x + 7, 61).stroke();
}

void becomes(Brush& brush, float x) {
    brush.ink(Role::muted, 3).move(x - 10, 56).line(x, 56).stroke();
    brush.arrow_head(x + 8, 56, 0, 10);
}

void either_or(Brush& brush, float x) { brush.ink(Role::control_line, 1.5F).move(x, 16).line(x, 86).stroke(); }

}  // namespace selfcheck::ui::figures
