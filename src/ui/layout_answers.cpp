// SPDX-License-Identifier: MIT
//
// layout_answers.cpp: what is asked: choices and numbers.
#include <algorithm>

#include "ui/layout_builder.h"

namespace selfcheck::ui {
namespace {

using session::ActionKind;
using session::Choice;
using session::Control;
using session::Number;

constexpr float kLeastStepperRow = 10;  // em: all steppers of a phone at large text look alike
constexpr float kFieldWidth = 7.5F;     // em of the digits
constexpr float kFieldPadding = 18;     // as the twin's <input>: 2 px border and 16 px padding
constexpr float kFieldVertical = 14;

/// What is asked, in words and perhaps a picture.
template <typename Question>
void question_words(const Question& block, Builder& pen) {
    pen.paragraph(block.legend, {.size = TextSize::heading, .face = Face::bold, .balanced = true});
    if (!block.help.empty()) {
        pen.down(space::tight);
        pen.paragraph(block.help, {.role = Role::muted});
    }
    for (const session::Figure& figure : block.figures) lay_out_figure(figure, space::medium, pen);
}

void error_words(const std::string& error, Builder& pen) {
    if (error.empty()) return;
    pen.down(space::small);
    pen.icon_line(Icon::error, Role::error, error, {.face = Face::bold, .role = Role::error});
}

struct FieldSizes {
    float frame;  // width
    float height;
    float cell;  // frame and unit
};

float field_height(const Builder& pen) {
    return std::max(size::button, pen.line_height(TextSize::heading) + 2 * kFieldVertical);
}

FieldSizes measure_fields(const Number& block, const Builder& pen, float available) {
    FieldSizes sizes{};
    float unit = 0;
    for (const auto& field : block.fields) unit = std::max(unit, pen.natural_width(field.unit, {.face = Face::bold}));
    if (unit > 0) unit = std::min(unit, available / 2) + space::small;  // a long one wraps
    const float digits = kFieldWidth * static_cast<float>(pen.em(TextSize::heading));
    sizes.frame = std::max(size::target, std::min(digits + 2 * kFieldPadding, available - unit));
    sizes.cell = sizes.frame + unit;
    sizes.height = field_height(pen);
    for (const auto& field : block.fields) {
        const Wrapped words = pen.wrap(field.unit, {.face = Face::bold}, std::max(unit - space::small, 1.0F));
        sizes.height = std::max(sizes.height, words.height());
    }
    return sizes;
}

void place_frame(const session::Field& field, const FieldSizes& sizes, bool invalid, float x, float y, Builder& pen) {
    const Rect frame{x, y, sizes.frame, sizes.height};
    const int control = pen.control(field.key, frame, radius::control, false);
    pen.put(Panel{.rect = frame, .surface = Surface::field, .control = control, .invalid = invalid});

    TextItem typed;
    typed.text = field.text;
    typed.x = frame.x + kFieldPadding;
    typed.em = pen.em(TextSize::heading);
    typed.baseline = frame.y + frame.height / 2 + 0.38F * static_cast<float>(typed.em);
    typed.width = frame.width - 2 * kFieldPadding;
    typed.face = Face::bold;
    typed.typed = true;
    typed.control = control;
    if (!typed.text.empty()) pen.put(std::move(typed));
}

/// The frame and the unit behind it.
void place_field(const session::Field& field, const FieldSizes& sizes, bool invalid, float x, float y, Builder& pen) {
    place_frame(field, sizes, invalid, x, y, pen);
    const Wrapped unit = pen.wrap(field.unit, {.face = Face::bold}, sizes.cell - sizes.frame - space::small);
    pen.place(unit, x + sizes.frame + space::small, y + (sizes.height - unit.height()) / 2, unit.width());
}

void place_step(const Control& step, Rect rect, Builder& pen) {
    const int control = pen.control(step, rect, radius::control);
    const Role role = step.disabled ? Role::disabled : Role::accent;
    pen.put(Panel{.rect = rect, .surface = Surface::secondary, .control = control, .disabled = step.disabled});
    const Wrapped label =
        pen.wrap(step.label, {.face = Face::bold, .role = role, .centred = true, .control = control}, rect.width);
    pen.place(label, rect.x, rect.y + (rect.height - label.height()) / 2, rect.width);
}

/// The unit of a field: behind what ends at `end` where there is room for it in one line, else below, from `left` on.
struct Unit {
    Wrapped words;
    float x = 0;
    float below = 0;  // how much it adds to the height of the field; 0 behind it
};

Unit unit_of(const std::string& unit, float end, float left, const Builder& pen) {
    if (unit.empty()) return {};
    const TextStyle bold{.face = Face::bold};
    const float right = pen.left() + pen.width();
    const float behind = end + space::small;
    if (pen.natural_width(unit, bold) <= right - behind) return {pen.wrap(unit, bold, right - behind), behind, 0};
    const Wrapped words = pen.wrap(unit, bold, right - left);
    return {words, left, space::hair + words.height()};
}

/// At the field whose upper edge is at the pen and which is this tall; then the pen is below both.
void place_unit(const Unit& unit, float height, Builder& pen) {
    const float behind = (height - unit.words.height()) / 2;
    pen.place(unit.words, unit.x, pen.y() + (unit.below > 0 ? height + space::hair : behind), unit.words.width());
    pen.down(height + unit.below);
}

/// Less, the field, more: in one row, or where that is too narrow, the field and both below it.
void lay_out_stepper(const Number& block, Builder& pen) {
    const TextStyle bold{.face = Face::bold};
    const auto& field = block.fields.front();
    const bool invalid = !block.error.empty();
    float button = size::button;
    for (const Control& step : block.steps)
        button = std::max(button, pen.natural_width(step.label, bold) + space::large);
    const float aside = button + space::tight;
    const float least = 4 * static_cast<float>(pen.em(TextSize::heading)) * 0.6F + 2 * kFieldPadding;
    const float digits = kFieldWidth * static_cast<float>(pen.em(TextSize::heading)) + 2 * kFieldPadding;
    const float unit = pen.natural_width(field.unit, bold) + space::small;
    pen.paragraph(field.label, {.size = TextSize::small, .role = Role::muted});
    pen.down(space::tight);
    FieldSizes sizes{std::min(digits, pen.width()), field_height(pen), pen.width()};
    const float row = kLeastStepperRow * static_cast<float>(pen.em(TextSize::body));
    if (pen.width() < std::max(2 * aside + least, row)) {
        const Unit words = unit_of(field.unit, pen.left() + sizes.frame, pen.left(), pen);
        const float below = pen.y() + sizes.height + words.below + space::tight;
        const float half = (pen.width() - space::tight) / 2;
        place_step(block.steps.front(), {pen.left(), below, half, sizes.height}, pen);
        place_frame(field, sizes, invalid, pen.left(), pen.y(), pen);
        place_step(block.steps.back(), {pen.left() + half + space::tight, below, half, sizes.height}, pen);
        place_unit(words, sizes.height, pen);
        pen.down(space::tight + sizes.height);
        return;
    }
    // The frame gives way to a unit that fits behind the second button then.
    const bool gives_way = 2 * aside + least + unit <= pen.width();
    sizes.frame = std::min(digits, pen.width() - 2 * aside - (gives_way ? unit : 0));
    const float more = pen.left() + aside + sizes.frame + space::tight;
    place_step(block.steps.front(), {pen.left(), pen.y(), button, sizes.height}, pen);
    place_frame(field, sizes, invalid, pen.left() + aside, pen.y(), pen);
    place_step(block.steps.back(), {more, pen.y(), button, sizes.height}, pen);
    place_unit(unit_of(field.unit, more + button, pen.left() + aside, pen), sizes.height, pen);
}

/// A field across the column, to find options by.
void lay_out_finder(const session::Field& field, const std::string& found, Builder& pen) {
    pen.down(space::medium);
    pen.paragraph(field.label, {.size = TextSize::small, .role = Role::muted});
    pen.down(space::tight);
    const FieldSizes sizes{pen.width(), field_height(pen), pen.width()};
    place_frame(field, sizes, false, pen.left(), pen.y(), pen);
    pen.down(sizes.height);
    if (found.empty()) return;
    pen.down(space::tight);
    pen.paragraph(found, {.role = Role::muted});
}

void lay_out_fields(const Number& block, Builder& pen) {
    if (block.fields.empty()) return;
    if (block.fields.size() == 1 && block.steps.size() == 2) return lay_out_stepper(block, pen);
    const auto count = static_cast<float>(block.fields.size());
    const float share = (pen.width() - (count - 1) * space::medium) / count;
    const FieldSizes narrow = measure_fields(block, pen, share);
    // Fields stand side by side while at least four digits fit each frame.
    const float least = 4 * static_cast<float>(pen.em(TextSize::heading)) * 0.6F + 2 * kFieldPadding;
    const bool beside = block.fields.size() > 1 && narrow.frame >= least && narrow.cell <= share;
    const FieldSizes sizes = beside ? narrow : measure_fields(block, pen, pen.width());
    const TextStyle label{.size = TextSize::small, .role = Role::muted};

    if (beside) {
        float highest = 0;
        std::vector<Wrapped> labels;
        for (const auto& field : block.fields) {
            labels.push_back(pen.wrap(field.label, label, sizes.cell));
            highest = std::max(highest, labels.back().height());
        }
        for (std::size_t i = 0; i < block.fields.size(); ++i) {
            const float x = pen.left() + static_cast<float>(i) * (sizes.cell + space::medium);
            pen.place(labels[i], x, pen.y() + highest - labels[i].height(), sizes.cell);
            place_field(block.fields[i], sizes, !block.error.empty(), x, pen.y() + highest + space::tight, pen);
        }
        pen.down(highest + space::tight + sizes.height);
        return;
    }
    bool first = true;
    for (const auto& field : block.fields) {
        if (!first) pen.down(space::medium);
        first = false;
        pen.paragraph(field.label, label);
        pen.down(space::tight);
        place_field(field, sizes, !block.error.empty(), pen.left(), pen.y(), pen);
        pen.down(sizes.height);
    }
}

}  // namespace

void lay_out_option(const Choice::Option& option, bool box, Builder& pen) {
    const Control& one = option.control;
    const bool skip = one.action.kind == ActionKind::skip;
    const float mark = pen.scaled(26);
    const float text_x = pen.left() + space::medium + mark + space::small;
    const float text_width = pen.left() + pen.width() - space::medium - text_x;
    const Wrapped label = pen.wrap(one.label,
                                   {.role = one.disabled ? Role::disabled
                                            : skip       ? Role::muted
                                                         : Role::text},
                                   text_width);
    const Wrapped second = pen.wrap(option.hint, {.size = TextSize::small, .role = Role::muted}, text_width);
    const Wrapped warning = pen.wrap(option.warning, {.face = Face::bold, .role = tone_role(option.tone)}, text_width);
    const float text_height = label.height() + second.height() + warning.height();
    const float height = std::max(skip ? size::button : size::option, text_height + 2 * space::small);
    const Rect rect{pen.left(), pen.y(), pen.width(), height};
    const int control = pen.control(one, rect, radius::card);
    pen.put(Panel{.rect = rect,
                  .surface = skip ? Surface::option_quiet : Surface::option,
                  .control = control,
                  .selected = one.selected,
                  .disabled = one.disabled});
    pen.put(
        Mark{{rect.x + space::medium, rect.y + (height - mark) / 2, mark, mark}, box && !skip, one.selected, control});
    const float y = rect.y + (height - text_height) / 2;
    pen.place(label, text_x, y, text_width);
    pen.place(second, text_x, y + label.height(), text_width);
    pen.place(warning, text_x, y + label.height() + second.height(), text_width);
    pen.move_to(rect.bottom());
}

void lay_out_block(const Choice& block, Builder& pen) {
    question_words(block, pen);
    error_words(block.error, pen);
    for (const auto& field : block.find) lay_out_finder(field, block.found, pen);
    pen.down(space::medium);
    bool first = true;
    for (const auto& option : block.options) {
        if (!first) pen.down(space::small);
        first = false;
        lay_out_option(option, block.multiple, pen);
    }
}

void lay_out_block(const Number& block, Builder& pen) {
    question_words(block, pen);
    if (!block.units.empty()) {
        pen.down(space::medium);
        const Segments units = measure_segments(block.units, pen, pen.width());
        place_segments(units, pen, pen.left(), pen.y());
        pen.down(units.height);
    }
    pen.down(space::medium);
    lay_out_fields(block, pen);
    if (!block.understood.empty()) {
        pen.down(space::tight);
        pen.paragraph(block.understood, {.face = Face::bold, .role = Role::accent});
    }
    error_words(block.error, pen);
    for (const Control& skip : block.skip) {
        pen.down(space::medium);
        lay_out_option({skip, ""}, false, pen);
    }
}

}  // namespace selfcheck::ui
