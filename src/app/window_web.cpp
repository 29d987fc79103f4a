// SPDX-License-Identifier: MIT
//
// The web's window: SDL2 makes it and the GL context on the page's own canvas, and has no part in
// anything after that: see cmake/sdl_window_only.c.
#include <SDL.h>
#include <emscripten.h>

#include <initializer_list>

#include "app/window.h"

namespace {

// SDL asks for the element "#canvas". Found by object, there may be many in a page, in shadow roots too.
EM_JS_DEPS(selfcheck_window, "$specialHTMLTargets");
// The context is made here, and SDL then gets the same one: it cannot ask for a picture that is kept.
EM_JS(void, selfcheck_bind_canvas, (), {
    specialHTMLTargets['#canvas'] = Module['canvas'];
    Module['canvas'].getContext(
        'webgl',
        {'alpha' : false, 'depth' : false, 'stencil' : false, 'antialias' : false, 'preserveDrawingBuffer' : true});
});
EM_JS(void, selfcheck_release_canvas, (), { delete specialHTMLTargets['#canvas']; });

}  // namespace

namespace selfcheck::app {

bool Window::open() {
    if (window_) {
        return true;
    }
    selfcheck_bind_canvas();
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
        context_ = SDL_GL_CreateContext(window_);
    }
    if (!context_) {
        close();
        return false;
    }
    return true;
}

bool Window::keeps_picture() const { return true; }

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
