// SPDX-License-Identifier: MIT
#include "desktop/event_loop.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "desktop/appearance.h"
#include "engine/json.h"  // to_text

namespace selfcheck::desktop {
namespace {

using session::ActionKind;

constexpr float kNarrowest = 200;  // that can be laid out
constexpr float kLine = 60;        // a notch of the wheel, an arrow key
constexpr float kTapSlack = 10;    // a finger that moves farther scrolls

/// As on the page: a call or a page, never a script.
bool is_safe(const std::string& address) { return address.starts_with("tel:") || address.starts_with("https://"); }

}  // namespace

EventLoop::EventLoop(app::App& app, float density)
    : app_(app), asked_density_(density), window_(SDL_GL_GetCurrentWindow()) {
    SDL_SetWindowMinimumSize(window_, 240, 320);
    SDL_GL_SetSwapInterval(1);
    SDL_StopTextInput();  // there is none while no field has the focus
    app_.paint_typed();
    lay_out();
}

void EventLoop::run() {
    SDL_ShowWindow(window_);
    bool again = false;
    while (open_) {
        SDL_Event event;
        if (!again && !stale_) {
            if (SDL_WaitEvent(&event) == 0) return;
            handle(event);
        }
        while (SDL_PollEvent(&event) != 0) handle(event);
        if (open_ && (again || stale_)) again = draw();
    }
}

void EventLoop::handle(const SDL_Event& event) {
    switch (event.type) {
        case SDL_QUIT:
            open_ = false;
            return;
        case SDL_WINDOWEVENT:
            switch (event.window.event) {
                case SDL_WINDOWEVENT_SIZE_CHANGED:
                case SDL_WINDOWEVENT_DISPLAY_CHANGED:
                    return lay_out();
                case SDL_WINDOWEVENT_EXPOSED:
                    stale_ = true;
                    return;
                case SDL_WINDOWEVENT_LEAVE:
                    stale_ |= input_.hover_nothing();
                    return;
            }
            return;
        case SDL_MOUSEMOTION:
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            return move_pointer(event);
        case SDL_MOUSEWHEEL:
            return scroll_by(-event.wheel.preciseY * kLine);
        case SDL_KEYDOWN:
            return press_key(event.key.keysym);
        case SDL_TEXTINPUT:
            return perform(input_.type(event.text.text));
    }
}

// SDL tells of a finger as of a mouse with the left button down.
void EventLoop::move_pointer(const SDL_Event& event) {
    if (event.type == SDL_MOUSEMOTION) {
        const SDL_MouseMotionEvent& motion = event.motion;
        if (motion.which != SDL_TOUCH_MOUSEID) {
            stale_ |= input_.hover(in_content(static_cast<float>(motion.x), static_cast<float>(motion.y)));
            return;
        }
        if ((motion.state & SDL_BUTTON_LMASK) == 0) return;  // where a finger comes down
        const float distance = static_cast<float>(motion.yrel) * scale_;
        dragged_ += distance;
        if (std::abs(dragged_) > kTapSlack) input_.forget_press();
        return scroll_by(-distance);
    }
    const SDL_MouseButtonEvent& button = event.button;
    if (button.button != SDL_BUTTON_LEFT) return;
    const ui::Point point = in_content(static_cast<float>(button.x), static_cast<float>(button.y));
    stale_ = true;
    if (event.type == SDL_MOUSEBUTTONUP) return perform(input_.release(point));
    dragged_ = 0;
    input_.press(point);
}

void EventLoop::press_key(const SDL_Keysym& key) {
    switch (key.sym) {
        case SDLK_TAB:
            perform(input_.move_focus((key.mod & KMOD_SHIFT) == 0));
            return scroll_to_focus();
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
            return perform(input_.operate_focused());
        case SDLK_UP:
            return scroll_by(-kLine);
        case SDLK_DOWN:
            return scroll_by(kLine);
        case SDLK_LEFT:
            return perform(input_.slide(-1));
        case SDLK_RIGHT:
            return perform(input_.slide(1));
        case SDLK_PAGEUP:
            return scroll_by(kLine - viewport_.height);
        case SDLK_PAGEDOWN:
            return scroll_by(viewport_.height - kLine);
        case SDLK_HOME:
            return scroll_by(-content_height_);
        case SDLK_END:
            return scroll_by(content_height_);
    }
    if (input_.in_field()) {
        if (key.sym == SDLK_BACKSPACE) perform(input_.erase_last());
        return;
    }
    switch (key.sym) {
        case SDLK_SPACE:
            return perform(input_.operate_focused());
        case SDLK_l:
            return change_language();
        case SDLK_t:
            return change_theme();
        case SDLK_PLUS:
        case SDLK_EQUALS:  // the same key without shift
        case SDLK_KP_PLUS:
            return perform(input_.shortcut("text.larger"));
        case SDLK_MINUS:
        case SDLK_KP_MINUS:
            return perform(input_.shortcut("text.smaller"));
    }
}

void EventLoop::change_theme() {
    const char* theme = app_.screen().theme == "dark" ? "light" : "dark";
    perform({{{ActionKind::set_theme, "", theme}}, ""});
}

void EventLoop::change_language() {
    const auto& languages = app_.session().bundle().pack.languages;
    const auto now = std::find(languages.begin(), languages.end(), app_.screen().language);
    const bool last = now == languages.end() || now + 1 == languages.end();
    perform(input_.shortcut("language." + (last ? languages.front() : *(now + 1))));
}

void EventLoop::perform(const Request& request) {
    const std::string screen = app_.screen().id;
    for (const auto& action : request.actions) {
        session::Action timed = action;
        // A stopwatch has no clock of its own: that of the frames.
        if (timed.value.ends_with('@')) timed.value += std::to_string(SDL_GetTicks64());
        app_.perform(timed);
        if (action.kind == ActionKind::save_result) {
            std::puts(engine::to_text(app_.session().result()).c_str());
        }
    }
    if (is_safe(request.address)) SDL_OpenURL(request.address.c_str());
    if (app_.screen().id != screen) viewport_.top = 0;
    lay_out();
    if (input_.in_field() != (SDL_IsTextInputActive() == SDL_TRUE)) {
        input_.in_field() ? SDL_StartTextInput() : SDL_StopTextInput();
    }
}

void EventLoop::lay_out() {
    int pixels_wide = 0;
    int pixels_high = 0;
    int wide = 1;
    SDL_GL_GetDrawableSize(window_, &pixels_wide, &pixels_high);
    SDL_GetWindowSize(window_, &wide, nullptr);
    const float pixels_per_unit = static_cast<float>(pixels_wide) / static_cast<float>(wide);
    viewport_.density = asked_density_ > 0 ? asked_density_ : pixels_per_unit;
    viewport_.width = static_cast<float>(pixels_wide) / viewport_.density;
    viewport_.height = static_cast<float>(pixels_high) / viewport_.density;
    scale_ = pixels_per_unit / viewport_.density;

    const session::Screen& screen = app_.screen();
    SDL_SetWindowTitle(window_, screen.title.c_str());
    app_.set_appearance(appearance_of(screen));
    app_.set_viewport(viewport_);
    const ui::Layout& layout = app_.lay_out(std::max(viewport_.width, kNarrowest));
    content_height_ = layout.height;
    input_.show(screen, layout);
    scroll_by(0);
    stale_ = true;
}

void EventLoop::scroll_by(float distance) {
    const float farthest = std::max(content_height_ - viewport_.height, 0.0F);
    const float top = std::clamp(viewport_.top + distance, 0.0F, farthest);
    const float whole = std::floor(top * viewport_.density) / viewport_.density;  // device pixels
    stale_ |= whole != viewport_.top;
    viewport_.top = whole;
}

void EventLoop::scroll_to_focus() {
    const ui::Rect* focused = input_.focused_rect();
    if (focused == nullptr) return;
    if (focused->y < viewport_.top) scroll_by(focused->y - ui::space::wide - viewport_.top);
    const float bottom = viewport_.top + viewport_.height;
    if (focused->bottom() > bottom) scroll_by(focused->bottom() + ui::space::wide - bottom);
}

ui::Point EventLoop::in_content(float x, float y) const { return {x * scale_, y * scale_ + viewport_.top}; }

bool EventLoop::draw() {
    stale_ = false;
    app_.set_viewport(viewport_);
    app_.point({.focused = input_.ring(), .pressed = input_.pressed(), .hovered = input_.hovered()});
    const bool again = app_.frame(static_cast<double>(SDL_GetTicks64()) / 1000);
    SDL_GL_SwapWindow(window_);
    return again;
}

}  // namespace selfcheck::desktop
