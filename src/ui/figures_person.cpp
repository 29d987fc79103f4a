// SPDX-License-Identifier: MIT
//
// figures_person.cpp: the parts of people: limbs that taper, a head in profile, feet, hands.
#include <algorithm>
#include <cmath>

#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

constexpr float kOutline = 1.5F;

}  // namespace

Point toward(Point from, float degrees, float length) {
    return {from.x + length * std::cos(degrees * kDegrees), from.y + length * std::sin(degrees * kDegrees)};
}

Point bend(Point from, Point to, float upper, float lower, float side) {
    const float x = to.x - from.x;
    const float y = to.y - from.y;
    const float far = std::clamp(std::hypot(x, y), 1.0F, upper + lower - 0.01F);
    const float along = (far * far + upper * upper - lower * lower) / (2 * far);
    const float off = side * std::sqrt(std::max(upper * upper - along * along, 0.0F));
    return {from.x + (x * along - y * off) / far, from.y + (y * along + x * off) / far};
}

// A person keeps the skin: lighter than the lines on it, in dark themes too.
Colour skin_of(const Theme& theme) {
    return theme.dark() ? mix(theme[Role::muscle_line], theme[Role::bone], 0.15F)
                        : mix(theme[Role::muscle], theme[Role::bone], 0.4F);
}

Colour skin_line_of(const Theme& theme) {
    return theme.dark() ? mix(theme[Role::page], theme[Role::muscle], 0.6F) : theme[Role::muscle_line];
}

Colour eye_of(const Theme& theme) { return theme[theme.dark() ? Role::page : Role::text]; }

Colour paler(const Theme& theme, Role role) { return mix(theme[role], theme[Role::sunken], 0.45F); }

void taper(Brush& brush, Point a, Point b, float ra, float rb) {
    const float length = std::max(std::hypot(b.x - a.x, b.y - a.y), 0.01F);
    const float x = (b.x - a.x) / length;
    const float y = (b.y - a.y) / length;
    brush.disc(a.x, a.y, ra).disc(b.x, b.y, rb);
    brush.move(a.x - y * ra, a.y + x * ra)
        .line(b.x - y * rb, b.y + x * rb)
        .line(b.x + y * rb, b.y - x * rb)
        .line(a.x + y * ra, a.y - x * ra)
        .fill();
}

void leg(Brush& brush, Point hip, Point ankle, Colour cloth) {
    const Point knee = bend(hip, ankle, kThigh, kShank, -1);
    brush.ink(cloth);
    taper(brush, hip, knee, 11, 8.4F);
    taper(brush, knee, ankle, 8.4F, 5.8F);
}

void arm(Brush& brush, Point shoulder, Point wrist, float side, Colour cloth) {
    const Point elbow = bend(shoulder, wrist, kUpperArm, kForearm, side);
    brush.ink(cloth);
    taper(brush, shoulder, elbow, 7.4F, 6);
    taper(brush, elbow, wrist, 6, 4.8F);
}

void hand(Brush& brush, Point p) {
    brush.ink(skin_line_of(brush.theme())).disc(p.x, p.y, 4.9F + kOutline);
    brush.ink(skin_of(brush.theme())).disc(p.x, p.y, 4.9F);
}

void shoe(Brush& brush, Point ankle, float turned, Colour colour) {
    const float c = std::cos(turned * kDegrees);
    const float s = std::sin(turned * kDegrees);
    const auto at = [&](float x, float y) { return Point{ankle.x + x * c - y * s, ankle.y + x * s + y * c}; };
    // A lifted heel leaves the toes flat.
    const Point ball = at(10, 8);
    const auto toe = [&](float x, float y) { return turned > 0 ? Point{ball.x + x - 10, ball.y + y - 8} : at(x, y); };
    const Point outline[] = {at(-6.5F, -1), at(-7.5F, 7.5F), at(2, 8), ball,
                             toe(17, 8),    toe(18, 4),      at(9, 0), at(5, -4)};
    brush.ink(colour).smooth(outline, true).fill();
}

void torso(Brush& brush, Point shoulder, Point hip) {
    const auto between = [&](float share, float forward) {
        return Point{shoulder.x + share * (hip.x - shoulder.x) + forward, shoulder.y + share * (hip.y - shoulder.y)};
    };
    brush.ink(Role::accent);
    taper(brush, between(0, 0), between(0.3F, 1.5F), 11.5F, 14.5F);
    taper(brush, between(0.3F, 1.5F), between(0.75F, 1), 14.5F, 13.5F);
    taper(brush, between(0.75F, 1), between(0.85F, 0.5F), 13.5F, 13);
    brush.ink(Role::routine);
    taper(brush, between(0.94F, 0.3F), between(1, 0), 12.8F, 12.5F);
}

void head(Brush& brush, Point neck) {
    const Theme& theme = brush.theme();
    const Point p{neck.x + 3, neck.y - 19.5F};
    brush.ink(skin_line_of(brush.theme()));
    taper(brush, {p.x - 3, p.y + 8}, neck, 5 + kOutline, 6 + kOutline);
    brush.ink(skin_of(theme));
    taper(brush, {p.x - 3, p.y + 8}, neck, 5, 6);
    const auto at = [&](float x, float y) { return Point{p.x + x, p.y + y}; };
    const Point face[] = {at(0, -13), at(8.5F, -10), at(11.5F, -3.5F), at(14.8F, 2.2F), at(11.8F, 4), at(11.8F, 7.5F),
                          at(9, 12),  at(1, 12),     at(-7, 9),        at(-12.5F, 1),   at(-9.5F, -9)};
    brush.smooth(face, true).fill();
    brush.smooth(face, true).ink(skin_line_of(brush.theme()), kOutline).stroke(true);
    const Point hair[] = {at(9.6F, -9),     at(5, -13.6F),   at(-3, -14.6F), at(-11, -10.5F), at(-14.4F, -1),
                          at(-10.5F, 8.5F), at(-6.5F, 7.5F), at(-5, 0),      at(-1, -5),      at(6, -7)};
    brush.ink(mix(theme[Role::control_line], theme[Role::surface], 0.25F)).smooth(hair, true).fill();
    brush.ink(skin_of(theme)).disc(p.x - 3.6F, p.y + 2, 2.8F);
    brush.ink(skin_line_of(brush.theme()), 1.2F).ring(p.x - 3.6F, p.y + 2, 2.8F);
    brush.ink(eye_of(theme)).disc(p.x + 7, p.y - 1, 1.3F);
    brush.ink(skin_line_of(theme), 1.3F).move(p.x + 6, p.y + 7);
    brush.curve(p.x + 7, p.y + 8.4F, p.x + 9, p.y + 8.4F, p.x + 10.6F, p.y + 7).stroke();
}

void ground_line(Brush& brush, float y) { brush.ink(Role::control_line, 2.4F).move(24, y).line(296, y).stroke(); }

void chair(Brush& brush, float back, float seat, float ground, float facing) {
    const float front = back + facing * 62;
    brush.ink(Role::bone_line, 6);
    brush.move(back - facing * 3, seat - 56).line(back, seat).line(back - facing * 3, ground - 3).stroke();
    brush.move(front - facing * 4, seat).line(front, ground - 3).stroke();
    brush.ink(Role::bone_line, 8).move(back, seat).line(front, seat).stroke();
}

float rise(float phase, int times) {
    const float turns = phase * static_cast<float>(times);
    const float there = std::abs(2 * (turns - std::floor(turns)) - 1);
    const float share = std::clamp((there - 0.15F) / 0.7F, 0.0F, 1.0F);
    return ease(share);
}

}  // namespace selfcheck::ui::figures
