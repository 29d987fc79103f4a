// SPDX-License-Identifier: MIT
#include "app/damage.h"

#include <algorithm>

namespace selfcheck::app {
namespace {

/// Each region is a clear and a draw call of its own.
constexpr std::size_t kMostRegions = 4;

/// Finding out about more new pieces takes longer than it saves.
constexpr std::size_t kMostChanges = 250;

/// Two regions are one when so few rows of device pixels lie between them.
constexpr int kNear = 24;

/// The regions of what stands in only one of two frames, or in another order; all of the canvas when that is much.
std::vector<Region> differences(const std::vector<Piece>& before, const std::vector<Piece>& after,
                                const Region& canvas) {
    std::vector<Region> regions;
    std::vector<bool> stayed(before.size(), false);
    std::size_t next = 0;  // most pieces follow each other as they did before
    std::size_t furthest = 0;
    for (const Piece& piece : after) {
        std::size_t tried = 0;
        for (; tried < before.size(); ++tried, ++next) {
            if (next == before.size()) next = 0;
            if (!stayed[next] && before[next].hash == piece.hash) break;
        }
        const bool found = tried < before.size();
        if (!found || next < furthest) regions.push_back(piece.region);
        if (regions.size() > kMostChanges) return {canvas};
        if (!found) continue;
        stayed[next++] = true;
        furthest = std::max(furthest, next);
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!stayed[i]) regions.push_back(before[i].region);
    }
    return regions;
}

/// Bands of the canvas with room between them.
std::vector<Region> bands_of(const std::vector<Region>& regions) {
    std::vector<Region> bands;
    const auto gap = [](const Region& a, const Region& b) {
        return std::max(a.top, b.top) - std::min(a.bottom, b.bottom);
    };
    const auto add = [&](Region region, int near) {
        for (std::size_t i = 0; i < bands.size();) {
            if (gap(bands[i], region) > near) {
                ++i;
                continue;
            }
            region = bounding(bands[i], region);  // and may now be near to one that it was not near to
            bands[i] = bands.back();
            bands.pop_back();
            i = 0;
        }
        bands.push_back(region);
    };
    for (const Region& region : regions) add(region, kNear);
    while (bands.size() > kMostRegions) {
        const Region last = bands.back();
        bands.pop_back();
        int nearest = gap(bands.front(), last);
        for (const Region& band : bands) nearest = std::min(nearest, gap(band, last));
        add(last, nearest);
    }
    return bands;
}

}  // namespace

std::vector<Region> Damage::next(const ImDrawData& data, ui::Colour background) {
    std::swap(before_, pieces_);
    take_apart(data, pieces_);
    const bool comparable = is_comparable(data, background);
    known_ = true;
    size_ = data.DisplaySize;
    origin_ = data.DisplayPos;
    density_ = data.FramebufferScale.x;
    background_ = background;
    if (!comparable) return {canvas_of(data)};
    return bands_of(differences(before_, pieces_, canvas_of(data)));
}

bool Damage::is_comparable(const ImDrawData& data, ui::Colour background) const {
    return known_ && background == background_ && data.FramebufferScale.x == density_ &&
           data.DisplaySize.x == size_.x && data.DisplaySize.y == size_.y && data.DisplayPos.x == origin_.x &&
           data.DisplayPos.y == origin_.y;
}

}  // namespace selfcheck::app
