// SPDX-License-Identifier: MIT
//
// input.h: what the twin is to a page: pointer, focus and typing turned into Actions. No window, no
// SDL.
//
//   Input input;
//   input.show(screen, layout);
//   for (const Action& action : input.click({180, 420}).actions) session = session.after(action);
//
// What is typed goes to the end of a field: it has no caret.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "session/action.h"
#include "session/screen.h"
#include "ui/geometry.h"
#include "ui/layout.h"

namespace selfcheck::desktop {

/// What the reader asked for: Actions in this order, then an address to open, "" for none.
struct Request {
    std::vector<session::Action> actions;
    std::string address;
};

class Input {
public:
    /// What is on show from now on; both outlive the next show(). On a Screen with another id
    /// nothing has the focus.
    void show(const session::Screen& screen, const ui::Layout& layout);

    // ---- the pointer, in the Layout's coordinates
    /// True when the pointer came to another control.
    bool hover(ui::Point point);
    bool hover_nothing();
    void press(ui::Point point);
    /// The press becomes something else, such as scrolling.
    void forget_press() { pressed_.clear(); }
    /// Operates the control that was pressed, if the pointer is still on it.
    [[nodiscard]] Request release(ui::Point point);
    [[nodiscard]] Request click(ui::Point point);

    // ---- the keyboard
    /// To the next control in document order, or the one before. From no control: past the toolbar.
    [[nodiscard]] Request move_focus(bool forward);
    /// Enter or, outside of fields, space.
    [[nodiscard]] Request operate_focused();
    /// Moves the slider that has the focus by so many of its steps.
    [[nodiscard]] Request slide(int steps);
    /// Operates the control with this key, if there is one; the focus stays where it is.
    [[nodiscard]] Request shortcut(std::string_view key) const;
    [[nodiscard]] bool in_field() const { return field() != nullptr; }
    [[nodiscard]] Request type(std::string_view utf8);
    [[nodiscard]] Request erase_last();

    // ---- keys for painting, "" for none
    /// Whoever uses the pointer sees no ring, except around a field.
    [[nodiscard]] std::string ring() const { return by_keyboard_ || in_field() ? focused_ : ""; }
    [[nodiscard]] const std::string& pressed() const { return pressed_; }
    [[nodiscard]] const std::string& hovered() const { return hovered_; }

    /// Where the focus is; null without.
    [[nodiscard]] const ui::Rect* focused_rect() const;

private:
    [[nodiscard]] const session::Field* field() const;
    [[nodiscard]] const session::Slider* slider() const;
    [[nodiscard]] std::string key_at(ui::Point point) const;
    [[nodiscard]] Request operate(std::string_view key);
    void focus(std::string_view key, Request& request);
    void commit(Request& request) const;
    [[nodiscard]] Request typed(const std::string& text) const;

    const session::Screen* screen_ = nullptr;
    const ui::Layout* layout_ = nullptr;
    std::string screen_id_;
    std::string focused_;
    std::string pressed_;
    std::string hovered_;
    bool by_keyboard_ = false;
};

}  // namespace selfcheck::desktop
