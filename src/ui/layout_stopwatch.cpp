// SPDX-License-Identifier: MIT
//
// layout_stopwatch.cpp: the stopwatch beside a number: how it is done, the area to tap, what came of it.
#include <algorithm>
#include <cmath>

#include "ui/layout_builder.h"

namespace selfcheck::ui {
namespace {

using session::Buttons;
using session::Stopwatch;

void buttons(const Stopwatch& block, Builder& pen) { lay_out_block(Buttons{"", block.buttons}, pen); }

void paragraphs(const Stopwatch& block, const TextStyle& style, Builder& pen) {
    for (const auto& text : block.texts) {
        pen.paragraph(text, style);
        pen.down(space::small);
    }
}

void lay_out_ready(const Stopwatch& block, Builder& pen) {
    lay_out_card(pen, [&](Builder& inside) {
        inside.paragraph(block.title, {.size = TextSize::heading, .face = Face::bold, .balanced = true});
        inside.down(space::small);
        lay_out_block(session::List{"", true, block.steps}, inside);
        inside.down(space::medium);
        for (const auto& confirm : block.confirm) {
            lay_out_option({confirm, ""}, true, inside);
            inside.down(space::small);
        }
        buttons(block, inside);
    });
}

void lay_out_done(const Stopwatch& block, Builder& pen) {
    lay_out_card(pen, [&](Builder& inside) {
        inside.paragraph(block.title, {.size = TextSize::title, .face = Face::bold, .balanced = true});
        inside.down(space::tight);
        paragraphs(block, {}, inside);
        inside.down(space::hair);
        buttons(block, inside);
    });
}

/// A clock for times of up to three digits before the point, as large as `width` allows.
Clock clock_for(const Stopwatch& block, float width, Role role, int control, const Builder& pen) {
    Clock clock;
    clock.starts = block.starts / 1000;
    clock.ends = block.ends / 1000;
    clock.em = static_cast<int>(pen.scaled(size::clock));
    clock.role = role;
    clock.control = control;
    for (;; --clock.em) {
        for (std::size_t i = 0; i < clock.digits.size(); ++i) {
            const auto digit = static_cast<char32_t>(U'0' + i);
            clock.digits[i] = pen.advance(digit, Face::bold, clock.em);
        }
        clock.point = pen.advance(U'.', Face::bold, clock.em);
        const float widest = *std::max_element(clock.digits.begin(), clock.digits.end());
        if (4 * widest + clock.point <= width || clock.em <= pen.em(TextSize::title)) return clock;
    }
}

/// What to do on top, the clock in the middle, how many there were below.
void lay_out_counting(const Stopwatch& block, Builder& pen) {
    const bool running = block.phase == Stopwatch::Phase::running;
    const Role ink = running ? Role::on_accent : Role::text;
    const float padding = space::large;
    const float width = pen.width() - 2 * padding;
    for (const auto& tap : block.tap) {
        const Rect rect{pen.left(), pen.y(), pen.width(), size::tap};
        const int control = pen.control(tap, rect, radius::card);
        const std::size_t area = pen.put(
            Panel{.rect = rect, .surface = running ? Surface::primary : Surface::secondary, .control = control});
        TextStyle style{.size = TextSize::heading,
                        .face = Face::bold,
                        .role = ink,
                        .centred = true,
                        .balanced = true,
                        .control = control};
        const Wrapped label = pen.wrap(tap.label, style, width);
        const Wrapped marks = pen.wrap(block.marks, style, width);
        style.size = TextSize::body;
        const Wrapped count = pen.wrap(block.count_text, style, width);
        Clock clock = clock_for(block, width, ink, control, pen);
        const float digits = std::round(1.1F * static_cast<float>(clock.em));
        const float words = 2 * padding + label.height() + marks.height() + count.height();
        const float height = std::max(size::tap, words + digits + 2 * space::small);

        const float x = pen.left() + padding;
        pen.place(label, x, rect.y + padding, width);
        const float below = rect.y + height - padding - count.height() - marks.height();
        clock.rect = {x, rect.y + padding + label.height(), width, 0};
        clock.rect.height = below - clock.rect.y;
        pen.put(clock);
        pen.place(marks, x, below, width);
        pen.place(count, x, below + marks.height(), width);
        pen.set_height(control, height);
        pen.panel(area).rect.height = height;
        pen.down(height + space::small);
    }
    buttons(block, pen);
}

}  // namespace

std::string Clock::reading(double now) const {
    const double left = starts - now;
    // A frame may carry a time from just before the touch that it follows: it must not show a second more.
    constexpr double kFrame = 0.05;
    if (left > 0) return std::to_string(std::max(1, static_cast<int>(std::ceil(left - kFrame))));
    const auto tenths = static_cast<long>(std::floor((std::min(now, ends) - starts) * 10 + 0.5));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void lay_out_block(const Stopwatch& block, Builder& pen) {
    switch (block.phase) {
        case Stopwatch::Phase::closed:
            paragraphs(block, {.face = Face::bold, .role = Role::accent}, pen);
            return buttons(block, pen);
        case Stopwatch::Phase::ready:
            return lay_out_ready(block, pen);
        case Stopwatch::Phase::countdown:
        case Stopwatch::Phase::running:
            return lay_out_counting(block, pen);
        case Stopwatch::Phase::done:
            return lay_out_done(block, pen);
    }
}

}  // namespace selfcheck::ui
