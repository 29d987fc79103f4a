// SPDX-License-Identifier: MIT
//
// layout_controls.cpp: the toolbar, rows of segments, progress, buttons.
#include <algorithm>

#include "ui/layout_builder.h"

namespace selfcheck::ui {
namespace {

using session::ButtonRole;
using session::Buttons;
using session::Control;
using session::Progress;
using session::Toolbar;

constexpr float kButtonPadding = space::large;
constexpr float kSegmentPadding = 8;  // five segments in a row of 328 px

TextStyle segment_style(const Control& control) {
    return {.size = TextSize::small,
            .face = control.selected ? Face::bold : Face::regular,
            .role = control.disabled   ? Role::disabled
                    : control.selected ? Role::accent
                                       : Role::text,
            .centred = true};
}

bool dials(const Control& control) { return control.href.starts_with("tel:"); }

Surface surface_of(const Buttons::Button& button) {
    switch (button.role) {
        case ButtonRole::primary:
            return dials(button.control) ? Surface::call : Surface::primary;
        case ButtonRole::secondary:
            return Surface::secondary;
        case ButtonRole::quiet:
            return Surface::quiet;
    }
    return Surface::secondary;
}

TextStyle button_style(const Buttons::Button& button) {
    TextStyle style{.face = Face::bold, .centred = true, .balanced = true};
    if (button.role == ButtonRole::primary) style.role = dials(button.control) ? Role::on_tone : Role::on_accent;
    if (button.role == ButtonRole::quiet)
        style.role = Role::accent, style.underlined = true, style.face = Face::regular;
    if (button.control.disabled && button.role != ButtonRole::primary) style.role = Role::disabled;
    return style;
}

float button_icon(const Buttons::Button& button, const Builder& pen) {
    return dials(button.control) ? pen.scaled(26) + space::small : 0;
}

Wrapped wrap_label(const Buttons::Button& button, const Builder& pen, float width) {
    const float inside = width - 2 * kButtonPadding - button_icon(button, pen);
    return pen.wrap(button.control.label, button_style(button), inside);
}

void place_button(const Buttons::Button& button, Rect rect, Builder& pen) {
    const int control = pen.control(button.control, rect, radius::control);
    pen.put(Panel{.rect = rect,
                  .surface = surface_of(button),
                  .tone = Tone::emergency,
                  .control = control,
                  .selected = button.control.selected,
                  .disabled = button.control.disabled});
    Wrapped label = wrap_label(button, pen, rect.width);
    label.style.control = control;
    float x = rect.x + kButtonPadding;
    float width = rect.width - 2 * kButtonPadding;
    if (const float icon = button_icon(button, pen); icon > 0) {
        const float square = icon - space::small;
        x += (width - label.width() - icon) / 2;
        pen.icon(Icon::phone, {x, rect.y + (rect.height - square) / 2, square, square}, label.style.role, control);
        x += icon;
        width = label.width();
    }
    pen.place(label, x, rect.y + (rect.height - label.height()) / 2, width);
}

/// How many buttons from `at` on share a row: up to two of one role, not the primary one, if short
/// enough.
std::size_t in_one_row(const Buttons& block, std::size_t at, const Builder& pen) {
    if (at + 1 >= block.buttons.size()) return 1;
    const auto& one = block.buttons[at];
    const auto& two = block.buttons[at + 1];
    if (one.role == ButtonRole::primary || one.role != two.role) return 1;
    const float room = (pen.width() - space::small) / 2 - 2 * kButtonPadding;
    const auto fits = [&](const Buttons::Button& button) {
        return pen.natural_width(button.control.label, button_style(button)) <= room;
    };
    return fits(one) && fits(two) ? 2 : 1;
}

}  // namespace

Segments measure_segments(const std::vector<Control>& controls, const Builder& pen, float width) {
    Segments row;
    row.controls = &controls;
    float x = 0;
    float y = 0;
    for (const Control& control : controls) {
        // As wide as in bold, so that choosing another one moves nothing.
        TextStyle style = segment_style(control);
        style.face = Face::bold;
        const float natural = pen.natural_width(control.label, style) + 2 * kSegmentPadding;
        const float wide = std::min(std::max(natural, size::target), width);
        const Wrapped label = pen.wrap(control.label, style, wide - 2 * kSegmentPadding);
        const float high = std::max(size::target, label.height() + space::medium);
        if (x > 0 && x + space::tight + wide > width) {
            x = 0;
            y = row.height + space::tight;
        }
        if (x > 0) x += space::tight;
        row.rects.push_back({x, y, wide, high});
        x += wide;
        row.width = std::max(row.width, x);
        row.height = std::max(row.height, y + high);
    }
    return row;
}

void place_segments(const Segments& row, Builder& pen, float x, float y) {
    const auto moved = [&](Rect rect) { return Rect{rect.x + x, rect.y + y, rect.width, rect.height}; };
    pen.put(Panel{.rect = moved({0, 0, row.width, row.height}), .surface = Surface::track});
    for (std::size_t i = 0; i < row.rects.size(); ++i) {
        const Control& one = (*row.controls)[i];
        const Rect rect = moved(row.rects[i]);
        const int control = pen.control(one, rect, radius::control);
        pen.put(Panel{.rect = rect,
                      .surface = Surface::segment,
                      .control = control,
                      .selected = one.selected,
                      .disabled = one.disabled});
        TextStyle style = segment_style(one);
        style.control = control;
        const float room = rect.width - 2 * kSegmentPadding;
        const Wrapped label = pen.wrap(one.label, style, room);
        pen.place(label, rect.x + kSegmentPadding, rect.y + (rect.height - label.height()) / 2, room);
    }
}

void lay_out_block(const Toolbar& block, Builder& pen) {
    std::vector<Segments> groups;
    float all = 0;
    for (const Toolbar::Group& group : block.groups) {
        if (group.controls.empty()) continue;
        groups.push_back(measure_segments(group.controls, pen, pen.width()));
        all += groups.back().width + (groups.size() > 1 ? space::tight : 0);
    }
    // In one row where they fit; else the first alone, so that no small one is left over at the
    // end.
    const bool one_row = all <= pen.width();
    for (std::size_t i = 0; i < groups.size();) {
        std::size_t end = i + 1;
        float width = groups[i].width;
        float height = groups[i].height;
        while (end < groups.size() && (one_row || i > 0) && width + space::tight + groups[end].width <= pen.width()) {
            width += space::tight + groups[end].width;
            height = std::max(height, groups[end].height);
            ++end;
        }
        if (i > 0) pen.down(space::tight);
        // The first of a row begins at the left, all others end at the right.
        float x = pen.left();
        for (std::size_t j = i; j < end; ++j) {
            place_segments(groups[j], pen, x, pen.y());
            x += groups[j].width + space::tight + (j == i ? pen.width() - width : 0);
        }
        pen.down(height);
        i = end;
    }
}

void lay_out_block(const Progress& block, Builder& pen) {
    pen.paragraph(block.label, {.size = TextSize::small, .role = Role::muted});
    pen.down(space::hair);
    const float total = static_cast<float>(std::max(block.total, 1));
    pen.put(ProgressBar{{pen.left(), pen.y(), pen.width(), size::progress},
                        std::clamp(static_cast<float>(block.done) / total, 0.0F, 1.0F)});
    pen.down(size::progress);
}

void lay_out_block(const Buttons& block, Builder& pen) {
    for (std::size_t i = 0; i < block.buttons.size();) {
        if (i > 0) pen.down(space::small);
        const std::size_t count = in_one_row(block, i, pen);
        const float width = (pen.width() - (count > 1 ? space::small : 0)) / static_cast<float>(count);
        float height = size::button;
        for (std::size_t j = i; j < i + count; ++j) {
            height = std::max(height, wrap_label(block.buttons[j], pen, width).height() + space::large);
        }
        for (std::size_t j = i; j < i + count; ++j) {
            const float x = pen.left() + static_cast<float>(j - i) * (width + space::small);
            place_button(block.buttons[j], {x, pen.y(), width, height}, pen);
        }
        pen.down(height);
        i += count;
    }
}

}  // namespace selfcheck::ui
