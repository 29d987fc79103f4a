// SPDX-License-Identifier: MIT
//
// painter.h: draws a Layout into an ImGui draw list. Primitives only, no widgets: what is operated
// is the twin's element or, without a twin, Layout::control_at.
//
//   Motion motion;  // kept from frame to frame
//   PaintState state{.theme = &theme_of(false, false), .fonts = {regular, bold}};
//   state.motion = &motion;
//   state.bottom = 1600;
//   state.dpr = 3;
//   state.focused = "sex.female";
//   state.now = seconds;
//   const bool again = paint(layout, state, *ImGui::GetBackgroundDrawList());
#pragma once

#include <limits>
#include <map>
#include <string>
#include <string_view>

#include "ui/geometry.h"
#include "ui/layout.h"
#include "ui/theme.h"

struct ImDrawList;
struct ImFont;
struct ImGuiStyle;

namespace selfcheck::ui {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;  // may be the same as regular
    /// What ImGui's font size is for an em of 1 px: 1 when the loader takes the size for the em,
    /// about 1.45 for Noto CJK through stb or FreeType.
    float size_per_em = 1;
};

/// How far the transitions are. Belongs to one canvas; forget it when another Screen appears.
class Motion {
public:
    /// Moves the value named by `key` and `channel` towards `target` and returns where it is now, 0
    /// to 1. One seen for the first time is at its target.
    float towards(std::string_view key, char channel, bool target, double now, float duration);
    [[nodiscard]] bool running() const { return running_; }
    /// How far a motion of so many seconds is, 0 to 1. It begins when it is first `seen`, and is over then, drawn
    /// or not.
    float play(std::string_view key, bool seen, double now, float seconds);
    [[nodiscard]] bool has_begun(std::string_view key) const { return begun_.contains(key); }

    void begin_frame() { running_ = false; }
    void forget() { *this = {}; }
    /// What is no longer there moves again when it comes back.
    void keep(const Layout& layout);

private:
    struct Track {
        float value = 0;
        double at = 0;
    };
    std::map<std::string, Track, std::less<>> tracks_;
    std::map<std::string, double, std::less<>> begun_;
    bool running_ = false;
};

/// From top to bottom of the content; by default all of it.
struct Span {
    float top = -std::numeric_limits<float>::infinity();
    float bottom = std::numeric_limits<float>::infinity();

    [[nodiscard]] bool contains(float y) const { return y >= top && y <= bottom; }
};

struct PaintState {
    const Theme* theme = nullptr;  // required
    Fonts fonts{};                 // required
    Point origin{};                // of the content in the draw list's coordinates: {0, -top} for a
                                   // canvas whose upper edge is at `top` of the content
    float top = 0;                 // visible part of the content; what is outside is not drawn
    float bottom = 0;
    Span sight{};                // a figure begins to move when its middle is in it
    float dpr = 1;               // device pixels per layout pixel, for crisp edges
    std::string_view focused{};  // keys of controls, "" for none
    std::string_view pressed{};
    std::string_view hovered{};
    double now = 0;  // seconds; those of a Clock are of the same clock
    bool reduced_motion = false;
    bool draw_field_text = true;  // false where a real <input> shows what is typed
    Motion* motion = nullptr;     // none: changes are immediate
};

/// Makes curves as smooth as three device pixels to a layout pixel need. Once for each ImGui
/// context.
void smooth_curves(ImGuiStyle& style);

/// Whether a figure with its middle in `sight` has yet to move.
[[nodiscard]] bool waits_to_move(const Layout& layout, const Motion& motion, const Span& sight);

/// Fills the visible part with the page colour and draws everything in it. Returns true while a
/// transition or a clock runs and another frame is wanted.
bool paint(const Layout& layout, const PaintState& state, ImDrawList& list);

}  // namespace selfcheck::ui
