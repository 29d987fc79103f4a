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
    const Point outline[] = {axis.at(0, -wide),       axis.at(0.22F * l, -slim * 1.1F), axis.at(0.5F * l, -slim),
                             axis.at(0.78F * l, -slim * 1.1F), axis.at(l, -wide),       axis.at(l, wide),
                             axis.at(0.78F * l, slim * 1.1F),  axis.at(0.5F * l, slim), axis.at(0.22F * l, slim * 1.1F),
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
    const Point front_waist = at(w - waist, 0);
    const Point back_waist = at(-w + waist, 0);
    const auto trace = [&] {
        const auto side = [&](Point to, Point through) { brush.curve(through.x, through.y, through.x, through.y, to.x, to.y); };
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

void muscle_belly(Brush& brush, Point from, Point to, float bulge) {
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
    sinew(Role::muscle_line, tendon + 2 * kLine);
    sinew(Role::bone, tendon);
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

void sponge(Brush& brush, Point centre, float radius, float spacing, float open) {
    const Colour pore = mix(brush.theme()[Role::sunken], brush.theme()[Role::bone_line], 0.10F);
    const Colour edge = mix(brush.theme()[Role::bone], brush.theme()[Role::bone_line], 0.55F);
    brush.ink(Role::bone_line).disc(centre.x, centre.y, radius);
    brush.ink(Role::bone).disc(centre.x, centre.y, radius - kLine);
    const float shell = 10 - 6 * open;  // the dense outer layer thins as well
    const float most = radius - kLine - shell;
    const float least_r = spacing * (0.24F + 0.23F * open);
    struct Pore {
        Point at;
        float r;
    };
    Pore pores[200];
    int count = 0;
    const float row_height = spacing * 0.88F;
    const int rows = static_cast<int>(radius / row_height) + 1;
    const int columns = static_cast<int>(radius / spacing) + 1;
    unsigned seed = 7;
    const auto jitter = [&] {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<float>(seed >> 16 & 0xFF) / 255 - 0.5F;
    };
    for (int row = -rows; row <= rows; ++row) {
        for (int column = -columns; column <= columns; ++column) {
            const float shift = (row & 1) != 0 ? spacing / 2 : 0;
            const Point p{centre.x + static_cast<float>(column) * spacing + shift + spacing * 0.22F * jitter(),
                          centre.y + static_cast<float>(row) * row_height + spacing * 0.22F * jitter()};
            float r = least_r * (1 + 0.22F * jitter());
            const float out = std::hypot(p.x - centre.x, p.y - centre.y);
            r = std::min(r, most - out);
            if (r < 1.6F || count == 200) continue;
            pores[count++] = {p, r};
        }
    }
    // Where the mesh is worn, some struts between two pores are gone.
    const auto bridges = [&](float grow) {
        if (open < 0.5F) return;
        for (int i = 0; i + 1 < count; i += 3) {
            const Point a = pores[i].at;
            const Point b = pores[i + 1].at;
            if (std::hypot(b.x - a.x, b.y - a.y) > 1.5F * spacing) continue;
            const float wide = 1.1F * std::min(pores[i].r, pores[i + 1].r);
            brush.ink(grow > 0 ? edge : pore, wide + 2 * grow).move(a.x, a.y).line(b.x, b.y).stroke();
        }
    };
    for (int i = 0; i < count; ++i) brush.ink(edge).disc(pores[i].at.x, pores[i].at.y, pores[i].r + 1);
    bridges(1);
    for (int i = 0; i < count; ++i) brush.ink(pore).disc(pores[i].at.x, pores[i].at.y, pores[i].r);
    bridges(0);
}

void welcome(Brush& brush) {
    const Theme& theme = brush.theme();
    const Colour calm = mix(theme[Role::sunken], theme[Role::accent_soft], 0.75F);
    brush.ink(calm).disc(160, 86, 70);
    brush.ink(mix(theme[Role::sunken], theme[Role::accent_soft], 0.35F), 2).ring(160, 86, 79);
    long_bone(brush, {74, 116}, {246, 116}, 13);
    muscle_belly(brush, {64, 104}, {256, 104}, 34);
    long_bone(brush, {74, 116}, {246, 116}, 13);
}

void trabeculae(Brush& brush) {
    sponge(brush, {82, 84}, 66, 15, 0.18F);
    sponge(brush, {238, 84}, 66, 15, 0.92F);
    brush.ink(Role::muted, 3).move(151, 84).line(165, 84).stroke();
    brush.arrow_head(172, 84, 0, 11);
}

void vertebra(Brush& brush) {
    const Theme& theme = brush.theme();
    const Colour disc = mix(theme[Role::sunken], theme[Role::routine], 0.30F);
    // Left: three bodies of full height with their discs.
    for (const float y : {71.0F, 125.0F}) brush.ink(disc).ellipse(92, y, 27, 6.5F);
    for (const float y : {44.0F, 98.0F, 152.0F}) vertebral_body(brush, {92, y}, 58, 42, 42, 0);
    // Right: the middle one pressed flat at the front; what stands above leans forward and lower.
    brush.ink(disc).ellipse(235, 93, 27, 6, 15).ellipse(230, 129, 27, 6.5F);
    vertebral_body(brush, {230, 156}, 58, 42, 42, 0);
    vertebral_body(brush, {232, 111}, 58, 38, 16, 0.13F);
    vertebral_body(brush, {243, 69}, 58, 42, 42, 0.27F);
    // How much lower.
    brush.ink(Role::control_line, 1.6F);
    for (float x = 128; x < 296; x += 9) brush.move(x, 22).line(x + 4, 22).stroke();
    brush.ink(Role::urgent, 3).move(288, 26).line(288, 44).stroke();
    brush.arrow_head(288, 54, 90, 12);
}

}  // namespace selfcheck::ui::figures
