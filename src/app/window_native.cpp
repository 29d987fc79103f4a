// SPDX-License-Identifier: MIT
//
// A native window: made by SDL2, as wide as a phone's and hidden, so that whoever owns the events
// can give it title and size before it is seen. It is SDL_GL_GetCurrentWindow() while it is open.
#include <SDL.h>

#include <initializer_list>

#include "app/window.h"

namespace selfcheck::app {

bool Window::open() {
    if (window_) {
        return true;
    }
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return false;
    }
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    for (const SDL_GLattr unused : {SDL_GL_DEPTH_SIZE, SDL_GL_STENCIL_SIZE, SDL_GL_ALPHA_SIZE}) {
        SDL_GL_SetAttribute(unused, 0);
    }
    window_ = SDL_CreateWindow("", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 420, 840,
                               SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_HIDDEN);
    if (window_) {
        context_ = SDL_GL_CreateContext(window_);
    }
    if (!context_) {
        close();
        return false;
    }
    return true;
}

bool Window::keeps_picture() const { return false; }

void Window::close() {
    if (context_) {
        SDL_GL_DeleteContext(context_);
    }
    if (window_) {
        SDL_DestroyWindow(window_);
    }
    SDL_Quit();
    context_ = nullptr;
    window_ = nullptr;
}

}  // namespace selfcheck::app
