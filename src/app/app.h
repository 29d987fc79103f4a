// SPDX-License-Identifier: MIT
//
// app.h: the check with its canvas: what is on show, how it looks, and one frame of it.
//
// Whoever owns the events (the page's JavaScript, or a desktop window's loop) tells it what happens and
// when to draw; it asks for nothing by itself. Without a canvas the check works all the same.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/canvas.h"
#include "engine/bundle.h"
#include "engine/json.h"
#include "session/action.h"
#include "session/screen.h"
#include "session/session.h"
#include "ui/layout.h"
#include "ui/painter.h"
#include "ui/theme.h"  // Accent

namespace selfcheck::app {

/// As resolved from the reader's choice and the system's.
struct Appearance {
    bool dark = false;
    bool contrast = false;
    bool reduced_motion = false;
    std::optional<ui::Accent> accent;  // the host's own
};

/// Keys of the Screen, "" for none.
struct Pointed {
    std::string focused;
    std::string pressed;
    std::string hovered;
};

/// The part of the content that the canvas covers, layout pixels.
struct Viewport {
    float top = 0;
    float width = 0;
    float height = 0;
    float density = 1;  // device pixels per layout pixel
};

class App {
public:
    /// Begins the check anew. `language` as for Session.
    void load(engine::Bundle bundle, std::string_view language);
    [[nodiscard]] bool loaded() const { return session_.has_value(); }

    // The rest needs a loaded bundle.

    /// Adds texts in one of the pack's languages, whole or in part, and those of the program under "interface". What is
    /// on show says them from now on.
    [[nodiscard]] engine::Problems add_texts(std::string_view language, const engine::Json& texts);

    [[nodiscard]] const session::Session& session() const { return *session_; }
    [[nodiscard]] const session::Screen& screen() const { return screen_; }
    void perform(const session::Action& action);

    /// Takes a saved Session. With problems nothing changes.
    [[nodiscard]] engine::Problems restore(const engine::Json& saved);

    /// False when there is no GL. The rest does nothing without a canvas.
    [[nodiscard]] bool open();
    void close() { canvas_.reset(); }

    void set_appearance(const Appearance& appearance) { appearance_ = appearance; }
    void set_viewport(const Viewport& viewport) { viewport_ = viewport; }
    /// Tells what of it the reader sees. True when a figure there has yet to move: draw a frame. Until this is
    /// told, all that the canvas covers is seen.
    bool see(const ui::Span& sight);
    void point(Pointed pointed) { pointed_ = std::move(pointed); }
    /// Paints what is typed into fields too: there is no <input> over them that shows it.
    void paint_typed() { paint_typed_ = true; }

    /// Lays the Screen out for the viewport's density. The next frames show it.
    const ui::Layout& lay_out(float width);

    /// Draws one frame. True while an animation wants another.
    bool frame(double seconds);

    void context_lost();
    /// False when the new context is of no use: there is no canvas any more.
    [[nodiscard]] bool context_restored();

private:
    void show();

    std::unique_ptr<engine::Bundle> bundle_;  // session_ points to it
    std::optional<session::Session> session_;
    session::Screen screen_;

    std::unique_ptr<Canvas> canvas_;
    ui::Layout layout_;
    ui::Motion motion_;
    Appearance appearance_;
    Viewport viewport_;
    ui::Span sight_;
    Pointed pointed_;
    bool paint_typed_ = false;
};

}  // namespace selfcheck::app
