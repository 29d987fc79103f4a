// SPDX-License-Identifier: MIT
//
// figures_concept.cpp: drawings of processes: rings of steps and a gauge.
#include <algorithm>
#include <cmath>

#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

Point on_ring(Point centre, float r, float degrees) {
    return {centre.x + r * std::cos(degrees * kDegrees), centre.y + r * std::sin(degrees * kDegrees)};
}

/// The round stage of one step.
void stage(Brush& brush, Point p, float r) {
    brush.ink(Role::control_line).disc(p.x, p.y, r);
    brush.ink(Role::surface).disc(p.x, p.y, r - 1.6F);
}

/// The lower part of a stage filled with bone; with a pit of `depth`.
void ground(Brush& brush, Point p, float r, float depth) {
    const float in = r - 1.6F;
    const float level = p.y + 4;
    const float half = std::sqrt(in * in - 16);
    const float angle = std::asin(4 / in) / kDegrees;
    brush.ink(Role::bone).move(p.x + half, level).arc(p.x, p.y, in, angle, 180 - angle);
    if (depth > 0) {
        brush.line(p.x - 14, level)
            .curve(p.x - 9, level + depth * 1.3F, p.x + 9, level + depth * 1.3F, p.x + 14, level);
    }
    brush.fill();
    brush.ink(Role::bone_line, 2.2F).move(p.x - half, level);
    if (depth > 0) {
        brush.line(p.x - 14, level)
            .curve(p.x - 9, level + depth * 1.3F, p.x + 9, level + depth * 1.3F, p.x + 14, level);
    }
    brush.line(p.x + half, level).stroke();
}

void cell(Brush& brush, float x, float y, float r, Role fill, Role line) {
    brush.ink(line).disc(x, y, r + 1.6F);
    brush.ink(fill).disc(x, y, r);
    brush.ink(line).disc(x, y, r * 0.34F);
}

/// A figure of round strokes that stands, leans or sits: head, back, leg.
void small_person(Brush& brush, Point head, std::initializer_list<Point> body) {
    brush.ink(Role::text, 5);
    limb(brush, body);
    brush.disc(head.x, head.y, 5.2F);
}

/// A place where the circle can be broken: a green disc with a tick, as large as `shown` says.
void remedy(Brush& brush, Point p, float shown) {
    brush.ink(Role::sunken).disc(p.x, p.y, 15 * shown);
    brush.ink(Role::self_care).disc(p.x, p.y, 12 * shown);
    brush.ink(Role::on_tone, 3 * shown)
        .move(p.x - 5 * shown, p.y + 0.4F * shown)
        .line(p.x - 1.4F * shown, p.y + 4 * shown)
        .line(p.x + 5.2F * shown, p.y - 4 * shown)
        .stroke();
}

/// A seesaw with what clears bone on the left and what builds it on the right, the left side down.
void balance(Brush& brush, Point p, float degrees) {
    const Point left = toward(p, 180 - degrees, 26);
    const Point right = toward(p, -degrees, 26);
    brush.ink(Role::control_line, 3).move(p.x, p.y + 2).line(p.x - 8, p.y + 17).line(p.x + 8, p.y + 17).fill();
    brush.ink(Role::text, 3).move(left.x, left.y).line(right.x, right.y).stroke();
    cell(brush, left.x + 1, left.y - 12, 9, Role::muscle, Role::muscle_line);
    cell(brush, right.x - 5, right.y - 7, 4.4F, Role::accent_soft, Role::accent);
    cell(brush, right.x + 5, right.y - 7, 4.4F, Role::accent_soft, Role::accent);
    cell(brush, right.x, right.y - 16, 4.4F, Role::accent_soft, Role::accent);
}

}  // namespace

void arc_arrow(Brush& brush, float x, float y, float r, float from, float to, float head) {
    const float turn = to > from ? 1.0F : -1.0F;
    const float back = turn * head * 0.8F / r / kDegrees;
    brush.move(x + r * std::cos(from * kDegrees), y + r * std::sin(from * kDegrees));
    brush.arc(x, y, r, from, to - back).stroke();
    const Point tip = on_ring({x, y}, r, to);
    brush.arrow_head(tip.x, tip.y, to + turn * 90 - back / 2, head);
}

void remodelling(Brush& brush, const Pose& pose) {
    const Point centre{160, 118};
    constexpr float kRing = 78;
    constexpr float kStage = 36;
    const float lost = ease(pose.phase);  // from as much built as cleared to less
    for (const float from : {-90.0F, 0.0F, 90.0F, 180.0F}) {
        brush.ink(Role::accent, 3.5F);
        arc_arrow(brush, centre.x, centre.y, kRing, from + 30, from + 61, 12);
    }
    // Clearing: a large cell digs a pit.
    const Point clear = on_ring(centre, kRing, -90);
    stage(brush, clear, kStage);
    ground(brush, clear, kStage, 11 + 5 * lost);
    cell(brush, clear.x, clear.y - 1, 10 + 4 * lost, Role::muscle, Role::muscle_line);
    // Tidying: small cells smooth it.
    const Point tidy = on_ring(centre, kRing, 0);
    stage(brush, tidy, kStage);
    ground(brush, tidy, kStage, 11 + 5 * lost);
    cell(brush, tidy.x - 6, tidy.y + 5, 4.4F, Role::soon_soft, Role::soon);
    cell(brush, tidy.x + 6, tidy.y + 5, 4.4F, Role::soon_soft, Role::soon);
    // Building: a row of cells lays new bone, and fewer of them less.
    const Point build = on_ring(centre, kRing, 90);
    stage(brush, build, kStage);
    ground(brush, build, kStage, 11 + 5 * lost);
    const float laid = build.y + 5 + 5 * lost;
    const float floor = build.y + 3 + 0.975F * (11 + 5 * lost);  // where the pit's curve is lowest
    const float pull = laid + (floor - laid) / 0.75F;
    brush.ink(mix(brush.theme()[Role::bone], brush.theme()[Role::accent], 0.35F)).move(build.x - 11.5F, laid);
    brush.curve(build.x - 8, pull, build.x + 8, pull, build.x + 11.5F, laid).fill();
    for (const float x : {-12.0F, 0.0F, 12.0F}) {
        const float size = x > 0 ? 5 * (1 - lost) : 5.0F;
        if (size > 1) cell(brush, build.x + x + 5 * lost, build.y - 2, size, Role::accent_soft, Role::accent);
    }
    // Resting: whole again, or a little lower each time.
    const Point rest = on_ring(centre, kRing, 180);
    stage(brush, rest, kStage);
    ground(brush, rest, kStage, 5.5F * lost);
    brush.ink(Role::accent, 2.6F).move(rest.x - 14, rest.y + 7);
    brush.curve(rest.x - 8, rest.y + 7 + 7 * lost, rest.x + 8, rest.y + 7 + 7 * lost, rest.x + 14, rest.y + 7).stroke();
    balance(brush, centre, 13 * lost);
}

namespace vicious {

constexpr Point kCentre{160, 134};
constexpr float kRing = 90;
constexpr float kStage = 31;
constexpr int kSteps = 5;
constexpr float kStep = 72;  // degrees

float angle(int i) { return -90 + kStep * static_cast<float>(i); }

}  // namespace vicious

std::vector<Point> vicious_circle_steps() {
    using namespace vicious;
    std::vector<Point> steps;
    for (int i = 0; i < kSteps; ++i) steps.push_back(on_ring(kCentre, kRing + kStage - 1, angle(i)));
    return steps;
}

void vicious_circle(Brush& brush, const Pose& pose) {
    using namespace vicious;
    constexpr Point centre = kCentre;
    constexpr float kRound = 0.8F;  // of the phase; then the ways out appear
    const auto place = [&](int i) { return on_ring(centre, kRing, angle(i)); };
    const float gone = std::min(pose.phase / kRound, 1.0F) * kSteps;
    // How far the motion, which begins where the reader comes in, is past a step.
    const int first = static_cast<int>(pose.enters.value_or(0)) % kSteps;
    const auto past = [&](int i) { return gone - static_cast<float>((i - first + kSteps) % kSteps); };
    for (int i = 0; i < kSteps; ++i) {
        const float from = angle(i) + 23;
        const float to = angle(i + 1) - 22;
        const float part = std::clamp(past(i), 0.0F, 1.0F);
        brush.ink(mix(brush.theme()[Role::sunken], brush.theme()[Role::urgent], 0.3F), 3.5F);
        arc_arrow(brush, centre.x, centre.y, kRing, from, to, 12);
        brush.ink(Role::urgent, 3.5F);
        if (part > 0) arc_arrow(brush, centre.x, centre.y, kRing, from, from + 11 + part * (to - from - 11), 12);
    }
    for (int i = 0; i < kSteps; ++i) {
        // The step that the arrow has just come to stands out for a moment, the reader's own for good.
        float grown = pose.phase < kRound ? std::max(0.0F, 1 - std::abs(past(i) - 0.15F) / 0.5F) : 0.0F;
        if (pose.enters && i == first) grown = 2;
        if (grown > 0) brush.ink(Role::urgent).disc(place(i).x, place(i).y, kStage + 2.5F * grown);
        stage(brush, place(i), kStage);
    }
    // Less muscle.
    Point p = place(0);
    muscle_belly(brush, {p.x - 23, p.y}, {p.x + 23, p.y}, 9);
    // Less load on bone: a light weight on it.
    p = place(1);
    long_bone(brush, {p.x - 15, p.y + 10}, {p.x + 15, p.y + 10}, 4.6F);
    brush.ink(Role::control_line, 2.6F).move(p.x, p.y - 20).line(p.x, p.y - 7).stroke();
    brush.arrow_head(p.x, p.y - 1, 90, 8);
    // Thinner bone.
    p = place(2);
    sponge(brush, p, 21, 9, 0.95F);
    // Less support: a bone with a crack.
    p = place(3);
    long_bone(brush, {p.x - 15, p.y + 7}, {p.x + 15, p.y - 7}, 4.8F);
    brush.ink(Role::emergency, 2.4F).move(p.x - 1, p.y - 8).line(p.x + 2.5F, p.y - 2).line(p.x - 2, p.y + 2);
    brush.line(p.x + 1.5F, p.y + 8).stroke();
    // Less movement: sitting.
    p = place(4);
    brush.ink(Role::control_line, 3.4F).move(p.x - 12, p.y - 10).line(p.x - 12, p.y + 17).stroke();
    brush.move(p.x - 12, p.y + 8).line(p.x + 6, p.y + 8).line(p.x + 6, p.y + 17).stroke();
    small_person(brush, {p.x - 2, p.y - 16},
                 {{p.x - 5, p.y - 6}, {p.x - 5, p.y + 4}, {p.x + 9, p.y + 4}, {p.x + 11, p.y + 16}});
    const float shown = ease(std::clamp((pose.phase - kRound) / (1 - kRound), 0.0F, 1.0F));
    for (const std::size_t i : pose.broken_after) {
        if (shown > 0) remedy(brush, on_ring(centre, kRing - 42, angle(static_cast<int>(i)) + kStep / 2), shown);
    }
}

void t_gauge(Brush& brush, const Pose&) {
    // From -4 to +2 along an arc of 180 degrees; the bounds are at -2.5 and -1.
    const Point centre{160, 128};
    constexpr float kRing = 92;
    const auto angle = [](float score) { return 180 + (score + 4) * 30; };
    const auto band = [&](float from, float to, Role role) {
        const Point start = on_ring(centre, kRing, angle(from) + 1.2F);
        brush.ink(role, 26).move(start.x, start.y);
        brush.arc(centre.x, centre.y, kRing, angle(from) + 1.2F, angle(to) - 1.2F).stroke_flat();
    };
    band(-4, -2.5F, Role::soon);
    band(-2.5F, -1, Role::routine);
    band(-1, 2, Role::self_care);
    for (const float score : {-2.5F, -1.0F}) {
        const Point inner = on_ring(centre, kRing - 21, angle(score));
        const Point outer = on_ring(centre, kRing + 21, angle(score));
        brush.ink(Role::text, 3).move(inner.x, inner.y).line(outer.x, outer.y).stroke();
    }
    // Dense, thinner, worn: what the bands stand for.
    sponge(brush, on_ring(centre, kRing - 40, angle(0.5F)), 17, 8, 0);
    sponge(brush, on_ring(centre, kRing - 40, angle(-1.75F)), 17, 8, 0.5F);
    sponge(brush, on_ring(centre, kRing - 40, angle(-3.35F)), 17, 8, 1);
}

}  // namespace selfcheck::ui::figures
