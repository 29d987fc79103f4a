// SPDX-License-Identifier: MIT
//
// figures_bone.cpp: bone and muscle as forms, and the drawings made of them.
#include <algorithm>
#include <cmath>

#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

/// Turns a line into a frame of reference: `along` runs from 0 to length, `across` to its right.
struct Axis {
    Point from;
    Point unit;
    float length;

    Axis(Point a, Point b) : from(a), length(std::hypot(b.x - a.x, b.y - a.y)) {
        unit = {(b.x - a.x) / length, (b.y - a.y) / length};
    }
    [[nodiscard]] Point at(float along, float across) const {
        return {from.x + along * unit.x - across * unit.y, from.y + along * unit.y + across * unit.x};
    }
    [[nodiscard]] float degrees() const { return std::atan2(unit.y, unit.x) * 180 / 3.14159265F; }
};

void bone_shape(Brush& brush, const Axis& axis, float r, float grow) {
    const float lobe = 1.18F * r + grow;
    for (const float end : {0.0F, axis.length}) {
        for (const float side : {-0.92F * r, 0.92F * r}) {
            const Point p = axis.at(end, side);
            brush.disc(p.x, p.y, lobe);
        }
    }
    // The shaft is slimmer in the middle.
    const float wide = 1.05F * r + grow;
    const float slim = 0.72F * r + grow;
    const float l = axis.length;
    const Point outline[] = {axis.at(0, -wide),
                             axis.at(0.22F * l, -slim * 1.1F),
                             axis.at(0.5F * l, -slim),
                             axis.at(0.78F * l, -slim * 1.1F),
                             axis.at(l, -wide),
                             axis.at(l, wide),
                             axis.at(0.78F * l, slim * 1.1F),
                             axis.at(0.5F * l, slim),
                             axis.at(0.22F * l, slim * 1.1F),
                             axis.at(0, wide)};
    brush.smooth(outline, true).fill();
}

void belly_path(Brush& brush, const Axis& axis, float bulge) {
    const float l = axis.length;
    const Point a = axis.at(0, 0);
    const Point a1 = axis.at(0.22F * l, -1.3F * bulge);
    const Point b1 = axis.at(0.78F * l, -1.3F * bulge);
    const Point b = axis.at(l, 0);
    const Point b2 = axis.at(0.78F * l, 1.3F * bulge);
    const Point a2 = axis.at(0.22F * l, 1.3F * bulge);
    brush.move(a.x, a.y).curve(a1.x, a1.y, b1.x, b1.y, b.x, b.y).curve(b2.x, b2.y, a2.x, a2.y, a.x, a.y);
}

// Vertebra corners, clockwise from the upper back; the front is on the right.
void vertebral_body(Brush& brush, Point centre, float width, float back, float front, float lean) {
    const float c = std::cos(lean);
    const float s = std::sin(lean);
    const auto at = [&](float x, float y) { return Point{centre.x + x * c - y * s, centre.y + x * s + y * c}; };
    const float w = width / 2;
    const float waist = 0.10F * width;
    const Point corner[] = {at(-w, -back / 2), at(w, -front / 2), at(w, front / 2), at(-w, back / 2)};
    const Point top = at(0, -(back + front) / 4 + 2.5F);
    const Point bottom = at(0, (back + front) / 4 - 2.5F);
    const Point front_waist = at(w - waist * front / back, 0);
    const Point back_waist = at(-w + waist, 0);
    const auto trace = [&] {
        const auto side = [&](Point to, Point through) {
            brush.curve(through.x, through.y, through.x, through.y, to.x, to.y);
        };
        brush.move(corner[0].x, corner[0].y);
        side(corner[1], top);
        side(corner[2], front_waist);
        side(corner[3], bottom);
        side(corner[0], back_waist);
    };
    trace();
    brush.ink(Role::bone).fill();
    trace();
    brush.ink(Role::bone_line, 2.4F).stroke(true);
    // The process behind, where the back can be felt.
    const Point root = at(-w + 1, 0.1F * back);
    const Point tip = at(-w - 0.42F * width, 0.45F * back);
    brush.ink(Role::bone_line, 9.5F).move(root.x, root.y).line(tip.x, tip.y).stroke();
    brush.ink(Role::bone, 5).move(root.x, root.y).line(tip.x, tip.y).stroke();
}

}  // namespace

void long_bone(Brush& brush, Point from, Point to, float r) {
    const Axis axis(from, to);
    brush.ink(Role::bone_line);
    bone_shape(brush, axis, r, kLine);
    brush.ink(Role::bone);
    bone_shape(brush, axis, r, 0);
}

void muscle_belly(Brush& brush, Point from, Point to, float bulge, bool tendons) {
    const Axis axis(from, to);
    const float l = axis.length;
    const Axis belly(axis.at(0.12F * l, 0), axis.at(0.88F * l, 0));
    const float tendon = std::clamp(0.28F * bulge, 3.0F, 9.0F);
    const auto sinew = [&](Role role, float width) {
        brush.ink(role, width).move(from.x, from.y);
        const Point start = axis.at(0.2F * l, 0);
        brush.line(start.x, start.y).stroke();
        const Point end = axis.at(0.8F * l, 0);
        brush.move(end.x, end.y).line(to.x, to.y).stroke();
    };
    if (tendons) {
        sinew(Role::muscle_line, tendon + 2 * kLine);
        sinew(Role::bone, tendon);
    }
    belly_path(brush, belly, bulge);
    brush.ink(Role::muscle).fill();
    // Fibres run from tendon to tendon.
    const Colour fibre = mix(brush.theme()[Role::muscle], brush.theme()[Role::muscle_line], 0.45F);
    const float b = belly.length;
    for (const float part : {-0.62F, -0.22F, 0.22F, 0.62F}) {
        const Point p = belly.at(0.1F * b, part * bulge * 0.42F);
        const Point q = belly.at(0.9F * b, part * bulge * 0.42F);
        const Point p1 = belly.at(0.32F * b, part * bulge * 1.16F);
        const Point q1 = belly.at(0.68F * b, part * bulge * 1.16F);
        brush.ink(fibre, 1.6F).move(p.x, p.y).curve(p1.x, p1.y, q1.x, q1.y, q.x, q.y).stroke();
    }
    belly_path(brush, belly, bulge);
    brush.ink(Role::muscle_line, kLine).stroke(true);
}

void sponge(Brush& brush, Point centre, float radius, float spacing, float worn) {
    // Bone is the lighter of the two on paper and in the dark.
    const Theme& theme = brush.theme();
    const bool dark = theme.dark();
    const Colour solid = dark ? mix(theme[Role::bone], theme[Role::bone_line], 0.75F) : theme[Role::bone];
    const Colour hollow = dark ? theme[Role::page] : mix(theme[Role::sunken], theme[Role::bone_line], 0.22F);
    const Colour edge = dark ? solid : mix(theme[Role::bone], theme[Role::bone_line], 0.7F);
    const float shell = radius * (0.15F - 0.09F * worn);  // the dense outer layer thins as well
    const float inside = radius - kLine - shell;
    brush.ink(Role::bone_line).disc(centre.x, centre.y, radius);
    brush.ink(solid).disc(centre.x, centre.y, radius - kLine);
    brush.ink(edge).disc(centre.x, centre.y, inside + 1);
    brush.ink(hollow).disc(centre.x, centre.y, inside);

    // A honeycomb with its corners shaken: each joins its right and, every second one, its lower
    // neighbour.
    const int across = static_cast<int>(inside / (0.87F * spacing)) + 2;
    const int down = static_cast<int>(inside / (1.5F * spacing) * 1.5F) + 2;
    const auto shake = [](int i, int j, int salt) {
        auto hash = static_cast<unsigned>(i * 73856093) ^ static_cast<unsigned>(j * 19349663) ^
                    static_cast<unsigned>(salt * 83492791);
        hash = (hash ^ (hash >> 13)) * 1274126177U;
        return static_cast<float>((hash >> 16) & 0xFF) / 255;
    };
    const auto corner = [&](int i, int j) {
        const float lift = ((i + j) & 1) != 0 ? 0.25F : -0.25F;
        return Point{centre.x + spacing * (0.87F * static_cast<float>(i) + 0.5F * (shake(i, j, 1) - 0.5F)),
                     centre.y + spacing * (1.2F * static_cast<float>(j) + lift + 0.5F * (shake(i, j, 2) - 0.5F))};
    };
    const auto within = [&](Point p) { return std::hypot(p.x - centre.x, p.y - centre.y) < inside; };
    const auto to_shell = [&](Point p) {
        const float far = std::hypot(p.x - centre.x, p.y - centre.y);
        const float share = std::min(1.0F, (inside + 1) / far);
        return Point{centre.x + (p.x - centre.x) * share, centre.y + (p.y - centre.y) * share};
    };
    const auto strut = [&](Point a, Point b, float fate, Colour colour, float width) {
        if (!within(a) && !within(b)) return;
        a = to_shell(a);
        b = to_shell(b);
        // Some break off, first to a stub and then whole.
        constexpr float kStub = 0.4F;
        const float lost = 0.34F * worn;
        const auto left = [&](float limit) { return std::clamp((fate - limit) / 0.03F, 0.0F, 1.0F); };
        const float kept = kStub * left(0.5F * lost) + (1 - kStub) * left(lost);
        if (worn > 0 && kept <= 0) return;
        if (worn > 0) b = {a.x + kept * (b.x - a.x), a.y + kept * (b.y - a.y)};
        brush.ink(colour, width).move(a.x, a.y).line(b.x, b.y).stroke();
    };
    const float width = spacing * (0.44F - 0.26F * worn);
    for (const bool outline : {true, false}) {
        const Colour colour = outline ? edge : solid;
        const float wide = outline ? width + 0.14F * spacing : width;
        for (int j = -down; j <= down; ++j) {
            for (int i = -across; i <= across; ++i) {
                strut(corner(i, j), corner(i + 1, j), shake(i, j, 3), colour, wide);
                if (((i + j) & 1) != 0) strut(corner(i, j), corner(i, j + 1), shake(i, j, 4), colour, wide);
            }
        }
    }
}

void bone_and_muscle(Brush& brush, const Pose&) {
    const Theme& theme = brush.theme();
    brush.ink(mix(theme[Role::sunken], theme[Role::accent_soft], 0.5F)).disc(160, 86, 82);
    brush.ink(mix(theme[Role::sunken], theme[Role::accent_soft], 1)).disc(160, 86, 64);
    const Axis bone({84, 130}, {236, 100});
    const float l = bone.length;
    // The tendons of the muscle pass behind the ends of the bone it moves.
    const float over = -35;
    const auto sinew = [&](Role role, float width) {
        brush.ink(role, width);
        const Point left = bone.at(2, -6);
        const Point left_turn = bone.at(6, over);
        const Point left_end = bone.at(0.24F * l, over);
        brush.move(left.x, left.y)
            .curve(left_turn.x, left_turn.y, left_turn.x, left_turn.y, left_end.x, left_end.y)
            .stroke();
        const Point right = bone.at(l - 2, -6);
        const Point right_turn = bone.at(l - 6, over);
        const Point right_end = bone.at(0.76F * l, over);
        brush.move(right.x, right.y)
            .curve(right_turn.x, right_turn.y, right_turn.x, right_turn.y, right_end.x, right_end.y)
            .stroke();
    };
    sinew(Role::bone_line, 11 + 2 * kLine);
    sinew(Role::bone, 11);
    muscle_belly(brush, bone.at(-0.04F * l, over - 3), bone.at(1.04F * l, over - 3), 25, false);
    long_bone(brush, {84, 130}, {236, 100}, 12);
}

void trabeculae(Brush& brush, const Pose& pose) {
    sponge(brush, {82, 84}, 68, 15, 0);
    sponge(brush, {238, 84}, 68, 15, ease(pose.phase));
    brush.ink(Role::muted, 3).move(154, 84).line(160, 84).stroke();
    brush.arrow_head(167, 84, 0, 10);
}

void vertebra(Brush& brush, const Pose& pose) {
    const Theme& theme = brush.theme();
    const float pressed = ease(pose.phase);
    const auto to = [&](float whole, float flat) { return whole + pressed * (flat - whole); };
    const Colour disc = mix(theme[Role::sunken], theme[Role::routine], 0.30F);
    // Left: three bodies of full height with their discs.
    for (const float y : {75.0F, 129.0F}) brush.ink(disc).ellipse(92, y, 27, 6.5F);
    for (const float y : {48.0F, 102.0F, 156.0F}) vertebral_body(brush, {92, y}, 58, 42, 42, 0);
    // Right: the middle one is pressed flat at the front; what stands above leans forward and lower.
    brush.ink(disc).ellipse(to(230, 235), to(75, 93), 27, to(6.5F, 6), to(0, 15)).ellipse(230, 129, 27, 6.5F);
    vertebral_body(brush, {230, 156}, 58, 42, 42, 0);
    vertebral_body(brush, {to(230, 232), to(102, 111)}, 58, to(42, 38), to(42, 16), to(0, 0.13F));
    vertebral_body(brush, {to(230, 243), to(48, 69)}, 58, 42, 42, to(0, 0.27F));
    // How much lower.
    brush.ink(Role::control_line, 1.6F);
    for (float x = 128; x < 296; x += 9) brush.move(x, 26).line(x + 4, 26).stroke();
    if (pressed < 0.5F) return;
    const float tip = 40 + 14 * (2 * pressed - 1);
    brush.ink(Role::urgent, 3).move(288, 29).line(288, tip - 9).stroke();
    brush.arrow_head(288, tip, 90, 12);
}

}  // namespace selfcheck::ui::figures
