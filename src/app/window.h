// SPDX-License-Identifier: MIT
//
// window.h: the window and its GL context, made by SDL2. One implementation a platform.
#pragma once

struct SDL_Window;

namespace selfcheck::app {

class Window {
public:
    Window() = default;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window() { close(); }

    /// False when there is no window or no GL context to be had.
    [[nodiscard]] bool open();
    /// May be opened again.
    void close();
    /// Whether what was drawn is there still when the next frame is drawn.
    [[nodiscard]] bool keeps_picture() const;
    [[nodiscard]] bool is_open() const { return window_ != nullptr; }

private:
    SDL_Window* window_ = nullptr;
    void* context_ = nullptr;
};

}  // namespace selfcheck::app
