// SPDX-License-Identifier: MIT
//
// figures_body.cpp: people who exercise. The near side in full colour, the far side paler.
#include <algorithm>
#include <cmath>

#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

constexpr float kTurn = 2 * 3.14159265F;
constexpr float kLifted = 36;  // degrees of a raised heel

/// A face from the front.
void face(Brush& brush, Point p) {
    const Theme& theme = brush.theme();
    brush.ink(skin_line_of(brush.theme()));
    taper(brush, {p.x, p.y + 8}, {p.x, p.y + 18}, 7.5F, 8.5F);
    brush.disc(p.x - 12.5F, p.y + 1, 4).disc(p.x + 12.5F, p.y + 1, 4).ellipse(p.x, p.y, 14, 15.5F);
    brush.ink(skin_of(theme));
    taper(brush, {p.x, p.y + 8}, {p.x, p.y + 18}, 6, 7);
    brush.disc(p.x - 12.5F, p.y + 1, 2.5F).disc(p.x + 12.5F, p.y + 1, 2.5F).ellipse(p.x, p.y, 12.5F, 14);
    const auto at = [&](float x, float y) { return Point{p.x + x, p.y + y}; };
    const Point hair[] = {at(-14, 0), at(-13, -9),   at(-6, -16), at(6, -16), at(13, -9),
                          at(14, 0),  at(10.5F, -5), at(3, -8),   at(-5, -7), at(-10.5F, -5)};
    brush.ink(mix(theme[Role::control_line], theme[Role::surface], 0.25F)).smooth(hair, true).fill();
    brush.ink(eye_of(theme)).disc(p.x - 4.8F, p.y, 1.4F).disc(p.x + 4.8F, p.y, 1.4F);
    brush.ink(skin_line_of(brush.theme()), 1.4F);
    brush.move(p.x - 4, p.y + 6.6F).curve(p.x - 2, p.y + 8.8F, p.x + 2, p.y + 8.8F, p.x + 4, p.y + 6.6F).stroke();
}

/// Where an ankle is on its way through a stride, from the heel's touch of the ground at 0, and how far the
/// heel is lifted (below 0: the toes).
struct Step {
    float x = 0;
    float y = 0;
    float turned = 0;
};

Step step_at(float stride) {
    const float u = stride - std::floor(stride);
    const auto part = [&](float from, float to) { return ease(std::clamp((u - from) / (to - from), 0.0F, 1.0F)); };
    if (u < 0.6F) {
        const float off = part(0.34F, 0.6F);
        const float turned = -18 * (1 - part(0, 0.12F)) + 38 * off;
        return Step{30 - 62 * u / 0.6F + 6 * off, -9 * off, turned};
    }
    const float swing = part(0.6F, 1);
    return Step{-26 + 56 * swing, -9 * (1 - swing) - 9 * std::sin(swing * kTurn / 2), 38 - 56 * swing};
}

}  // namespace

void limb(Brush& brush, std::initializer_list<Point> joints) {
    const Point* last = nullptr;
    for (const Point& joint : joints) {
        if (last != nullptr) brush.move(last->x, last->y).line(joint.x, joint.y).stroke();
        last = &joint;
    }
}

void leg_raise(Brush& brush, const Pose& pose) {
    const Theme& theme = brush.theme();
    const Point hip{112, 110};
    const Point shoulder{109, 64};
    ground_line(brush, 160);
    chair(brush, 90, 125, 160, 1);
    leg(brush, hip, {150, 151}, paler(theme, Role::routine));
    shoe(brush, {150, 151}, 0, paler(theme, Role::text));
    torso(brush, shoulder, hip);
    head(brush, {shoulder.x, shoulder.y - 9});
    const float shank = 86 - 90 * rise(pose.phase, 2);
    const Point knee{hip.x + 40, hip.y + 1};
    const Point ankle = toward(knee, shank, kShank);
    leg(brush, hip, ankle, theme[Role::routine]);
    shoe(brush, ankle, shank - 90, theme[Role::text]);
    arm(brush, {shoulder.x - 1, shoulder.y + 3}, {118, 113}, 1, theme[Role::accent_strong]);
    hand(brush, {120, 117});
    brush.ink(Role::accent, 3.5F);
    arc_arrow(brush, knee.x, knee.y, 72, 38, 5, 12);
}

void wall_sit(Brush& brush, const Pose& pose) {
    const Theme& theme = brush.theme();
    const float down = rise(pose.phase, 2);
    const Point hip{99, 98 + 20 * down};
    const Point shoulder{98, hip.y - 46};
    ground_line(brush, 176);
    brush.ink(mix(theme[Role::sunken], theme[Role::control_line], 0.45F)).box(68, 14, 16, 162, 2);
    chair(brush, 190, 138, 176, 1);
    leg(brush, hip, {144, 167}, paler(theme, Role::routine));
    shoe(brush, {144, 167}, 0, paler(theme, Role::text));
    torso(brush, shoulder, hip);
    head(brush, {shoulder.x, shoulder.y - 9});
    leg(brush, hip, {136, 167}, theme[Role::routine]);
    shoe(brush, {136, 167}, 0, theme[Role::text]);
    arm(brush, {shoulder.x, shoulder.y + 3}, {hip.x + 18, hip.y - 1}, 1, theme[Role::accent_strong]);
    hand(brush, {hip.x + 23, hip.y + 1});
    brush.ink(Role::accent, 3.5F).move(158, 58).line(158, 86).stroke();
    brush.arrow_head(158, 98, 90, 12);
}

void band_pull(Brush& brush, const Pose& pose) {
    const Theme& theme = brush.theme();
    const float apart = 22 + 56 * rise(pose.phase, 2);
    const float level = 78;
    ground_line(brush, 166);
    brush.ink(Role::bone_line, 6).frame(134, 92, 52, 30, 8);
    brush.move(133, 124).line(131, 163).stroke();
    brush.move(187, 124).line(189, 163).stroke();
    brush.ink(Role::bone_line, 8).move(132, 123).line(188, 123).stroke();
    brush.ink(Role::accent);
    taper(brush, {147, 70}, {173, 70}, 11, 11);
    brush.move(136, 70).line(184, 70).line(180, 116).line(140, 116).fill();
    face(brush, {160, 38});
    for (const float side : {-1.0F, 1.0F}) {
        brush.ink(Role::routine);
        taper(brush, {160 + side * 11, 114}, {160 + side * 15, 122}, 10.5F, 10.5F);
        taper(brush, {160 + side * 15, 122}, {160 + side * 15, 154}, 8.6F, 6);
        brush.ink(Role::text).ellipse(160 + side * 16, 161, 8, 5.5F);
    }
    for (const float side : {-1.0F, 1.0F}) {
        const Point wrist{160 + side * apart, level};
        arm(brush, {160 + side * 22, 69}, wrist, side, theme[Role::accent_strong]);
    }
    brush.ink(Role::urgent, 6.5F - 0.03F * apart).move(160 - apart, level).line(160 + apart, level).stroke();
    for (const float side : {-1.0F, 1.0F}) {
        hand(brush, {160 + side * (apart + 2), level});
        brush.ink(Role::accent, 3.5F).move(160 + side * 98, level).line(160 + side * 116, level).stroke();
        brush.arrow_head(160 + side * 127, level, side < 0 ? 180.0F : 0.0F, 12);
    }
}

void heel_raise(Brush& brush, const Pose& pose) {
    const Theme& theme = brush.theme();
    const float up = rise(pose.phase, 2);
    ground_line(brush, 190);
    chair(brush, 206, 154, 190, 1);
    // The feet turn about their balls.
    const Point near = toward({152, 189}, 218.7F + kLifted * up, 12.8F);
    const Point far{near.x + 8, near.y};
    const Point hip{near.x + 2, near.y - 77.5F};
    const Point shoulder{hip.x + 1, hip.y - 46};
    const Point grip{202, 100};
    arm(brush, {shoulder.x + 2, shoulder.y + 3}, {grip.x - 2, grip.y - 4}, 1, paler(theme, Role::accent_strong));
    leg(brush, hip, far, paler(theme, Role::routine));
    shoe(brush, far, kLifted * up, paler(theme, Role::text));
    torso(brush, shoulder, hip);
    head(brush, {shoulder.x, shoulder.y - 9});
    leg(brush, hip, near, theme[Role::routine]);
    shoe(brush, near, kLifted * up, theme[Role::text]);
    arm(brush, {shoulder.x, shoulder.y + 3}, {grip.x - 5, grip.y - 3}, 1, theme[Role::accent_strong]);
    hand(brush, {grip.x, grip.y - 4});
    brush.ink(Role::accent, 3.5F).move(112, 180).line(112, 162).stroke();
    brush.arrow_head(112, 151, 270, 12);
}

void heel_to_toe(Brush& brush, const Pose&) {
    const Theme& theme = brush.theme();
    constexpr float kShoe = 25.5F;  // from heel to toe
    constexpr float kFloor = 190;
    ground_line(brush, kFloor);
    // A firm table along the way.
    brush.ink(Role::bone_line, 8).move(70, 104).line(262, 104).stroke();
    brush.ink(Role::bone_line, 6).move(82, 108).line(82, kFloor - 3).stroke();
    brush.move(250, 108).line(250, kFloor - 3).stroke();
    const Point far{146, kFloor - 9};
    const Point near{far.x + kShoe, far.y};
    const Point hip{far.x + kShoe / 2 - 1, near.y - 76};
    const Point shoulder{hip.x + 2, hip.y - 46};
    leg(brush, hip, far, paler(theme, Role::routine));
    shoe(brush, far, 0, paler(theme, Role::text));
    torso(brush, shoulder, hip);
    head(brush, {shoulder.x, shoulder.y - 9});
    leg(brush, hip, near, theme[Role::routine]);
    shoe(brush, near, 0, theme[Role::text]);
    const Point grip{shoulder.x + 38, 99};
    arm(brush, {shoulder.x, shoulder.y + 3}, {grip.x - 4, grip.y - 2}, 1, theme[Role::accent_strong]);
    hand(brush, grip);
    brush.ink(Role::accent, 3.5F).move(206, 172).line(226, 172).stroke();
    brush.arrow_head(237, 172, 0, 12);
}

void brisk_walk(Brush& brush, const Pose& pose) {
    const Theme& theme = brush.theme();
    const float stride = 4 * pose.phase;
    const Step near = step_at(stride);
    const Step far = step_at(stride + 0.5F);
    const float sway = std::cos(stride * kTurn);
    const Point hip{152, 98 - 2 * (1 - std::cos(2 * stride * kTurn))};
    const Point shoulder{156, hip.y - 46};
    const auto swing_arm = [&](float degrees, Colour cloth) {
        const Point elbow = toward({shoulder.x, shoulder.y + 3}, 90 - degrees, kUpperArm);
        const Point wrist = toward(elbow, 15 - degrees, kForearm);
        arm(brush, {shoulder.x, shoulder.y + 3}, wrist, 1, cloth);
        hand(brush, toward(elbow, 15 - degrees, kForearm + 4));
    };
    ground_line(brush, 176);
    swing_arm(30 * sway, paler(theme, Role::accent_strong));
    const Point far_ankle{hip.x + far.x, 167 + far.y};
    leg(brush, hip, far_ankle, paler(theme, Role::routine));
    shoe(brush, far_ankle, far.turned, paler(theme, Role::text));
    torso(brush, shoulder, hip);
    head(brush, {shoulder.x + 1, shoulder.y - 9});
    const Point near_ankle{hip.x + near.x, 167 + near.y};
    leg(brush, hip, near_ankle, theme[Role::routine]);
    shoe(brush, near_ankle, near.turned, theme[Role::text]);
    swing_arm(-30 * sway, theme[Role::accent_strong]);
    brush.ink(Role::control_line, 3);
    brush.move(52, 66).line(84, 66).stroke();
    brush.move(40, 92).line(80, 92).stroke();
    brush.move(52, 118).line(84, 118).stroke();
    brush.ink(Role::accent, 3.5F).move(222, 92).line(256, 92).stroke();
    brush.arrow_head(268, 92, 0, 12);
}

}  // namespace selfcheck::ui::figures
