// SPDX-License-Identifier: MIT
#include "app/damage.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

namespace selfcheck::app {
namespace {

/// Soft edges, and glyphs that the renderer moves to whole pixels.
constexpr int kMargin = 2;

bool same(const ImDrawVert& a, const ImDrawVert& b) {
    return a.pos.x == b.pos.x && a.pos.y == b.pos.y && a.uv.x == b.uv.x && a.uv.y == b.uv.y && a.col == b.col;
}

/// The vertices from `first` up to `last` are in one of two frames only.
struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
};

class Bounds {
public:
    /// A triangle of which one corner changed may change all over.
    void add(std::span<const ImDrawVert> vertices, std::span<const ImDrawIdx> indices, Range changed) {
        for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
            const auto corners = indices.subspan(i, 3);
            const bool touches = std::any_of(corners.begin(), corners.end(), [&](ImDrawIdx one) {
                return one >= changed.first && one < changed.last;
            });
            if (!touches) continue;
            for (const ImDrawIdx corner : corners) add(vertices[corner].pos);
        }
    }
    [[nodiscard]] bool empty() const { return right_ < left_; }
    [[nodiscard]] Region pixels(ImVec2 origin, float density) const {
        return {static_cast<int>(std::floor((left_ - origin.x) * density)) - kMargin,
                static_cast<int>(std::floor((top_ - origin.y) * density)) - kMargin,
                static_cast<int>(std::ceil((right_ - origin.x) * density)) + kMargin,
                static_cast<int>(std::ceil((bottom_ - origin.y) * density)) + kMargin};
    }

private:
    void add(ImVec2 point) {
        left_ = std::min(left_, point.x);
        top_ = std::min(top_, point.y);
        right_ = std::max(right_, point.x);
        bottom_ = std::max(bottom_, point.y);
    }

    float left_ = INFINITY;
    float top_ = INFINITY;
    float right_ = -INFINITY;
    float bottom_ = -INFINITY;
};

template <typename T>
std::span<const T> all(const ImVector<T>& items) {
    return {items.Data, static_cast<std::size_t>(items.Size)};
}

}  // namespace

Region Damage::next(const ImDrawData& data, ui::Colour background) {
    const ImDrawList& list = *data.CmdLists.front();
    const auto vertices = all(list.VtxBuffer);
    const auto indices = all(list.IdxBuffer);
    std::vector<Command> commands;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.ElemCount > 0) commands.push_back({command.ClipRect, command.GetTexID()});
    }
    const float density = data.FramebufferScale.x;
    const Region whole{0, 0, static_cast<int>(std::lround(data.DisplaySize.x * density)),
                       static_cast<int>(std::lround(data.DisplaySize.y * density))};

    Region region = whole;
    if (is_comparable(data, background, commands)) {
        const std::size_t shorter = std::min(vertices.size(), vertices_.size());
        std::size_t before = 0;
        while (before < shorter && same(vertices[before], vertices_[before])) ++before;
        std::size_t after = 0;
        while (after < shorter - before &&
               same(vertices[vertices.size() - 1 - after], vertices_[vertices_.size() - 1 - after])) {
            ++after;
        }
        Bounds bounds;
        bounds.add(vertices_, indices_, {before, vertices_.size() - after});
        bounds.add(vertices, indices, {before, vertices.size() - after});
        region = bounds.empty() ? Region{} : bounds.pixels(data.DisplayPos, density);
        region.left = std::max(region.left, whole.left);
        region.top = std::max(region.top, whole.top);
        region.right = std::min(region.right, whole.right);
        region.bottom = std::min(region.bottom, whole.bottom);
    }

    known_ = true;
    size_ = data.DisplaySize;
    origin_ = data.DisplayPos;
    density_ = density;
    background_ = background;
    commands_ = std::move(commands);
    vertices_.assign(vertices.begin(), vertices.end());
    indices_.assign(indices.begin(), indices.end());
    return region;
}

bool Damage::is_comparable(const ImDrawData& data, ui::Colour background, const std::vector<Command>& commands) const {
    const auto alike = [](const Command& a, const Command& b) {
        return a.texture == b.texture && std::memcmp(&a.clip, &b.clip, sizeof a.clip) == 0;
    };
    return known_ && background == background_ && data.FramebufferScale.x == density_ &&
           data.DisplaySize.x == size_.x && data.DisplaySize.y == size_.y && data.DisplayPos.x == origin_.x &&
           data.DisplayPos.y == origin_.y &&
           std::equal(commands.begin(), commands.end(), commands_.begin(), commands_.end(), alike);
}

}  // namespace selfcheck::app
