// SPDX-License-Identifier: MIT
//
// What of a frame is drawn anew. Frames are rectangles on a draw list, without a window.
#include "app/damage.h"

#include <gtest/gtest.h>
#include <imgui_internal.h>  // ImDrawListSharedData

#include <algorithm>

namespace selfcheck::app {
namespace {

constexpr float kWidth = 100;
constexpr float kHeight = 1000;
constexpr int kMargin = 2;  // soft edges
constexpr ui::Colour kPaper{255, 255, 255};
constexpr ImU32 kRed = IM_COL32(255, 0, 0, 255);
constexpr ImU32 kBlue = IM_COL32(0, 0, 255, 255);

struct Box {
    float top;
    ImU32 colour = IM_COL32(10, 20, 30, 255);
    float left = 10;

    friend bool operator==(const Box&, const Box&) = default;
};

using Boxes = std::vector<Box>;
using Regions = std::vector<Region>;

class DamageTest : public ::testing::Test {
protected:
    DamageTest() {
        shared_.InitialFlags = ImDrawListFlags_AllowVtxOffset;
        shared_.ClipRectFullscreen = {0, 0, kWidth, kHeight};
        data_.DisplaySize = {kWidth, kHeight};
        data_.FramebufferScale = {1, 1};
    }

    /// Each box is 20 by 20.
    Regions next(const Boxes& boxes, ui::Colour background = kPaper) {
        return next(
            [&] {
                for (const Box& box : boxes) {
                    list_.AddRectFilled({box.left, box.top}, {box.left + 20, box.top + 20}, box.colour);
                }
            },
            background);
    }
    template <typename Draw>
    Regions next(Draw draw, ui::Colour background = kPaper) {
        list_._ResetForNewFrame();
        list_.PushClipRectFullScreen();
        draw();
        data_.CmdLists.resize(0);
        data_.CmdLists.push_back(&list_);
        return damage_.next(data_, background);
    }
    static Region around_box(const Box& box) {
        const int left = static_cast<int>(box.left);
        const int top = static_cast<int>(box.top);
        return {left - kMargin, top - kMargin, left + 20 + kMargin, top + 20 + kMargin};
    }
    static Region whole() { return {0, 0, static_cast<int>(kWidth), static_cast<int>(kHeight)}; }

    ImDrawListSharedData shared_;
    ImDrawList list_{&shared_};
    ImDrawData data_;
    Damage damage_;
};

TEST_F(DamageTest, TheFirstFrameIsDrawnWhole) { EXPECT_EQ(next(Boxes{Box{100}}), Regions{whole()}); }

TEST_F(DamageTest, TheSameFrameAgainIsNotDrawn) {
    (void)next(Boxes{Box{100}, Box{200}});
    EXPECT_EQ(next(Boxes{Box{100}, Box{200}}), Regions{});
}

TEST_F(DamageTest, ABoxOfAnotherColourIsDrawnAlone) {
    (void)next(Boxes{Box{100}, Box{200}, Box{300}});
    const Box red{200, kRed};
    EXPECT_EQ(next(Boxes{Box{100}, red, Box{300}}), Regions{around_box(red)});
}

TEST_F(DamageTest, BoxesThatCameOrWentAreDrawnWhereTheyAreAndWere) {
    (void)next(Boxes{Box{100}, Box{300}});
    EXPECT_EQ(next(Boxes{Box{100}, Box{300}, Box{600}}), Regions{around_box(Box{600})});
    EXPECT_EQ(next(Boxes{Box{300}, Box{600}}), Regions{around_box(Box{100})});
}

TEST_F(DamageTest, ChangesFarApartDoNotDrawWhatIsBetween) {
    (void)next(Boxes{Box{100}, Box{500}, Box{900}});
    auto regions = next(Boxes{Box{100, kRed}, Box{500}, Box{900, kRed}});
    std::sort(regions.begin(), regions.end(), [](const Region& a, const Region& b) { return a.top < b.top; });
    EXPECT_EQ(regions, (Regions{around_box(Box{100}), around_box(Box{900})}));
}

TEST_F(DamageTest, ChangesCloseTogetherAreOneRegion) {
    (void)next(Boxes{Box{100}, Box{130}});
    const Region both = bounding(around_box(Box{100}), around_box(Box{130}));
    EXPECT_EQ(next(Boxes{Box{100, kRed}, Box{130, kRed}}), Regions{both});
}

TEST_F(DamageTest, ManyPlacesBecomeAFewRegionsThatHoldThemAll) {
    Boxes before;
    Boxes after;
    for (float top = 0; top < kHeight; top += 100) {
        before.push_back({top});
        after.push_back({top, kRed});
    }
    (void)next(before);
    const auto regions = next(after);
    EXPECT_LE(regions.size(), 4U);
    for (const Box& box : after) {
        const Region place = intersection(around_box(box), whole());
        EXPECT_TRUE(std::any_of(regions.begin(), regions.end(), [&](const Region& region) {
            return intersection(region, place) == place;
        })) << box.top;
    }
    for (std::size_t i = 0; i < regions.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(regions[i], regions[j])) << i << " and " << j;
    }
}

TEST_F(DamageTest, BoxesThatSwapTheirOrderAreDrawn) {
    const Box below{100, kRed};
    const Box above{110, kBlue};
    (void)next(Boxes{below, above});
    const auto regions = next(Boxes{above, below});
    ASSERT_EQ(regions.size(), 1U);
    EXPECT_TRUE(overlap(regions.front(), intersection(around_box(below), around_box(above))));
}

TEST_F(DamageTest, MoreChangesThanComparingIsWorthDrawTheWhole) {
    Boxes before;
    Boxes after;
    for (int i = 0; i < 400; ++i) {
        before.push_back({static_cast<float>(i) / 16, kRed});
        after.push_back({static_cast<float>(i) / 16, kBlue});
    }
    (void)next(before);
    EXPECT_EQ(next(after), Regions{whole()});
}

TEST_F(DamageTest, AnotherBackgroundSizeOrDensityDrawsTheWhole) {
    (void)next(Boxes{Box{100}});
    EXPECT_EQ(next(Boxes{Box{100}}, {0, 0, 0}), Regions{whole()});
    data_.FramebufferScale = {2, 2};
    EXPECT_EQ(next(Boxes{Box{100}}, {0, 0, 0}), (Regions{{0, 0, 200, 2000}}));
    data_.DisplaySize.y = 500;
    EXPECT_EQ(next(Boxes{Box{100}}, {0, 0, 0}), (Regions{{0, 0, 200, 1000}}));
    damage_.forget();
    EXPECT_EQ(next(Boxes{Box{100}}, {0, 0, 0}), (Regions{{0, 0, 200, 1000}}));
}

TEST_F(DamageTest, WhatIsClippedAwayIsNoChange) {
    const auto draw = [&](float top) {
        return [this, top] {
            list_.PushClipRect({0, 0}, {kWidth, 50}, true);
            list_.AddRectFilled({10, top}, {30, top + 20}, kRed);
            list_.PopClipRect();
        };
    };
    (void)next(draw(100));
    EXPECT_EQ(next(draw(200)), Regions{});
    EXPECT_EQ(next(draw(40)), (Regions{{8, 38, 32, 50}})) << "as far as the clip reaches";
}

TEST_F(DamageTest, BeyondSixteenBitsOfIndicesPiecesKeepTheirOwnVertices) {
    constexpr int kBoxes = 20'000;  // of four vertices
    (void)next([&] {
        for (int i = 0; i < kBoxes; ++i) list_.AddRectFilled({10, 10}, {30, 30}, 0xFF000000U + static_cast<ImU32>(i));
    });
    ASSERT_EQ(damage_.pieces().size(), static_cast<std::size_t>(kBoxes));
    const Piece& last = damage_.pieces().back();
    EXPECT_GT(last.vertex_offset, 0U);
    const ImDrawIdx index = list_.IdxBuffer[static_cast<int>(last.first_index)];
    EXPECT_EQ(last.vertex_offset + index, static_cast<unsigned>(kBoxes - 1) * 4);
}

}  // namespace
}  // namespace selfcheck::app
