// SPDX-License-Identifier: MIT
//
// layout_words.cpp: blocks that only say something: headings, paragraphs, lists, messages.
#include <algorithm>

#include "ui/layout_builder.h"

namespace selfcheck::ui {
namespace {

using session::Banner;
using session::Callout;
using session::Heading;
using session::List;
using session::Paragraph;

// Fewer characters than this beside an icon read worse than an icon above.
constexpr float kLeastBesideIcon = 7;  // em

/// A panel of a tone: an icon with the first words beside it and, below both, the rest. In a narrow
/// column of large text the first words go below the icon too. `rest` is laid out from edge to
/// edge.
template <typename Rest>
void message(Tone tone, Surface surface, float icon_size, std::string_view first, const TextStyle& style,
             Role icon_role, Builder& pen, const Rest& rest) {
    const float top = pen.y();
    const std::size_t panel =
        pen.put(Panel{.rect = {pen.left(), top, pen.width(), 0}, .surface = surface, .tone = tone});
    Builder inside = pen;
    inside.narrow(space::medium);
    inside.down(space::medium);
    const float indent = icon_size + space::small;
    const float line = inside.line_height(style.size);
    const bool beside = inside.width() - indent >= kLeastBesideIcon * static_cast<float>(inside.em(style.size));
    const float icon_top = inside.y() + (beside ? std::max(0.0F, (line - icon_size) / 2) : 0);
    const Rect square{inside.left(), icon_top, icon_size, icon_size};
    inside.icon(icon_of(tone), square, icon_role);
    if (beside) {
        Builder words = inside;
        words.indent(indent);
        words.down(std::max(0.0F, (icon_size - line) / 2));
        words.paragraph(first, style);
        inside.move_to(std::max(words.y(), square.bottom()));
    } else {
        inside.move_to(square.bottom() + space::tight);
        inside.paragraph(first, style);
    }
    rest(inside);
    pen.move_to(inside.y() + space::medium);
    pen.panel(panel).rect.height = pen.y() - top;
}

/// A bullet or number and its text; the pen moves below.
void list_item(std::string_view text, int number, Builder& pen) {
    const float line = pen.line_height(TextSize::body);
    if (number == 0) {
        const float dot = pen.scaled(7);
        const float indent = pen.scaled(22);
        pen.put(Panel{.rect = {pen.left() + pen.scaled(4), pen.y() + (line - dot) / 2, dot, dot},
                      .surface = Surface::dot,
                      .tone = Tone::accent});
        const Wrapped wrapped = pen.wrap(text, {}, pen.width() - indent);
        pen.place(wrapped, pen.left() + indent, pen.y(), pen.width() - indent);
        pen.down(wrapped.height());
        return;
    }
    const TextStyle numeral{.face = Face::bold, .role = Role::accent, .centred = true};
    const std::string digits = std::to_string(number);
    const float disc = std::max(line + 4, pen.natural_width(digits, numeral) + space::small);
    const float indent = disc + space::small;
    pen.put(Panel{.rect = {pen.left(), pen.y(), disc, disc}, .surface = Surface::pill, .tone = Tone::accent});
    pen.place(pen.wrap(digits, numeral, disc), pen.left(), pen.y() + (disc - line) / 2, disc);
    const Wrapped wrapped = pen.wrap(text, {}, pen.width() - indent);
    pen.place(wrapped, pen.left() + indent, pen.y() + (disc - line) / 2, pen.width() - indent);
    pen.down(std::max(disc, (disc - line) / 2 + wrapped.height()));
}

void list_items(const std::vector<std::string>& items, bool ordered, Builder& pen) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) pen.down(ordered ? space::small : space::tight);
        list_item(items[i], ordered ? static_cast<int>(i) + 1 : 0, pen);
    }
}

}  // namespace

void lay_out_block(const Heading& block, Builder& pen) {
    TextStyle style{.size = TextSize::body, .face = Face::bold, .balanced = true};
    if (block.level == 1) style.size = TextSize::title;
    if (block.level == 2) style.size = TextSize::heading;
    pen.paragraph(block.text, style);
}

void lay_out_block(const Paragraph& block, Builder& pen) {
    TextStyle style;
    if (block.tone == Tone::muted)
        style = {.size = TextSize::small, .role = Role::muted};
    else if (block.tone != Tone::plain)
        style.role = tone_role(block.tone);
    pen.paragraph(block.text, style);
}

void lay_out_block(const List& block, Builder& pen) { list_items(block.items, block.ordered, pen); }

void lay_out_block(const Callout& block, Builder& pen) {
    std::size_t next = 0;  // of the texts, which one follows the words beside the icon
    std::string_view first = block.title;
    TextStyle style{.face = Face::bold, .balanced = true};
    if (first.empty() && !block.texts.empty()) {
        first = block.texts[next++];
        style = {};
    }
    message(block.tone, Surface::message, pen.scaled(26), first, style, tone_role(block.tone), pen,
            [&](Builder& inside) {
                for (; next < block.texts.size(); ++next) {
                    inside.down(space::tight);
                    inside.paragraph(block.texts[next], {});
                }
                if (block.items.empty()) return;
                inside.down(space::tight);
                list_items(block.items, false, inside);
            });
}

void lay_out_block(const Banner& block, Builder& pen) {
    // The most urgent one is not tinted but full: it must be seen before anything is read.
    const bool full = block.tone == Tone::emergency;
    const Role strong = full ? Role::on_tone : tone_role(block.tone);
    const TextStyle word{.size = TextSize::title, .face = Face::bold, .role = strong, .balanced = true};
    message(block.tone, Surface::banner, pen.scaled(40), block.word, word, strong, pen, [&](Builder& inside) {
        if (block.text.empty()) return;
        inside.down(space::tight);
        inside.paragraph(block.text, {.role = full ? Role::on_tone : Role::text});
    });
}

}  // namespace selfcheck::ui
