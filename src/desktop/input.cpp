// SPDX-License-Identifier: MIT
#include "desktop/input.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "desktop/operable.h"
#include "engine/json.h"  // to_text
#include "ui/text/utf8.h"

namespace selfcheck::desktop {
namespace {

using session::Action;
using session::ActionKind;
using session::Field;
using session::Slider;

/// To the step of the slider that is nearest to the value.
Action moved(const Slider& slider, double value) {
    const double inside = std::clamp(value, slider.min, slider.max);
    const double on_step = slider.min + std::round((inside - slider.min) / slider.step) * slider.step;
    Action action = slider.action;
    action.value = engine::to_text(engine::Json(on_step));
    return action;
}

int length_of(std::string_view utf8) {
    int length = 0;
    for (std::size_t i = 0; i < utf8.size(); ++length) i += ui::text::decode(utf8, i).length;
    return length;
}

}  // namespace

void Input::show(const session::Screen& screen, const ui::Layout& layout) {
    screen_ = &screen;
    layout_ = &layout;
    // On the same Screen a control may go too: the second field of a unit that is no longer chosen.
    if (screen.id != screen_id_ || layout.rect_of(focused_) == nullptr) focused_.clear();
    screen_id_ = screen.id;
    pressed_.clear();
}

std::string Input::key_at(ui::Point point) const {
    const ui::ControlArea* control = layout_->control_at(point);
    return control == nullptr ? std::string() : control->key;
}

bool Input::hover(ui::Point point) {
    std::string key = key_at(point);
    return std::exchange(hovered_, key) != key;
}

bool Input::hover_nothing() { return !std::exchange(hovered_, {}).empty(); }

void Input::press(ui::Point point) { pressed_ = key_at(point); }

Request Input::release(ui::Point point) {
    const std::string key = std::exchange(pressed_, {});
    if (key.empty() || key != key_at(point)) return {};
    by_keyboard_ = false;
    Request request = operate(key);
    if (const Slider* here = slider()) {
        const ui::Rect& track = *layout_->rect_of(key);
        const float share = (point.x - track.x - ui::size::knob / 2) / (track.width - ui::size::knob);
        request.actions.push_back(moved(*here, here->min + share * (here->max - here->min)));
    }
    return request;
}

Request Input::click(ui::Point point) {
    press(point);
    return release(point);
}

Request Input::move_focus(bool forward) {
    const auto& controls = layout_->controls;
    const auto count = static_cast<std::ptrdiff_t>(controls.size());
    // One step from here reaches the first control below the title.
    std::ptrdiff_t at = -1;
    if (const ui::Rect* title = layout_->rect_of("title")) {
        at += std::count_if(controls.begin(), controls.end(), [&](const auto& one) { return one.rect.y < title->y; });
    }
    if (!forward) ++at;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        if (controls[static_cast<std::size_t>(i)].key == focused_) at = i;
    }
    Request request;
    for (std::ptrdiff_t tried = 0; tried < count; ++tried) {
        at = (at + (forward ? 1 : count - 1)) % count;
        const auto& control = controls[static_cast<std::size_t>(at)];
        if (control.disabled) continue;
        focus(control.key, request);
        by_keyboard_ = true;
        break;
    }
    return request;
}

Request Input::operate_focused() {
    by_keyboard_ = true;
    Request request = operate(focused_);
    // Enter stays in a field and still ends what is typed: an error may be said.
    commit(request);
    return request;
}

Request Input::operate(std::string_view key) {
    Request request;
    if (std::holds_alternative<std::monostate>(find_operable(*screen_, key))) return request;
    focus(key, request);
    Request own = shortcut(key);
    std::move(own.actions.begin(), own.actions.end(), std::back_inserter(request.actions));
    request.address = std::move(own.address);
    return request;
}

Request Input::shortcut(std::string_view key) const {
    Request request;
    const Operable operable = find_operable(*screen_, key);
    if (const auto* action = std::get_if<const Action*>(&operable)) {
        request.actions.push_back(**action);
    } else if (const auto* link = std::get_if<Link>(&operable)) {
        request.address = link->address;
    }
    return request;
}

void Input::focus(std::string_view key, Request& request) {
    if (focused_ == key) return;
    commit(request);
    focused_ = key;
}

void Input::commit(Request& request) const {
    const Field* here = field();
    if (here != nullptr && here->action.kind == ActionKind::type) {
        request.actions.push_back({ActionKind::commit, here->action.id, ""});
    }
}

const Field* Input::field() const {
    if (screen_ == nullptr) return nullptr;
    const Operable operable = find_operable(*screen_, focused_);
    const auto* found = std::get_if<const Field*>(&operable);
    return found == nullptr ? nullptr : *found;
}

const ui::Rect* Input::focused_rect() const { return focused_.empty() ? nullptr : layout_->rect_of(focused_); }

const Slider* Input::slider() const {
    if (screen_ == nullptr) return nullptr;
    const Operable operable = find_operable(*screen_, focused_);
    const auto* found = std::get_if<const Slider*>(&operable);
    return found == nullptr ? nullptr : *found;
}

Request Input::slide(int steps) {
    const Slider* here = slider();
    if (here == nullptr) return {};
    by_keyboard_ = true;
    return {{moved(*here, here->value + steps * here->step)}, ""};
}

Request Input::type(std::string_view utf8) {
    const Field* here = field();
    if (here == nullptr || length_of(here->text) + length_of(utf8) > here->max_length) return {};
    return typed(here->text + std::string(utf8));
}

Request Input::erase_last() {
    const Field* here = field();
    if (here == nullptr || here->text.empty()) return {};
    std::size_t last = 0;
    for (std::size_t i = 0; i < here->text.size(); i += ui::text::decode(here->text, i).length) last = i;
    return typed(here->text.substr(0, last));
}

Request Input::typed(const std::string& text) const {
    Action action = field()->action;  // its value may name the field already: "0:"
    action.value += text;
    return {{std::move(action)}, ""};
}

}  // namespace selfcheck::desktop
