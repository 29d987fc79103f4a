// SPDX-License-Identifier: MIT
//
// Paints without a window or a GPU: glyphs are filled boxes from a font loader of six lines.
#include "ui/painter.h"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>  // ImFontLoader

#include <cstring>

#include "ui/brush.h"
#include "ui/figures.h"
#include "ui/sample_screens.h"

namespace selfcheck::ui {
namespace {

class HalfEm final : public TextMeasure {
public:
    float advance(char32_t, Face, int em) const override { return 0.5F * static_cast<float>(em); }
};

class Painter : public testing::Test {
protected:
    Painter() {
        context_ = ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {360, 20000};  // text outside is left out by ImGui itself
        io.DeltaTime = 1.0F / 60;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        loader_.Name = "boxes";
        loader_.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
        loader_.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
            baked->Ascent = 0.88F * baked->Size;
            return true;
        };
        loader_.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar c,
                                        ImFontGlyph* glyph, float* advance) {
            if (advance != nullptr) return *advance = 0.5F * baked->Size, true;
            glyph->Codepoint = c;
            glyph->AdvanceX = 0.5F * baked->Size;
            glyph->X1 = glyph->Y1 = 0.5F * baked->Size;
            glyph->Visible = true;
            return true;
        };
        ImFontConfig config;
        config.FontLoader = &loader_;
        config.SizePixels = 18;
        std::strcpy(config.Name, "boxes");
        font_ = io.Fonts->AddFont(&config);
        smooth_curves(ImGui::GetStyle());
    }
    ~Painter() override { ImGui::DestroyContext(context_); }

    struct Painted {
        int vertices = 0;
        bool again = false;
        float lowest = -1e9F;
        float highest = 1e9F;
    };

    Painted paint_once(const Layout& layout, PaintState state) {
        state.fonts = {font_, font_, 1};
        if (state.theme == nullptr) state.theme = &theme_of(ThemeKind::light);
        ImGui::NewFrame();
        ImDrawList& list = *ImGui::GetBackgroundDrawList();
        Painted painted;
        painted.again = paint(layout, state, list);
        painted.vertices = list.VtxBuffer.Size;
        for (const ImDrawVert& vertex : list.VtxBuffer) {
            painted.lowest = std::max(painted.lowest, vertex.pos.y);
            painted.highest = std::min(painted.highest, vertex.pos.y);
        }
        ImGui::EndFrame();
        return painted;
    }

    ImFontLoader loader_;
    ImGuiContext* context_ = nullptr;
    ImFont* font_ = nullptr;
};

TEST_F(Painter, PaintsEveryBlockInEveryTheme) {
    for (const auto& screen :
         {samples::questions(samples::chinese(), 100), samples::answers(samples::english(), 200)}) {
        const Layout layout = lay_out(screen, {.width = 360}, HalfEm{});
        for (const bool dark : {false, true}) {
            for (const bool contrast : {false, true}) {
                PaintState state{.theme = &theme_of(dark, contrast), .bottom = layout.height, .dpr = 3};
                EXPECT_GT(paint_once(layout, state).vertices, 1000);
            }
        }
    }
}

TEST_F(Painter, DrawsOnlyWhatIsInSight) {
    const Layout layout = lay_out(samples::answers(samples::english(), 100), {.width = 360}, HalfEm{});
    PaintState whole{.bottom = layout.height};
    PaintState part{.origin = {0, -1000}, .top = 1000, .bottom = 1600};
    const Painted some = paint_once(layout, part);
    EXPECT_LT(some.vertices, paint_once(layout, whole).vertices / 3);
    EXPECT_LE(paint_once(layout, whole).vertices, 65535) << "more than a draw list of 16 bit indices holds";
}

TEST_F(Painter, LeavesTheTypedTextToTheInput) {
    const Layout layout = lay_out(samples::questions(samples::english(), 100), {.width = 360}, HalfEm{});
    PaintState with{.bottom = layout.height};
    PaintState without{.bottom = layout.height, .draw_field_text = false};
    // "5", "6.5", "158", "2.5" and a word of four letters, as in english().word: fourteen glyphs.
    EXPECT_EQ(paint_once(layout, with).vertices - paint_once(layout, without).vertices, 14 * 4);
}

TEST_F(Painter, FocusAddsARing) {
    const Layout layout = lay_out(samples::questions(samples::english(), 100), {.width = 360}, HalfEm{});
    PaintState plain{.bottom = layout.height};
    PaintState focused{.bottom = layout.height, .focused = "one.b"};
    EXPECT_GT(paint_once(layout, focused).vertices, paint_once(layout, plain).vertices);
}

TEST_F(Painter, ATransitionAsksForFramesUntilItIsDone) {
    const Layout layout = lay_out(samples::questions(samples::english(), 100), {.width = 360}, HalfEm{});
    Motion motion;
    constexpr double kAfterEveryClock = 1000;
    PaintState state{.bottom = layout.height, .now = kAfterEveryClock, .motion = &motion};
    EXPECT_FALSE(paint_once(layout, state).again);
    state.pressed = "one.a";
    int frames = 0;
    for (state.now = kAfterEveryClock + 1; paint_once(layout, state).again; state.now += 1.0 / 60) ++frames;
    EXPECT_GT(frames, 2);
    EXPECT_LT(frames, 15);
    state.pressed = "any.b";
    state.reduced_motion = true;
    EXPECT_FALSE(paint_once(layout, state).again);
}

TEST_F(Painter, AClockAsksForFramesWhileItRunsAndIsInSight) {
    using Phase = session::Stopwatch::Phase;
    session::Screen screen = samples::empty(samples::english(), 100);
    screen.blocks.push_back(samples::stopwatch(samples::english(), Phase::running));
    const Layout layout = lay_out(screen, {.width = 360}, HalfEm{});
    PaintState state{.bottom = layout.height};
    for (const double now : {8.0, 10.0, 189.9}) {
        state.now = now;
        state.reduced_motion = now > 9;
        EXPECT_TRUE(paint_once(layout, state).again) << now;
    }
    state.now = 190;
    EXPECT_FALSE(paint_once(layout, state).again);
    PaintState elsewhere{.origin = {0, -5000}, .top = 5000, .bottom = 5100, .now = 12};
    EXPECT_FALSE(paint_once(layout, elsewhere).again);

    screen.blocks.back() = samples::stopwatch(samples::english(), Phase::done);
    const Layout done = lay_out(screen, {.width = 360}, HalfEm{});
    state.now = 12;
    EXPECT_FALSE(paint_once(done, state).again);
}

constexpr const char* kMoving[] = {"trabeculae", "remodelling", "vertebra",   "vicious_circle", "leg_raise",
                                   "wall_sit",   "band_pull",   "heel_raise", "brisk_walk"};
constexpr const char* kStill[] = {
    "bone_and_muscle",      "t_gauge",          "finger_ring",    "calf_tape",           "height_wall",
    "serving_milk",         "serving_yoghurt",  "serving_cheese", "serving_milk_powder", "serving_tofu",
    "serving_pressed_tofu", "serving_soy_milk", "serving_greens", "serving_small_fish",  "serving_seeds",
    "serving_egg",          "serving_meat",     "serving_beans",  "serving_staple",      "serving_alcohol"};

/// One figure alone on a canvas.
Layout layout_of(const char* figure) {
    session::Screen screen = samples::empty(samples::english(), 100);
    screen.blocks.push_back(session::Figure{"figure", figure, "in words"});
    return lay_out(screen, {.width = 360}, HalfEm{});
}

TEST(Figures, AreKnownByNameAndHaveAnAspect) {
    for (const char* name : kMoving) {
        EXPECT_GT(figure_aspect(name), 1) << name;
        EXPECT_GE(figure_seconds(name), 3) << name;
        EXPECT_LE(figure_seconds(name), 6) << name;
    }
    for (const char* name : kStill) {
        EXPECT_GT(figure_aspect(name), 1) << name;
        EXPECT_EQ(figure_seconds(name), 0) << name;
    }
    for (const char* name : {"unknown", ""}) {
        EXPECT_EQ(figure_aspect(name), 0);
        EXPECT_EQ(figure_seconds(name), 0);
    }
}

TEST_F(Painter, AFigureStaysInItsRectangleAtEveryPhase) {
    constexpr float kWidth = 320;
    const auto draw = [&](const char* name, float phase, const Theme& theme) {
        ImGui::NewFrame();
        ImDrawList& list = *ImGui::GetBackgroundDrawList();
        Brush brush(list, {0, 0, kWidth, kWidth / figure_aspect(name)}, 320, theme);
        draw_figure(name, brush, {.phase = phase});
        Rect drawn{1e9F, 1e9F, -1e9F, -1e9F};  // left, top, right, bottom
        for (const ImDrawVert& vertex : list.VtxBuffer) {
            drawn = {std::min(drawn.x, vertex.pos.x), std::min(drawn.y, vertex.pos.y),
                     std::max(drawn.width, vertex.pos.x), std::max(drawn.height, vertex.pos.y)};
        }
        EXPECT_LE(list.VtxBuffer.Size, 32000) << name << ": two of them fill a draw list";
        ImGui::EndFrame();
        return drawn;
    };
    const auto check = [&](const char* name, float phase) {
        for (std::size_t kind = 0; kind < kThemes; ++kind) {
            const Rect drawn = draw(name, phase, theme_of(static_cast<ThemeKind>(kind)));
            EXPECT_GE(drawn.x, -1) << name << " at " << phase;
            EXPECT_GE(drawn.y, -1) << name << " at " << phase;
            EXPECT_LE(drawn.width, kWidth + 1) << name << " at " << phase;
            EXPECT_LE(drawn.height, kWidth / figure_aspect(name) + 1) << name << " at " << phase;
            EXPECT_GT(drawn.width - drawn.x, kWidth / 2) << name << " is lost in its rectangle";
        }
    };
    for (const char* name : kStill) check(name, 1);
    for (const char* name : kMoving) {
        for (int i = 0; i <= 40; ++i) check(name, static_cast<float>(i) / 40);
    }
}

TEST_F(Painter, AFigureMovesOnceAndThenAsksForNoMoreFrames) {
    for (const char* name : kMoving) {
        const Layout layout = layout_of(name);
        Motion motion;
        PaintState state{.bottom = layout.height, .now = 100, .motion = &motion};
        const double ends = state.now + double{figure_seconds(name)};
        for (; state.now < ends; state.now += 0.25) EXPECT_TRUE(paint_once(layout, state).again) << name << state.now;
        state.now = ends + 0.01;
        EXPECT_FALSE(paint_once(layout, state).again) << name;
        const int rest = paint_once(layout, state).vertices;
        state.now += 1000;
        EXPECT_FALSE(paint_once(layout, state).again) << name;
        state.motion = nullptr;
        EXPECT_EQ(paint_once(layout, state).vertices, rest) << name << " ends as the still picture";
    }
}

TEST_F(Painter, AFigureDoesNotMoveUnderReducedMotion) {
    for (const char* name : kMoving) {
        const Layout layout = layout_of(name);
        Motion motion;
        PaintState state{.bottom = layout.height, .reduced_motion = true, .motion = &motion};
        EXPECT_FALSE(paint_once(layout, state).again) << name;
    }
}

TEST_F(Painter, AFigureWaitsUntilItIsSeen) {
    const Layout layout = layout_of("leg_raise");
    const float middle = layout.rect_of("figure")->centre().y;
    Motion motion;
    PaintState state{.bottom = layout.height, .sight = {.top = middle + 1, .bottom = middle + 500}, .motion = &motion};
    EXPECT_FALSE(waits_to_move(layout, motion, state.sight));
    EXPECT_FALSE(paint_once(layout, state).again) << "painted beyond the glass";
    state.now = 50;
    state.sight.top = middle - 1;
    EXPECT_TRUE(waits_to_move(layout, motion, state.sight));
    EXPECT_TRUE(paint_once(layout, state).again);
    EXPECT_FALSE(waits_to_move(layout, motion, state.sight));
    state.now = 100;
    EXPECT_FALSE(paint_once(layout, state).again);

    motion.keep(layout);
    EXPECT_FALSE(paint_once(layout, state).again) << "still there: it has moved";
    motion.keep(Layout{});
    EXPECT_TRUE(paint_once(layout, state).again) << "gone and back: it moves again";
}

TEST_F(Painter, AFigureWithASliderMovesOnlyWithIt) {
    session::Screen screen = samples::empty(samples::english(), 100);
    session::Card card{"card", {"toggle", "Bone", {}, true, false, ""}, "", true, {}, {}, "", {}, "", {}};
    card.figures = {{"figure", "trabeculae", "in words", {{"slider", "Try", -5, 1, 0.5, 1, "1", {}, 0, {}}}}};
    screen.blocks = {card};
    const auto drawn = [&](double phase) {
        std::get<session::Card>(screen.blocks.front()).figures.front().slider.front().phase = phase;
        const Layout layout = lay_out(screen, {.width = 360}, HalfEm{});
        Motion motion;
        const PaintState state{.bottom = layout.height, .motion = &motion};
        EXPECT_FALSE(waits_to_move(layout, motion, state.sight));
        const auto painted = paint_once(layout, state);
        EXPECT_FALSE(painted.again);
        return painted.vertices;
    };
    EXPECT_GT(drawn(0), drawn(1)) << "a worn mesh has fewer struts";
}

TEST_F(Painter, AStillFigureAsksForNoFrames) {
    for (const char* name : kStill) {
        const Layout layout = layout_of(name);
        Motion motion;
        EXPECT_FALSE(paint_once(layout, {.bottom = layout.height, .motion = &motion}).again) << name;
        EXPECT_FALSE(waits_to_move(layout, motion, {})) << name;
    }
}

}  // namespace
}  // namespace selfcheck::ui
