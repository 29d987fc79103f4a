// SPDX-License-Identifier: MIT
//
// figures_measure.cpp: how something is measured at home.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

constexpr float kRing = 25;     // half the width of the ring that the fingers can close
constexpr float kReach = 87;    // degrees of it that one of them covers at the front
constexpr float kTilt = 0.32F;  // it is seen from a little above

/// A lower leg from the front, from below the knee to above the ankle.
void front_leg(Brush& brush, float x, float top, float bottom, float half) {
    const float tall = bottom - top;
    const auto down = [&](float way) {  // 1: the right side, -1: the left one
        const float calf = x + way * half;
        const float thin = x + way * 0.46F * half;
        brush.curve(calf - way * 0.12F * half, top + 0.1F * tall, calf, top + 0.22F * tall, calf, top + 0.38F * tall);
        brush.curve(calf, top + 0.62F * tall, thin + way * 0.1F * half, top + 0.8F * tall, thin, bottom);
    };
    brush.ink(skin_of(brush.theme()));
    for (const float way : {-1.0F, 1.0F}) {
        brush.move(x, top).line(x + way * 0.78F * half, top);
        down(way);
        brush.line(x, bottom).fill();
    }
    brush.ink(skin_of(brush.theme()), 2).move(x, top + 1).line(x, bottom - 1).stroke_flat();
    brush.ink(skin_line_of(brush.theme()), 2);
    for (const float way : {-1.0F, 1.0F}) {
        brush.move(x + way * 0.78F * half, top);
        down(way);
        brush.stroke_flat();
    }
}

/// A finger along the ring, from one angle to another.
void finger(Brush& brush, Point centre, float r, float from, float to, float width) {
    constexpr int kSteps = 12;
    std::array<Point, kSteps + 1> along{};
    for (int i = 0; i <= kSteps; ++i) {
        const float angle = (from + (to - from) * static_cast<float>(i) / static_cast<float>(kSteps)) * kDegrees;
        along[static_cast<std::size_t>(i)] = {centre.x + r * std::cos(angle), centre.y + kTilt * r * std::sin(angle)};
    }
    brush.smooth(along, false).ink(skin_line_of(brush.theme()), width + 3).stroke();
    brush.smooth(along, false).ink(skin_of(brush.theme()), width).stroke();
}

/// A hand that comes from above and reaches around from one side (-1: the left one): back of the hand, three
/// curled fingers and the sleeve; its index finger is drawn before.
void reaching_hand(Brush& brush, Point centre, float r, float side) {
    const Colour skin = skin_of(brush.theme());
    const Point knuckles{centre.x + side * (r + 3), centre.y};
    const Point wrist{centre.x + side * 40, centre.y - 27};
    for (int i = 0; i < 3; ++i) {
        const auto down = static_cast<float>(i);
        const Point root{knuckles.x + side * (1 + 0.5F * down), knuckles.y + 7 + 5.5F * down};
        const Point tip{root.x - side * (10 - 2 * down), root.y + 3};
        brush.ink(skin_line_of(brush.theme()));
        taper(brush, root, tip, 5, 4.6F);
        brush.ink(skin);
        taper(brush, root, tip, 3.6F, 3.2F);
    }
    brush.ink(skin_line_of(brush.theme()));
    taper(brush, knuckles, wrist, 10, 7.5F);
    brush.ink(skin);
    taper(brush, knuckles, wrist, 8.5F, 6);
    brush.ink(Role::accent_strong);
    taper(brush, {wrist.x, wrist.y - 4}, {centre.x + side * 40, centre.y - 42}, 8, 8.5F);
}

/// What the same two hands reach of a calf `half` as wide as twice that.
void ring_around(Brush& brush, Point centre, float half) {
    constexpr float kTop = 12;
    constexpr float kTall = 132;
    const Theme& theme = brush.theme();
    const float r = std::max(kRing, half + 1);
    const float open = 90 - kReach * kRing / r;
    brush.ink(Role::surface).box(centre.x - 49, kTop, 98, kTall, 10);
    finger(brush, centre, r, 180 + 20, 270 - open, 6.5F);
    finger(brush, centre, r, 360 - 20, 270 + open, 6.5F);
    front_leg(brush, centre.x, kTop, kTop + kTall, half);
    for (const float side : {-1.0F, 1.0F}) {
        finger(brush, centre, r, 90 - side * 90, 90 - side * (open + 5), 7.5F);
        const float tip = (90 - side * (open + 6)) * kDegrees;
        brush.ink(mix(skin_of(theme), theme[theme.dark() ? Role::text : Role::surface], 0.55F));
        brush.ellipse(centre.x + r * std::cos(tip), centre.y + kTilt * r * std::sin(tip) - 0.6F, 2.8F, 2.2F);
        reaching_hand(brush, centre, r, side);
    }
    brush.ink(Role::line, 1.5F).frame(centre.x - 49, kTop, 98, kTall, 10);
}

}  // namespace

void finger_ring(Brush& brush, const Pose&) {
    ring_around(brush, {56, 64}, 32);
    ring_around(brush, {160, 64}, 24);
    ring_around(brush, {264, 64}, 15);
}

void calf_tape(Brush& brush, const Pose&) {
    const Theme& theme = brush.theme();
    ground_line(brush, 166);
    brush.ink(Role::bone_line, 9).move(6, 81).line(136, 81).stroke();
    brush.ink(Role::bone_line, 6).move(128, 84).line(130, 163).stroke();
    const Point skin[] = {{140, 24},  {170, 23},  {196, 29},  {209, 44},  {208, 64},  {204, 88},
                          {202, 116}, {203, 134}, {214, 145}, {236, 153}, {243, 160}, {236, 164},
                          {208, 164}, {184, 165}, {174, 161}, {174, 148}, {179, 134}, {173, 118},
                          {157, 103}, {151, 88},  {152, 76},  {148, 68},  {140, 66}};
    brush.smooth(skin, true).ink(skin_of(theme)).fill();
    brush.smooth(skin, true).ink(skin_line_of(brush.theme()), 2.4F).stroke(true);
    const auto trousers = [&] { return brush.move(0, 20).curve(50, 14, 100, 18, 150, 22); };
    trousers().line(148, 73).line(0, 76).ink(Role::routine).fill();
    brush.ink(mix(theme[Role::routine], theme[Role::surface], 0.35F), 7).move(149, 25).line(147, 70).stroke();
    // The tape around the widest part, with the end that is read hanging from it.
    const auto tape = [&](float lower) {
        brush.move(150, 82 + lower).curve(164, 93 + lower, 192, 93 + lower, 206, 82 + lower);
    };
    brush.ink(Role::soon, 15).move(203, 88).curve(216, 92, 224, 100, 226, 122).stroke_flat();
    brush.ink(Role::soon_soft, 12).move(202, 88).curve(216, 92, 224, 100, 226, 121).stroke_flat();
    tape(5);
    brush.ink(Role::soon, 16).stroke();
    tape(5);
    brush.ink(Role::soon_soft, 13).stroke();
    brush.ink(Role::soon, 1.6F);
    for (int i = 0; i < 9; ++i) {
        const float share = (static_cast<float>(i) + 0.5F) / 9;
        const float x = 150 + 56 * share;
        const float y = 81 + 33 * share * (1 - share);
        brush.move(x, y).line(x, y + (i % 2 == 0 ? 7.0F : 4.5F)).stroke_flat();
    }
}

void height_wall(Brush& brush, const Pose&) {
    const Theme& theme = brush.theme();
    const float floor = 196;
    const Point ankle{150, floor - 9};
    const Point hip{155, ankle.y - 77.8F};
    const Point shoulder{154, hip.y - 46};
    const float crown = shoulder.y - 42.5F;
    ground_line(brush, floor);
    brush.ink(mix(theme[Role::sunken], theme[Role::control_line], 0.45F)).box(124, 8, 17, floor - 8, 2);
    torso(brush, shoulder, hip);
    head(brush, {shoulder.x, shoulder.y - 9});
    leg(brush, hip, ankle, theme[Role::routine]);
    brush.ink(skin_line_of(brush.theme()));
    taper(brush, {ankle.x - 1, ankle.y + 1}, {ankle.x + 14, ankle.y + 4.5F}, 7.5F, 4.5F);
    brush.ink(skin_of(theme));
    taper(brush, {ankle.x - 1, ankle.y + 1}, {ankle.x + 14, ankle.y + 4.5F}, 6, 3);
    arm(brush, {shoulder.x, shoulder.y + 3}, {159, shoulder.y + 56.5F}, 1, theme[Role::accent_strong]);
    hand(brush, {160, shoulder.y + 61});
    // The book, and where it meets the wall.
    brush.ink(Role::urgent).box(141, crown - 11, 46, 11, 2);
    brush.ink(Role::bone).box(143, crown - 8.5F, 44, 6, 1);
    brush.ink(Role::accent, 3).move(88, crown).line(140, crown).stroke();
    brush.ink(Role::accent, 3).move(102, crown + 14).line(102, floor - 14).stroke();
    brush.arrow_head(102, crown + 4, 270, 12);
    brush.arrow_head(102, floor - 4, 90, 12);
    brush.ink(Role::control_line, 1.8F);
    for (float x = 182; x < 252; x += 10) brush.move(x, crown + 13).line(x + 4, crown + 13).stroke();
}

}  // namespace selfcheck::ui::figures
