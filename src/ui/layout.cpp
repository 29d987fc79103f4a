// SPDX-License-Identifier: MIT
#include "ui/layout.h"

#include <algorithm>

#include "ui/layout_builder.h"

namespace selfcheck::ui {
namespace {

using session::Block;

template <typename T>
bool is(const Block* block) {
    return block != nullptr && std::holds_alternative<T>(*block);
}

/// The heading level of a block, 0 when it is none.
int heading_level(const Block* block) {
    return is<session::Heading>(block) ? std::get<session::Heading>(*block).level : 0;
}

bool is_question(const Block* block) { return is<session::Choice>(block) || is<session::Number>(block); }

/// What lies between two blocks: little within a topic, much between topics.
float gap_between(const Block* before, const Block* block) {
    if (before == nullptr) return space::small;
    if (is<session::Toolbar>(before)) return space::large;
    if (heading_level(block) == 2) return space::huge;
    if (heading_level(block) == 3) return space::wide;
    if (is<session::Banner>(block)) return space::large;
    if (heading_level(before) >= 1) return is_question(block) ? space::large : space::small;
    if (is<session::Banner>(before) && is<session::Buttons>(block)) return space::medium;
    if (is<session::Card>(before) && is<session::Card>(block)) return space::small;
    if (is<session::Progress>(before)) return space::large;
    if (is_question(block) || is<session::Buttons>(block)) return space::wide;
    return space::large;
}

}  // namespace

Rect bounds_of(const Item& item) {
    struct Bounds {
        Rect operator()(const TextItem& text) const {
            const auto em = static_cast<float>(text.em);
            return {text.x, text.baseline - em, text.width, 1.4F * em};
        }
        Rect operator()(const Panel& panel) const { return panel.rect; }
        Rect operator()(const IconItem& icon) const { return icon.rect; }
        Rect operator()(const Mark& mark) const { return mark.rect; }
        Rect operator()(const ProgressBar& bar) const { return bar.rect; }
        Rect operator()(const Scale& scale) const { return scale.rect; }
        Rect operator()(const Picture& picture) const { return picture.rect; }
        Rect operator()(const SliderTrack& track) const { return track.rect; }
        Rect operator()(const Clock& clock) const { return clock.rect; }
    };
    return std::visit(Bounds{}, item);
}

const Rect* Layout::rect_of(std::string_view key) const {
    const auto found = std::find_if(rects.begin(), rects.end(), [&](const KeyRect& one) { return one.key == key; });
    return found == rects.end() ? nullptr : &found->rect;
}

const ControlArea* Layout::control_at(Point point) const {
    const auto found = std::find_if(controls.begin(), controls.end(),
                                    [&](const ControlArea& one) { return !one.disabled && one.rect.contains(point); });
    return found == controls.end() ? nullptr : &*found;
}

Layout lay_out(const session::Screen& screen, const LayoutOptions& options, const TextMeasure& measure) {
    Layout layout;
    Builder pen(screen, options, measure, layout);
    const Block* before = nullptr;
    for (const Block& block : screen.blocks) {
        pen.down(gap_between(before, &block));
        std::visit(
            [&](const auto& one) {
                const float top = pen.y();
                const std::size_t key = pen.key(one.key, {pen.left(), top, pen.width(), 0});
                lay_out_block(one, pen);
                pen.rect(key).height = pen.y() - top;
            },
            block);
        before = &block;
    }
    layout.height = pen.y() + space::huge;
    return layout;
}

}  // namespace selfcheck::ui
