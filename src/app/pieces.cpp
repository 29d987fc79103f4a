// SPDX-License-Identifier: MIT
#include "app/pieces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <span>

namespace selfcheck::app {
namespace {

/// Soft edges, and glyphs that the renderer moves to whole pixels.
constexpr int kMargin = 2;

/// Good enough to tell some thousand shapes apart: FNV-1a, over words instead of bytes.
class Hash {
public:
    void add(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x100000001b3U;
        value_ ^= value_ >> 29U;
    }
    template <typename T>
    void add_bytes_of(const T& item) {
        static_assert(sizeof(T) % sizeof(std::uint32_t) == 0);
        std::array<std::uint32_t, sizeof(T) / sizeof(std::uint32_t)> words;
        std::memcpy(words.data(), &item, sizeof(T));
        for (const std::uint32_t word : words) add(word);
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

class PieceReader {
public:
    PieceReader(const ImDrawData& data, std::vector<Piece>& pieces)
        : origin_(data.DisplayPos), density_(data.FramebufferScale.x), canvas_(canvas_of(data)), pieces_(pieces) {}

    void read(const ImDrawList& list) {
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const std::span<const ImDrawIdx> all(list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.Size));
            const auto indices = all.subspan(command.IdxOffset, command.ElemCount);
            const ImVec4& clip = command.ClipRect;
            clip_ = intersection(pixels(clip.x, clip.y, clip.z, clip.w, 0), canvas_);
            texture_ = command.GetTexID();
            vertex_offset_ = command.VtxOffset;
            if (!clip_.empty()) read(list.VtxBuffer.Data + command.VtxOffset, indices, command.IdxOffset);
        }
    }

private:
    /// A piece ends where a triangle has only vertices that none before it had.
    void read(const ImDrawVert* vertices, std::span<const ImDrawIdx> indices, unsigned offset) {
        std::size_t begin = 0;
        ImDrawIdx lowest = std::numeric_limits<ImDrawIdx>::max();
        ImDrawIdx highest = 0;
        for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
            const auto [low, high] = std::minmax({indices[i], indices[i + 1], indices[i + 2]});
            if (i > begin && low > highest) {
                add({vertices + lowest, vertices + highest + 1}, offset + begin, i - begin);
                begin = i;
                lowest = low;
                highest = high;
            }
            lowest = std::min(lowest, low);
            highest = std::max(highest, high);
        }
        if (begin < indices.size()) {
            add({vertices + lowest, vertices + highest + 1}, offset + begin, indices.size() - begin);
        }
    }

    void add(std::span<const ImDrawVert> vertices, std::size_t first, std::size_t count) {
        float left = vertices.front().pos.x;
        float top = vertices.front().pos.y;
        float right = left;
        float bottom = top;
        Hash hash;
        for (const ImDrawVert& vertex : vertices) {
            left = std::min(left, vertex.pos.x);
            top = std::min(top, vertex.pos.y);
            right = std::max(right, vertex.pos.x);
            bottom = std::max(bottom, vertex.pos.y);
            hash.add_bytes_of(vertex);
        }
        const Region region = intersection(pixels(left, top, right, bottom, kMargin), clip_);
        if (region.empty()) return;
        hash.add_bytes_of(clip_);
        hash.add(texture_);
        pieces_.push_back({region, clip_, texture_, vertex_offset_, static_cast<unsigned>(first),
                           static_cast<unsigned>(count), hash.value()});
    }

    [[nodiscard]] Region pixels(float left, float top, float right, float bottom, int margin) const {
        const auto low = [&](float length) { return static_cast<int>(std::floor(length * density_)) - margin; };
        const auto high = [&](float length) { return static_cast<int>(std::ceil(length * density_)) + margin; };
        return {low(left - origin_.x), low(top - origin_.y), high(right - origin_.x), high(bottom - origin_.y)};
    }

    ImVec2 origin_;
    float density_;
    Region canvas_;
    std::vector<Piece>& pieces_;
    Region clip_;
    ImTextureID texture_ = ImTextureID_Invalid;
    unsigned vertex_offset_ = 0;
};

}  // namespace

Region canvas_of(const ImDrawData& data) {
    const float density = data.FramebufferScale.x;
    return {0, 0, static_cast<int>(std::lround(data.DisplaySize.x * density)),
            static_cast<int>(std::lround(data.DisplaySize.y * density))};
}

void take_apart(const ImDrawData& data, std::vector<Piece>& pieces) {
    pieces.clear();
    PieceReader(data, pieces).read(*data.CmdLists.front());
}

}  // namespace selfcheck::app
