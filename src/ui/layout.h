// SPDX-License-Identifier: MIT
//
// layout.h: where everything on a Screen is. Pure: no ImGui, no colours, no clock.
//
// A Layout is a list of items in the order in which they are painted, and a rectangle for every key
// of the Screen, so that the HTML twin can lay its real elements exactly over what is painted.
//
//   const Layout layout = lay_out(screen, {.width = 360}, measure);
//   layout.height;                       // of the whole content: the page scrolls, not the canvas
//   layout.rect_of("sex.female");        // of a block, control, field, row or link; else null
//
// Lengths are CSS pixels from the top left of the content. Same Screen, options and measure: same
// Layout. Whether a control is hovered, pressed or focused never moves anything.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "session/screen.h"
#include "ui/figures.h"
#include "ui/geometry.h"
#include "ui/icons.h"  // Icon
#include "ui/theme.h"  // Role, Face

namespace selfcheck::ui {

/// How wide a character is. The painter's font and this must agree.
class TextMeasure {
public:
    virtual ~TextMeasure() = default;
    /// How far the code point moves the pen, layout pixels, at `em` pixels font size. Not negative.
    [[nodiscard]] virtual float advance(char32_t code_point, Face face, int em) const = 0;
    /// For a language without blanks: for each byte of the text, 1 where a character begins that is inside a word.
    /// Empty where there is no dictionary.
    [[nodiscard]] virtual std::vector<std::uint8_t> insides_of_words(std::string_view, std::string_view) const {
        return {};
    }
};

struct LayoutOptions {
    float width = 360;  // of the canvas; the column is centred in it. At least 200
};

inline constexpr int kNoControl = -1;

/// One line of text of one style. Characters that draw nothing are left out already.
struct TextItem {
    std::string text;
    float x = 0;
    float baseline = 0;
    float width = 0;
    int em = 18;
    Face face = Face::regular;
    Role role = Role::text;
    bool underlined = false;
    bool typed = false;        // the content of a number field: painted only where no <input> shows it
    int control = kNoControl;  // index into Layout::controls that it belongs to
};

/// What a panel is; the painter knows how each looks in each state.
enum class Surface {
    card,          // white, hairline
    option,        // an answer
    option_quiet,  // an answer that says "not sure"
    field,         // of a number
    track,         // the trough of a row of segments
    segment,       // one of several small choices, drawn inside its track
    primary,       // button
    secondary,
    quiet,
    call,     // primary button that dials an emergency number
    message,  // soft colour of a tone
    banner,   // soft colour and outline of a tone; emergency in full colour
    pill,     // soft colour of a tone, round
    bar,      // full colour of a tone: the edge of an advice, a swatch
    rule,     // hairline
    dot,      // bullet of a list
    picture,  // behind a figure
    header,   // clickable part of a card
};

struct Panel {
    Rect rect;
    Surface surface = Surface::card;
    Tone tone = Tone::plain;
    bool pale = false;  // bar: in the lighter shade of the tone
    int control = kNoControl;
    bool selected = false;
    bool disabled = false;
    bool invalid = false;
};

struct IconItem {
    Icon icon = Icon::info;
    Rect rect;  // square
    Role role = Role::text;
    int control = kNoControl;
};

/// The ring or box of an answer.
struct Mark {
    Rect rect;
    bool box = false;  // any of; else one of
    bool selected = false;
    int control = kNoControl;
};

struct ProgressBar {
    Rect rect;
    float fraction = 0;  // 0 to 1
};

/// The bands of a meter and where the value is on them.
struct Scale {
    struct Part {
        float from = 0;  // fractions of the width
        float to = 0;
        Tone tone = Tone::plain;
        bool pale = false;
        bool current = false;
    };
    Rect rect;
    float marker = 0;  // fraction
    std::vector<Part> parts;
};

struct Picture {
    Rect rect;
    std::string name;  // for figures.h
    std::string key;   // of the figure: by it the painter knows what has moved already
    Pose pose = {};
    bool held = false;  // the reader moves it; by itself it does not
};

/// A track and its knob, as far from both ends as half the knob.
struct SliderTrack {
    Rect rect;  // of what is touched
    float fraction = 0;
    int control = kNoControl;
};

/// The digits of a clock that runs. What they say follows from the time of the frame, so the layout stays.
struct Clock {
    Rect rect;          // they are centred in it
    double starts = 0;  // seconds, of the clock of PaintState::now
    double ends = 0;
    int em = 0;
    std::array<float, 10> digits{};  // how wide each is
    float point = 0;
    Role role = Role::text;
    int control = kNoControl;

    /// "3", "2", "1" before it starts, then "0.0" and on, to the tenth, until `ends`.
    [[nodiscard]] std::string reading(double now) const;
};

using Item = std::variant<Panel, TextItem, IconItem, Mark, ProgressBar, Scale, Picture, SliderTrack, Clock>;

/// The vertical extent of an item, for skipping what is out of sight.
[[nodiscard]] Rect bounds_of(const Item& item);

/// Something to operate. The focus ring goes around it with that corner.
struct ControlArea {
    std::string key;
    Rect rect;
    float radius = 0;
    bool disabled = false;
};

struct KeyRect {
    std::string key;
    Rect rect;
};

struct Layout {
    float width = 0;
    float height = 0;
    std::vector<Item> items;            // in the order of painting
    std::vector<ControlArea> controls;  // in document order; number fields are among them
    std::vector<KeyRect> rects;         // every key, in document order

    [[nodiscard]] const Rect* rect_of(std::string_view key) const;
    /// The control at a point, for windows without a twin; null where there is none or it is
    /// disabled.
    [[nodiscard]] const ControlArea* control_at(Point point) const;
};

[[nodiscard]] Layout lay_out(const session::Screen& screen, const LayoutOptions& options, const TextMeasure& measure);

}  // namespace selfcheck::ui
