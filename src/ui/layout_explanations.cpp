// SPDX-License-Identifier: MIT
//
// layout_explanations.cpp: what the result page is made of: findings, meters, figures, cards,
// sources.
#include <algorithm>
#include <cmath>

#include "ui/figures.h"
#include "ui/layout_builder.h"

namespace selfcheck::ui {
namespace {

using session::Answers;
using session::Card;
using session::Control;
using session::Figure;
using session::Finding;
using session::Meter;
using session::Sheet;
using session::Sources;

constexpr float kFigureWidest = 480;  // at 100 %
constexpr float kFigureGrid = 320;    // units that a drawing is wide
constexpr float kStepNumber = 13;     // of them, half a disc with a number

constexpr TextStyle kSmallMuted{.size = TextSize::small, .role = Role::muted};

void hairline(Builder& pen) { pen.put(Panel{.rect = {pen.left(), pen.y(), pen.width(), 1}, .surface = Surface::rule}); }

/// The level as icon and word in a pill.
void level_pill(Tone tone, std::string_view word, Builder& pen) {
    const TextStyle style{.size = TextSize::small, .face = Face::bold, .role = tone_role(tone)};
    const float icon = pen.scaled(22);
    const float before = space::small + icon + space::hair;
    const Wrapped label = pen.wrap(word, style, pen.width() - before - space::medium);
    const float height = std::max(icon, label.height()) + space::tight;
    pen.put(Panel{.rect = {pen.left(), pen.y(), before + label.width() + space::medium, height},
                  .surface = Surface::pill,
                  .tone = tone});
    pen.icon(icon_of(tone), {pen.left() + space::small, pen.y() + (height - icon) / 2, icon, icon}, style.role);
    pen.place(label, pen.left() + before, pen.y() + (height - label.height()) / 2, label.width());
    pen.down(height);
}

/// Words with a bar of the tone at their edge.
void advice(Tone tone, std::string_view text, Builder& pen) {
    const float top = pen.y();
    const std::size_t bar = pen.put(Panel{.rect = {pen.left(), top, 4, 0}, .surface = Surface::bar, .tone = tone});
    Builder inside = pen;
    inside.indent(space::medium);
    inside.paragraph(text, {});
    pen.move_to(inside.y());
    pen.panel(bar).rect.height = pen.y() - top;
}

/// One answer of the reader, with the way back to its question.
void answer_row(const Answers::Row& row, Builder& pen) {
    const float top = pen.y();
    const std::size_t place = pen.key(row.key, {pen.left(), top, pen.width(), 0});
    const TextStyle button{.size = TextSize::small, .role = Role::accent, .centred = true, .underlined = true};
    const Control* change = row.change.empty() ? nullptr : &row.change.front();
    // The button stands to the right, in up to two lines, and below the words only where it is
    // longer or leaves them too little room.
    float button_width = 0;
    bool beside = true;
    Wrapped label;
    if (change != nullptr) {
        const float natural = pen.natural_width(change->label, button) + space::medium;
        button_width = std::max(size::target, std::min(natural, std::floor(0.42F * pen.width())));
        label = pen.wrap(change->label, button, button_width - space::medium);
        const float least = 6 * static_cast<float>(pen.em(TextSize::body));  // for the words
        beside = label.lines.size() <= 2 && label.width() <= button_width - space::medium &&
                 pen.width() - button_width - space::tight >= least;
        if (!beside) {
            button_width = std::clamp(natural, size::target, pen.width());
            label = pen.wrap(change->label, button, button_width - space::medium);
        }
    }
    const float words_width = beside && change != nullptr ? pen.width() - button_width - space::tight : pen.width();
    const Wrapped question = pen.wrap(row.question, kSmallMuted, words_width);
    const Wrapped answer =
        pen.wrap(row.answer,
                 {.face = row.answered ? Face::bold : Face::regular, .role = row.answered ? Role::text : Role::muted},
                 words_width);
    const float words = question.height() + answer.height();
    const float padding = space::hair;

    const float label_width = button_width - space::medium;
    const float button_height = change == nullptr ? 0 : std::max(size::target, label.height() + space::medium);
    const float height = beside ? std::max(words + 2 * padding, button_height) : words + 2 * padding;
    const float y = top + (height - words) / 2;
    pen.place(question, pen.left(), y, words_width);
    pen.place(answer, pen.left(), y + question.height(), words_width);
    pen.down(height);
    if (change != nullptr) {
        const Rect rect = beside ? Rect{pen.left() + pen.width() - button_width, top + (height - button_height) / 2,
                                        button_width, button_height}
                                 : Rect{pen.left(), pen.y() - padding, button_width, button_height};
        const int control = pen.control(*change, rect, radius::control);
        pen.put(Panel{.rect = rect, .surface = Surface::quiet, .control = control});
        label.style.control = control;
        const float inset = beside ? space::tight : 0;
        pen.place(label, rect.x + inset, rect.y + (rect.height - label.height()) / 2, label_width);
        if (!beside) pen.move_to(rect.bottom());
    }
    pen.rect(place).height = pen.y() - top;
}

/// The numbers by which the words under a circle name its steps.
void number_steps(std::string_view figure, const Rect& picture, Builder& pen) {
    const float scale = picture.width / kFigureGrid;
    const float half = std::round(kStepNumber * scale);
    const int em = static_cast<int>(1.3F * half);
    int number = 0;
    for (const Point& step : figure_steps(figure)) {
        const std::string digit = std::to_string(++number);
        const Point centre{picture.x + step.x * scale, picture.y + step.y * scale};
        const Rect disc{centre.x - half, centre.y - half, 2 * half, 2 * half};
        pen.put(Panel{.rect = disc, .surface = Surface::dot, .tone = Tone::accent});
        const float width = pen.advance(static_cast<char32_t>(digit.front()), Face::bold, em);
        pen.put(TextItem{.text = digit,
                         .x = centre.x - width / 2,
                         .baseline = centre.y + 0.36F * static_cast<float>(em),
                         .width = width,
                         .em = em,
                         .face = Face::bold,
                         .role = Role::on_accent});
    }
}

void figure_panel(const Figure& figure, Builder& pen) {
    const float aspect = figure_aspect(figure.name);
    if (aspect <= 0) return;
    const float width = std::min(pen.width(), pen.scaled(kFigureWidest));
    const Rect rect{pen.left() + (pen.width() - width) / 2, pen.y(), width, std::round(width / aspect)};
    pen.put(Panel{.rect = rect, .surface = Surface::picture});
    Picture picture{rect, figure.name, figure.key};
    for (const auto& slider : figure.slider) {
        picture.pose.phase = static_cast<float>(slider.phase);
        picture.held = true;
    }
    for (const auto& ring : figure.ring) {
        if (!ring.caption.empty()) picture.pose.enters = ring.enters;
        for (const auto& broken : ring.broken) picture.pose.broken_after.push_back(broken.after);
    }
    pen.put(std::move(picture));
    if (!figure.ring.empty()) number_steps(figure.name, rect, pen);
    pen.down(rect.height);
}

/// What is tried, in words that keep their height whatever the number is, and the track.
void lay_out_slider(const session::Slider& slider, Builder& pen) {
    pen.down(space::small);
    pen.paragraph(slider.label, kSmallMuted);
    const TextStyle style{.face = Face::bold};
    const Wrapped words = pen.wrap(slider.value_text, style, pen.width());
    pen.place(words, pen.left(), pen.y(), pen.width());
    float highest = words.height();
    for (const std::string& text : slider.all_texts) {
        highest = std::max(highest, pen.wrap(text, style, pen.width()).height());
    }
    pen.down(highest + space::hair);
    const Rect rect{pen.left(), pen.y(), pen.width(), size::target};
    const double span = slider.max > slider.min ? slider.max - slider.min : 1;
    const auto fraction = static_cast<float>(std::clamp((slider.value - slider.min) / span, 0.0, 1.0));
    pen.put(SliderTrack{rect, fraction, pen.control(slider.key, rect, radius::control, false)});
    pen.down(rect.height);
}

/// Why it begins where it does, and what breaks it, marked as in the picture.
void lay_out_ring(const session::Ring& ring, Builder& pen) {
    pen.down(space::small);
    pen.paragraph(ring.legend, kSmallMuted);
    pen.down(space::small);
    if (!ring.caption.empty()) pen.paragraph(ring.caption, {});
    if (ring.broken.empty()) return;
    if (!ring.caption.empty()) pen.down(space::small);
    pen.paragraph(ring.ways_out, {});
    for (const auto& broken : ring.broken) {
        pen.down(space::tight);
        pen.icon_line(Icon::check, Role::self_care, broken.text, {});
    }
}

/// Swatch and word for each band, as many in a row as fit; the current one bold.
void legend(const Meter& block, Builder& pen) {
    const float swatch = pen.scaled(14);
    const float line = pen.line_height(TextSize::small);
    float x = 0;
    for (std::size_t i = 0; i < block.bands.size(); ++i) {
        const bool here = static_cast<int>(i) == block.current;
        const TextStyle style{.size = TextSize::small,
                              .face = here ? Face::bold : Face::regular,
                              .role = here ? Role::text : Role::muted};
        const float indent = swatch + space::tight;
        const Wrapped label = pen.wrap(block.bands[i].label, style, pen.width() - indent);
        const float wide = indent + label.width();
        if (x > 0 && x + wide > pen.width()) {
            pen.down(line + space::hair);
            x = 0;
        }
        pen.put(Panel{.rect = {pen.left() + x, pen.y() + (line - swatch) / 2, swatch, swatch},
                      .surface = Surface::bar,
                      .tone = block.bands[i].tone,
                      .pale = block.bands[i].pale});
        pen.place(label, pen.left() + x + indent, pen.y(), label.width());
        if (label.lines.size() > 1) {
            pen.down(label.height() - line);
        }
        x += wide + space::medium;
    }
    pen.down(line);
}

}  // namespace

void lay_out_block(const Answers& block, Builder& pen) {
    lay_out_card(pen, [&](Builder& inside) {
        for (std::size_t i = 0; i < block.rows.size(); ++i) {
            if (i > 0) {
                inside.down(space::hair);
                hairline(inside);
                inside.down(space::hair);
            }
            answer_row(block.rows[i], inside);
        }
    });
}

void lay_out_block(const Finding& block, Builder& pen) {
    lay_out_card(pen, [&](Builder& inside) {
        level_pill(block.tone, block.level, inside);
        inside.down(space::small);
        inside.paragraph(block.title, {.face = Face::bold, .balanced = true});
        if (!block.text.empty()) {
            inside.down(space::tight);
            inside.paragraph(block.text, {});
        }
        if (!block.action.empty()) {
            inside.down(space::small);
            advice(block.tone, block.action, inside);
        }
        if (!block.because.empty()) {
            inside.down(space::medium);
            hairline(inside);
            inside.down(space::small);
            inside.paragraph(block.because_label, kSmallMuted);
            for (const auto& because : block.because) {
                inside.down(space::tight);
                answer_row(because, inside);
            }
            for (const Control& more : block.more) {
                lay_out_block(session::Buttons{"", {{more, session::ButtonRole::quiet}}}, inside);
            }
        }
        if (!block.sources.empty()) {
            inside.down(space::small);
            inside.source_numbers(block.sources_label, block.sources);
        }
    });
}

void lay_out_block(const Meter& block, Builder& pen) {
    lay_out_card(pen, [&](Builder& inside) {
        inside.paragraph(block.title, {.face = Face::bold, .balanced = true});
        inside.down(space::hair);
        inside.paragraph(block.value_text, {.size = TextSize::title, .face = Face::bold});
        inside.down(space::small);
        const double span = block.max > block.min ? block.max - block.min : 1;
        const auto at = [&](double value) {
            return static_cast<float>((std::clamp(value, block.min, std::max(block.min, block.max)) - block.min) /
                                      span);
        };
        Scale scale;
        scale.rect = {inside.left(), inside.y(), inside.width(), 32};
        scale.marker = at(block.value);
        for (std::size_t i = 0; i < block.bands.size(); ++i) {
            const auto& band = block.bands[i];
            scale.parts.push_back({.from = at(band.from),
                                   .to = at(band.to),
                                   .tone = band.tone,
                                   .pale = band.pale,
                                   .current = static_cast<int>(i) == block.current});
        }
        inside.down(scale.rect.height + space::tight);
        inside.put(std::move(scale));
        if (!block.bands.empty()) legend(block, inside);
        if (block.text.empty()) return;
        inside.down(space::small);
        inside.paragraph(block.text, {});
    });
}

void lay_out_block(const Figure& block, Builder& pen) { figure_panel(block, pen); }

void lay_out_figure(const Figure& figure, float above, Builder& pen) {
    const float before = pen.y();
    pen.down(above);
    const float top = pen.y();
    const std::size_t key = pen.key(figure.key, {pen.left(), top, pen.width(), 0});
    figure_panel(figure, pen);
    if (pen.y() > top) {
        for (const auto& slider : figure.slider) lay_out_slider(slider, pen);
        for (const auto& ring : figure.ring) lay_out_ring(ring, pen);
    }
    pen.rect(key).height = pen.y() - top;
    if (pen.y() == top) pen.move_to(before);
}

void lay_out_block(const Card& block, Builder& pen) {
    const float top = pen.y();
    const std::size_t panel = pen.put(Panel{.rect = {pen.left(), top, pen.width(), 0}, .surface = Surface::card});
    Builder inside = pen;
    inside.narrow(space::medium);
    const float chevron = pen.scaled(24);
    const float title_width = inside.width() - chevron - space::small;

    // The header, from edge to edge, is the control: title and summary.
    const int control = pen.control(block.toggle, {pen.left(), top, pen.width(), 0}, radius::card);
    const std::size_t header = pen.put(Panel{.rect = {pen.left(), top, pen.width(), 0},
                                             .surface = Surface::header,
                                             .control = control,
                                             .selected = block.open});
    const Wrapped title =
        inside.wrap(block.toggle.label, {.face = Face::bold, .balanced = true, .control = control}, title_width);
    const Wrapped summary = inside.wrap(block.summary, {.role = Role::muted, .control = control}, inside.width());
    const float between = summary.lines.empty() ? 0 : space::hair;
    const float words = title.height() + between + summary.height();
    const float height = std::max(size::option, words + 2 * space::medium);
    const float y = top + (height - words) / 2;
    inside.place(title, inside.left(), y, title_width);
    inside.place(summary, inside.left(), y + title.height() + between, inside.width());
    inside.icon(block.open ? Icon::chevron_up : Icon::chevron,
                {inside.left() + inside.width() - chevron, y + (title.line_height - chevron) / 2, chevron, chevron},
                Role::accent, control);
    pen.set_height(control, height);
    pen.panel(header).rect.height = height;

    inside.move_to(top + height);
    if (block.open) {
        hairline(inside);
        for (const Figure& figure : block.figures) lay_out_figure(figure, space::medium, inside);
        bool first = true;
        for (const std::string& text : block.body) {
            inside.down(first ? space::medium : space::small);
            first = false;
            inside.paragraph(text, {});
        }
        if (!block.sources.empty()) {
            inside.down(space::medium);
            inside.source_numbers(block.sources_label, block.sources);
        }
        if (!block.covers.empty()) {
            inside.down(space::hair);
            inside.paragraph(block.covers, kSmallMuted);
        }
        for (const Control& more : block.more) {
            inside.down(space::small);
            lay_out_block(session::Buttons{"", {{more, session::ButtonRole::secondary}}}, inside);
        }
        inside.down(space::medium);
    }
    pen.move_to(inside.y());
    pen.panel(panel).rect.height = pen.y() - top;
}

void lay_out_block(const Sources& block, Builder& pen) {
    float number_width = 0;
    for (const auto& entry : block.entries) {
        number_width = std::max(number_width, pen.natural_width(std::to_string(entry.number), kSmallMuted));
    }
    number_width += space::small;
    const float icon = pen.scaled(18);
    bool first = true;
    for (const auto& entry : block.entries) {
        if (!first) {
            pen.down(space::hair);
            hairline(pen);
            pen.down(space::hair);
        }
        first = false;
        const bool link = !entry.url.empty();
        const float x = pen.left() + number_width;
        const float room = pen.width() - number_width - (link ? icon + space::hair : 0);
        TextStyle style{.size = TextSize::small, .role = link ? Role::accent : Role::text};
        Wrapped text = pen.wrap(entry.text, style, room);
        const float height = std::max(size::target, text.height() + space::medium);
        const Rect rect{x, pen.y(), pen.width() - number_width, height};
        const float y = rect.y + (height - text.height()) / 2;
        const std::string digits = std::to_string(entry.number);
        pen.place(pen.wrap(digits, kSmallMuted, number_width), pen.left(), y, number_width);
        if (link) {
            text.style.control = pen.control(entry.key, rect, radius::small, false);
            pen.put(Panel{.rect = rect, .surface = Surface::quiet, .control = text.style.control});
            const float end = text.lines.empty() ? 0 : text.lines.back().width - text.lines.back().hang;
            const float last = y + text.height() - text.line_height;
            pen.icon(Icon::outward, {x + end + space::hair, last + (text.line_height - icon) / 2, icon, icon},
                     Role::accent, text.style.control);
        } else {
            pen.key(entry.key, rect);
        }
        pen.place(text, x, y, room);
        pen.move_to(rect.bottom());
        if (entry.note.empty()) continue;
        const Wrapped note = pen.wrap(entry.note, kSmallMuted, pen.width() - number_width);
        pen.place(note, x, pen.y(), pen.width() - number_width);
        pen.down(note.height() + space::tight);
    }
}

void lay_out_block(const Sheet& block, Builder& pen) {
    bool first = true;
    for (const Sheet::Page& page : block.pages) {
        if (!first) pen.down(space::medium);
        first = false;
        lay_out_card(pen, [&](Builder& inside) {
            inside.speak(page.language);
            inside.paragraph(page.title, {.face = Face::bold, .balanced = true});
            inside.down(space::hair);
            inside.paragraph(page.note, kSmallMuted);
            for (const Sheet::Part& part : page.parts) {
                inside.down(space::medium);
                hairline(inside);
                inside.down(space::small);
                inside.paragraph(part.title, {.face = Face::bold, .role = Role::accent});
                for (const std::string& item : part.items) {
                    inside.down(space::tight);
                    inside.paragraph(item, {});
                }
            }
        });
    }
}

}  // namespace selfcheck::ui
