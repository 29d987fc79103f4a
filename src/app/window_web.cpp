// SPDX-License-Identifier: MIT
//
// The web's window: SDL2 makes it and the GL context on the page's own canvas, and has no part in
// anything after that. Left alone, SDL would take keys from the page around it, hinder scrolling,
// answer cancelled touches as taps and blank the canvas whenever the browser window changes its size.
#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include <initializer_list>

#include "app/window.h"

namespace {

// SDL asks for the element "#canvas". Found by object, there may be many in a page, in shadow roots too.
EM_JS_DEPS(selfcheck_window, "$specialHTMLTargets");
EM_JS(void, selfcheck_bind_canvas, (), { specialHTMLTargets['#canvas'] = Module['canvas']; });
EM_JS(void, selfcheck_release_canvas, (), { delete specialHTMLTargets['#canvas']; });

constexpr const char* kCanvas = "#canvas";

/// Takes away every handler that SDL_CreateWindow has added to the page.
void detach_from_page() {
    const bool capture = false;
    const auto mouse = {emscripten_set_mousemove_callback_on_thread,
                        emscripten_set_mousedown_callback_on_thread,
                        emscripten_set_mouseenter_callback_on_thread,
                        emscripten_set_mouseleave_callback_on_thread};
    for (const auto set : mouse) {
        set(kCanvas, nullptr, capture, nullptr, EM_CALLBACK_THREAD_CONTEXT_CALLING_THREAD);
    }
    emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, capture, nullptr);
    emscripten_set_wheel_callback(kCanvas, nullptr, capture, nullptr);
    emscripten_set_touchstart_callback(kCanvas, nullptr, capture, nullptr);
    emscripten_set_touchend_callback(kCanvas, nullptr, capture, nullptr);
    emscripten_set_touchmove_callback(kCanvas, nullptr, capture, nullptr);
    emscripten_set_touchcancel_callback(kCanvas, nullptr, capture, nullptr);
    emscripten_set_keydown_callback(kCanvas, nullptr, capture, nullptr);
    emscripten_set_keyup_callback(kCanvas, nullptr, capture, nullptr);
    emscripten_set_keypress_callback(kCanvas, nullptr, capture, nullptr);
    emscripten_set_focus_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, capture, nullptr);
    emscripten_set_blur_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, capture, nullptr);
    emscripten_set_resize_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, capture, nullptr);
    emscripten_set_beforeunload_callback(nullptr, nullptr);
    emscripten_set_pointerlockchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, capture,
                                              nullptr);
    emscripten_set_fullscreenchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, capture,
                                             nullptr);
    emscripten_set_visibilitychange_callback(nullptr, capture, nullptr);
}

}  // namespace

namespace selfcheck::app {

bool Window::open() {
    if (window_) {
        return true;
    }
    selfcheck_bind_canvas();
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return false;
    }
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    for (const SDL_GLattr unused : {SDL_GL_DEPTH_SIZE, SDL_GL_STENCIL_SIZE, SDL_GL_ALPHA_SIZE}) {
        SDL_GL_SetAttribute(unused, 0);
    }
    // Without a title, which would become the document's. The page gives the canvas its real size.
    window_ = SDL_CreateWindow(nullptr, 0, 0, 16, 16, SDL_WINDOW_OPENGL);
    if (window_) {
        detach_from_page();
        context_ = SDL_GL_CreateContext(window_);
    }
    if (!context_) {
        close();
        return false;
    }
    return true;
}

void Window::close() {
    if (context_) {
        SDL_GL_DeleteContext(context_);
    }
    if (window_) {
        SDL_DestroyWindow(window_);
    }
    SDL_Quit();
    selfcheck_release_canvas();
    context_ = nullptr;
    window_ = nullptr;
}

}  // namespace selfcheck::app
