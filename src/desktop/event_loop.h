// SPDX-License-Identifier: MIT
//
// event_loop.h: SDL's events for the Input, and a frame where they changed something. Idle: none.
#pragma once

#include "app/app.h"
#include "desktop/input.h"

struct SDL_Keysym;
struct SDL_Window;
union SDL_Event;

namespace selfcheck::desktop {

class EventLoop {
public:
    /// `app` is open and outlives it. Device pixels per layout pixel: 0 for the display's own.
    EventLoop(app::App& app, float density);

    /// Shows the window; returns when the reader has closed it.
    void run();

private:
    void handle(const SDL_Event& event);
    void press_key(const SDL_Keysym& key);
    void move_pointer(const SDL_Event& event);
    void perform(const Request& request);
    void change_theme();
    void change_language();
    void lay_out();
    void scroll_by(float distance);
    void scroll_to_focus();
    [[nodiscard]] bool draw();
    [[nodiscard]] ui::Point in_content(float x, float y) const;

    app::App& app_;
    float asked_density_;
    SDL_Window* window_;
    Input input_;
    app::Viewport viewport_;
    float content_height_ = 0;
    float scale_ = 1;    // layout pixels per unit of the window's coordinates
    float dragged_ = 0;  // how far a finger has scrolled since it came down, layout pixels
    bool open_ = true;
    bool stale_ = true;  // the frame on show
};

}  // namespace selfcheck::desktop
