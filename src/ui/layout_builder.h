// SPDX-License-Identifier: MIT
//
// layout_builder.h: the pen with which the blocks of a Screen are laid out. Inside layout only.
//
// The pen goes down a column: a block begins at `y()`, puts its items, and leaves `y()` at its
// lower edge. Cards narrow the column for what is inside them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "session/screen.h"
#include "ui/layout.h"
#include "ui/text/line_fitter.h"

namespace selfcheck::ui {

struct TextStyle {
    TextSize size = TextSize::body;
    Face face = Face::regular;
    Role role = Role::text;
    bool centred = false;
    bool balanced = false;
    bool underlined = false;
    int control = kNoControl;
};

/// A text broken into lines, not yet anywhere.
struct Wrapped {
    std::string_view text;
    std::vector<text::Line> lines;
    TextStyle style;
    int em = 0;
    float line_height = 0;

    [[nodiscard]] float height() const { return line_height * static_cast<float>(lines.size()); }
    [[nodiscard]] float width() const { return text::widest(lines); }
};

class Builder {
public:
    Builder(const session::Screen& screen, const LayoutOptions& options, const TextMeasure& measure, Layout& layout);

    // ---- the column and the pen
    [[nodiscard]] float left() const { return left_; }
    [[nodiscard]] float width() const { return width_; }
    [[nodiscard]] float y() const { return y_; }
    void down(float by) { y_ += by; }
    void move_to(float y) { y_ = y; }
    void narrow(float by) { left_ += by, width_ -= 2 * by; }
    void indent(float by) { left_ += by, width_ -= by; }

    // ---- text
    /// Lines are broken as this language does, from here on.
    void speak(std::string_view language);
    [[nodiscard]] int em(TextSize text_size) const { return em_of(text_size, percent_); }
    [[nodiscard]] float line_height(TextSize text_size) const;
    /// A length for 100 % that grows with the text, up to 1.6 times: icons, marks.
    [[nodiscard]] float scaled(float length) const;
    /// In a smaller font where the longest word would be torn otherwise and is not much too long.
    [[nodiscard]] Wrapped wrap(std::string_view text, const TextStyle& style, float width) const;
    [[nodiscard]] float natural_width(std::string_view text, const TextStyle& style) const;
    /// How far one character moves the pen, for what is not laid out as text.
    [[nodiscard]] float advance(char32_t character, Face face, int em) const {
        return measure_.advance(character, face, em);
    }
    /// Puts a wrapped text with its upper left corner at (x, y), centred lines in `width`.
    void place(const Wrapped& text, float x, float y, float width);
    /// Wraps to the column, puts it at the pen and moves down. Nothing for the empty text.
    void paragraph(std::string_view text, const TextStyle& style);
    /// An icon and a text beside it, the icon centred on the first line; for errors.
    void icon_line(Icon icon, Role icon_role, std::string_view text, const TextStyle& style);
    /// "Sources [1] [2]", nothing without numbers.
    void source_numbers(const std::string& label, const std::vector<int>& numbers);

    // ---- other items
    /// Returns where in the list it is, for what is known later (its height).
    std::size_t put(Item item);
    [[nodiscard]] Panel& panel(std::size_t index) { return std::get<Panel>(layout_.items[index]); }
    void icon(Icon icon, Rect square, Role role, int control = kNoControl);

    // ---- keys
    std::size_t key(std::string_view key, Rect rect);
    [[nodiscard]] Rect& rect(std::size_t index) { return layout_.rects[index].rect; }
    /// A control with its key, and the corner of its focus ring.
    int control(const session::Control& control, Rect rect, float radius);
    int control(std::string_view key, Rect rect, float radius, bool disabled);
    /// For a control whose height is known only after its words.
    void set_height(int control, float height);

private:
    [[nodiscard]] std::vector<text::Line> fit(std::string_view text, const TextStyle& style, int em, float width) const;

    Layout& layout_;
    const TextMeasure& measure_;
    std::string language_;
    bool chinese_;
    int percent_;
    float left_ = 0;
    float width_ = 0;
    float y_ = 0;
};

/// A white card around what `content` lays out.
template <typename Content>
void lay_out_card(Builder& pen, const Content& content) {
    const float top = pen.y();
    const std::size_t panel = pen.put(Panel{.rect = {pen.left(), top, pen.width(), 0}, .surface = Surface::card});
    Builder inside = pen;
    inside.narrow(space::medium);
    inside.down(space::medium);
    content(inside);
    pen.move_to(inside.y() + space::medium);
    pen.panel(panel).rect.height = pen.y() - top;
}

/// Small choices in a trough, in as many rows as they need. `controls` must outlive it.
struct Segments {
    const std::vector<session::Control>* controls = nullptr;
    std::vector<Rect> rects;  // relative to the row's corner
    float width = 0;
    float height = 0;
};
[[nodiscard]] Segments measure_segments(const std::vector<session::Control>& controls, const Builder& pen, float width);
void place_segments(const Segments& segments, Builder& pen, float x, float y);

/// An answer: card, mark, label, hint, warning. Moves down by its height.
void lay_out_option(const session::Choice::Option& option, bool box, Builder& pen);

/// A figure inside a block, with its key, `above` below what is before; nothing for an unknown one.
void lay_out_figure(const session::Figure& figure, float above, Builder& pen);

// One for each kind of block, in the file of its family.
void lay_out_block(const session::Heading& block, Builder& pen);  // layout_words.cpp
void lay_out_block(const session::Paragraph& block, Builder& pen);
void lay_out_block(const session::List& block, Builder& pen);
void lay_out_block(const session::Callout& block, Builder& pen);
void lay_out_block(const session::Banner& block, Builder& pen);
void lay_out_block(const session::Progress& block, Builder& pen);  // layout_controls.cpp
void lay_out_block(const session::Toolbar& block, Builder& pen);
void lay_out_block(const session::Buttons& block, Builder& pen);
void lay_out_block(const session::Choice& block, Builder& pen);  // layout_answers.cpp
void lay_out_block(const session::Number& block, Builder& pen);
void lay_out_block(const session::Stopwatch& block, Builder& pen);  // layout_stopwatch.cpp
void lay_out_block(const session::Answers& block, Builder& pen);    // layout_explanations.cpp
void lay_out_block(const session::Finding& block, Builder& pen);
void lay_out_block(const session::Meter& block, Builder& pen);
void lay_out_block(const session::Figure& block, Builder& pen);
void lay_out_block(const session::Card& block, Builder& pen);
void lay_out_block(const session::Sources& block, Builder& pen);
void lay_out_block(const session::Sheet& block, Builder& pen);

}  // namespace selfcheck::ui
