// SPDX-License-Identifier: MIT
#include "ui/brush.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace selfcheck::ui {
namespace {

constexpr float kDegrees = 3.14159265F / 180;

ImVec2 vec(Point p) { return {p.x, p.y}; }

bool same(ImVec2 a, ImVec2 b) { return std::abs(a.x - b.x) < 0.05F && std::abs(a.y - b.y) < 0.05F; }

}  // namespace

Brush::Brush(ImDrawList& list, Rect rect, float grid, const Theme& theme)
    : list_(list), rect_(rect), scale_(rect.width / grid), theme_(theme) {}

float Brush::thickness() const { return std::max(width_ * scale_, 1.0F); }

Brush& Brush::ink(Role role, float width) { return ink(theme_[role], width); }

Brush& Brush::ink(Colour colour, float width) {
    colour_ = IM_COL32(colour.r, colour.g, colour.b, 255);
    width_ = width;
    return *this;
}

Brush& Brush::move(float x, float y) {
    list_.PathClear();
    return line(x, y);
}

Brush& Brush::line(float x, float y) {
    list_.PathLineTo(vec(at(x, y)));
    pen_ = {x, y};
    return *this;
}

Brush& Brush::curve(float x1, float y1, float x2, float y2, float x, float y) {
    list_.PathBezierCubicCurveTo(vec(at(x1, y1)), vec(at(x2, y2)), vec(at(x, y)));
    pen_ = {x, y};
    return *this;
}

Brush& Brush::arc(float x, float y, float r, float from, float to) {
    // Joined without a second point in the same place, which would bend the line's edge.
    auto& path = list_._Path;
    const Point start = at(x + r * std::cos(from * kDegrees), y + r * std::sin(from * kDegrees));
    if (path.Size > 0 && same(path.back(), vec(start))) path.pop_back();
    list_.PathArcTo(vec(at(x, y)), r * scale_, from * kDegrees, to * kDegrees);
    pen_ = {x + r * std::cos(to * kDegrees), y + r * std::sin(to * kDegrees)};
    return *this;
}

Brush& Brush::stroke(bool closed) {
    auto& path = list_._Path;
    if (path.Size > 1 && same(path.front(), path.back())) {
        path.pop_back();
        closed = true;
    }
    const float thick = thickness();
    const bool round = path.Size > 0 && !closed && thick > 1.5F;
    // Copied, because a circle is drawn through the same path.
    const ImVec2 first = round ? path.front() : ImVec2{};
    const ImVec2 last = round ? path.back() : ImVec2{};
    list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, thick);
    if (round) {
        list_.AddCircleFilled(first, thick / 2, colour_);
        list_.AddCircleFilled(last, thick / 2, colour_);
    }
    return *this;
}

Brush& Brush::stroke_flat() {
    list_.PathStroke(colour_, ImDrawFlags_None, thickness());
    return *this;
}

Brush& Brush::fill() {
    auto& path = list_._Path;
    if (path.Size > 1 && same(path.front(), path.back())) path.pop_back();
    list_.PathFillConcave(colour_);
    return *this;
}

Brush& Brush::disc(float x, float y, float r) {
    list_.AddCircleFilled(vec(at(x, y)), r * scale_, colour_);
    return *this;
}

Brush& Brush::ring(float x, float y, float r) {
    list_.AddCircle(vec(at(x, y)), r * scale_, colour_, 0, thickness());
    return *this;
}

Brush& Brush::ellipse(float x, float y, float rx, float ry, float turned) {
    list_.AddEllipseFilled(vec(at(x, y)), {rx * scale_, ry * scale_}, colour_, turned * kDegrees);
    return *this;
}

Brush& Brush::box(float x, float y, float width, float height, float r) {
    list_.AddRectFilled(vec(at(x, y)), vec(at(x + width, y + height)), colour_, r * scale_);
    return *this;
}

Brush& Brush::frame(float x, float y, float width, float height, float r) {
    list_.AddRect(vec(at(x, y)), vec(at(x + width, y + height)), colour_, r * scale_, 0, thickness());
    return *this;
}

Brush& Brush::smooth(std::span<const Point> points, bool closed) {
    const auto count = static_cast<int>(points.size());
    if (count < 2) return *this;
    const auto point = [&](int i) {
        const int wrapped = closed ? (i + count) % count : std::clamp(i, 0, count - 1);
        return points[static_cast<std::size_t>(wrapped)];
    };
    move(point(0).x, point(0).y);
    const int pieces = closed ? count : count - 1;
    for (int i = 0; i < pieces; ++i) {
        const Point before = point(i - 1);
        const Point from = point(i);
        const Point to = point(i + 1);
        const Point after = point(i + 2);
        curve(from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6, to.x - (after.x - from.x) / 6,
              to.y - (after.y - from.y) / 6, to.x, to.y);
    }
    return *this;
}

Brush& Brush::blob(std::initializer_list<Point> points) {
    return smooth(std::span<const Point>(points.begin(), points.size()), true);
}

Brush& Brush::arrow_head(float x, float y, float degrees, float length) {
    const auto corner = [&](float turned) {
        const float angle = (degrees + 180 + turned) * kDegrees;
        return vec(at(x + length * std::cos(angle), y + length * std::sin(angle)));
    };
    list_.AddTriangleFilled(vec(at(x, y)), corner(-32), corner(32), colour_);
    return *this;
}

}  // namespace selfcheck::ui
