// SPDX-License-Identifier: MIT
#include "ui/layout_builder.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "ui/text/code_points.h"
#include "ui/text/line_breaks.h"
#include "ui/text/utf8.h"

namespace selfcheck::ui {
namespace {

constexpr float kUnlimited = 1e6F;
constexpr float kWideScreen = 600;     // px: wider margins from here on
constexpr float kShortLine = 4.5F;     // em
constexpr float kLeastShrunk = 0.65F;  // of the font size, to keep a long word whole

// Half of an ideograph's square, and of a capital letter, is this far above the baseline; a line is
// centred on it, so that text sits in the middle of a button in both scripts.
constexpr float kMiddle = 0.38F;  // em

std::string visible_part(std::string_view line) {
    std::string visible;
    visible.reserve(line.size());
    for (std::size_t i = 0; i < line.size();) {
        const auto [c, length] = text::decode(line, i);
        if (!text::is_zero_width(c)) visible.append(line, i, length);
        i += length;
    }
    return visible;
}

}  // namespace

Builder::Builder(const session::Screen& screen, const LayoutOptions& options, const TextMeasure& measure,
                 Layout& layout)
    : layout_(layout),
      measure_(measure),
      language_(screen.language),
      chinese_(text::is_chinese(screen.language)),
      percent_(std::clamp(screen.text_percent, 50, 400)) {
    const float outer = std::max(options.width, 200.0F);
    const float margin = outer < kWideScreen ? space::medium : space::wide;
    const float column = size::column * static_cast<float>(percent_) / 100;
    width_ = std::floor(std::min({outer - 2 * margin, column, size::column_most}));
    left_ = std::floor((outer - width_) / 2);
    layout_.width = outer;
}

void Builder::speak(std::string_view language) {
    language_ = language;
    chinese_ = text::is_chinese(language_);
}

float Builder::line_height(TextSize text_size) const {
    return std::round(static_cast<float>(em(text_size)) * leading_of(text_size, chinese_));
}

float Builder::scaled(float length) const {
    return std::round(length * static_cast<float>(std::clamp(percent_, 100, 160)) / 100);
}

std::vector<text::Line> Builder::fit(std::string_view text, const TextStyle& style, int em, float width) const {
    const auto advance = [&](char32_t c) { return measure_.advance(c, style.face, em); };
    const auto fitted = [&](std::span<const std::uint8_t> insides) {
        return text::fit_lines(text, advance,
                               {.lang = language_,
                                .width = width,
                                .em = style.centred ? 0 : static_cast<float>(em),
                                .balanced = style.balanced,
                                .inside_word = insides});
    };
    if (chinese_ && style.balanced) return fitted(measure_.insides_of_words(text, language_));
    std::vector<text::Line> lines = fitted({});
    // A dictionary takes its time: only for paragraphs whose last line may have cut a word.
    const bool is_short = lines.size() > 1 && lines.back().width < kShortLine * static_cast<float>(em);
    return chinese_ && is_short ? fitted(measure_.insides_of_words(text, language_)) : lines;
}

Wrapped Builder::wrap(std::string_view text, const TextStyle& style, float width) const {
    const int whole = em(style.size);
    const int least = static_cast<int>(kLeastShrunk * static_cast<float>(whole));
    for (int size = whole; size >= least; --size) {
        std::vector<text::Line> lines = fit(text, style, size, width);
        if (std::ranges::any_of(lines, &text::Line::torn)) continue;
        return {text, std::move(lines), style, size, line_height(style.size)};
    }
    return {text, fit(text, style, whole, width), style, whole, line_height(style.size)};
}

float Builder::natural_width(std::string_view text, const TextStyle& style) const {
    return std::ceil(text::widest(fit(text, style, em(style.size), kUnlimited)));
}

void Builder::place(const Wrapped& text, float x, float y, float width) {
    const auto size = static_cast<float>(text.em);
    float middle = y + text.line_height / 2;
    for (const text::Line& line : text.lines) {
        TextItem item;
        item.text = visible_part(line.of(text.text));
        item.x = text.style.centred ? x + (width - line.width) / 2 : x;
        item.baseline = middle + kMiddle * size;
        item.width = line.width;
        item.em = text.em;
        item.face = text.style.face;
        item.role = text.style.role;
        item.underlined = text.style.underlined;
        item.control = text.style.control;
        if (!item.text.empty()) put(std::move(item));
        middle += text.line_height;
    }
}

void Builder::paragraph(std::string_view text, const TextStyle& style) {
    const Wrapped wrapped = wrap(text, style, width_);
    place(wrapped, left_, y_, width_);
    y_ += wrapped.height();
}

void Builder::icon_line(Icon icon_name, Role icon_role, std::string_view text, const TextStyle& style) {
    const float square = scaled(24);
    const float indent = square + space::tight;
    const Wrapped wrapped = wrap(text, style, width_ - indent);
    const float top = std::max(0.0F, (square - wrapped.line_height) / 2);
    icon(icon_name, {left_, y_ + top + (wrapped.line_height - square) / 2, square, square}, icon_role);
    place(wrapped, left_ + indent, y_ + top, width_ - indent);
    y_ += std::max(square, top + wrapped.height());
}

void Builder::source_numbers(const std::string& label, const std::vector<int>& numbers) {
    if (numbers.empty()) return;
    std::string line = label;
    for (const int number : numbers) line += " [" + std::to_string(number) + "]";
    paragraph(line, {.size = TextSize::small, .role = Role::muted});
}

std::size_t Builder::put(Item item) {
    layout_.items.push_back(std::move(item));
    return layout_.items.size() - 1;
}

void Builder::icon(Icon icon_name, Rect square, Role role, int control) {
    put(IconItem{icon_name, square, role, control});
}

std::size_t Builder::key(std::string_view key, Rect rect) {
    layout_.rects.push_back({std::string(key), rect});
    return layout_.rects.size() - 1;
}

int Builder::control(std::string_view key_name, Rect rect, float radius, bool disabled) {
    key(key_name, rect);
    layout_.controls.push_back({std::string(key_name), rect, radius, disabled});
    return static_cast<int>(layout_.controls.size()) - 1;
}

void Builder::set_height(int control, float height) {
    ControlArea& area = layout_.controls[static_cast<std::size_t>(control)];
    area.rect.height = height;
    const auto found = std::find_if(layout_.rects.rbegin(), layout_.rects.rend(),
                                    [&](const KeyRect& one) { return one.key == area.key; });
    if (found != layout_.rects.rend()) found->rect.height = height;
}

int Builder::control(const session::Control& one, Rect rect, float radius) {
    return control(one.key, rect, radius, one.disabled);
}

}  // namespace selfcheck::ui
