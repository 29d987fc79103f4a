/* SPDX-License-Identifier: MIT
 *
 * sdl_window_only.c: the parts of SDL that its window and GL context refer to and the page does not want, as nothing.
 *
 * Linked before SDL, so that events, keyboard, mouse, touch, cursors, surfaces and the renderer stay in the archive.
 * The page around the canvas has all input: SDL would take keys from it, hinder scrolling, answer cancelled touches as
 * taps and blank the canvas whenever the browser window changes its size. Saves 26 kB after brotli. A version of SDL
 * that refers to more fails to link, and names what.
 *
 * The signatures are those of SDL's internal headers.
 */
#include <SDL.h>
#include <stddef.h>

#define UNUSED(name) name __attribute__((unused))

/* Events. */
int SDL_EventsInit(void) { return 0; }
void SDL_EventsQuit(void) {}
int SDL_SendAppEvent(SDL_EventType UNUSED(type)) { return 0; }
int SDL_SendDisplayEvent(void* UNUSED(display), Uint8 UNUSED(event), int UNUSED(data)) { return 0; }
int SDL_SendWindowEvent(SDL_Window* UNUSED(window), Uint8 UNUSED(event), int UNUSED(a), int UNUSED(b)) { return 0; }
Uint8 SDL_EventState(Uint32 UNUSED(type), int UNUSED(state)) { return 0; }
void Emscripten_RegisterEventHandlers(void* UNUSED(window)) {}
void Emscripten_UnregisterEventHandlers(void* UNUSED(window)) {}
int Emscripten_HandleCanvasResize(int UNUSED(type), const void* UNUSED(reserved), void* UNUSED(data)) { return 0; }

/* Keyboard, touch, mouse. */
int SDL_KeyboardInit(void) { return 0; }
void SDL_KeyboardQuit(void) {}
void SDL_ResetKeyboard(void) {}
SDL_Window* SDL_GetKeyboardFocus(void) { return NULL; }
void SDL_SetKeyboardFocus(SDL_Window* UNUSED(window)) {}
int SDL_TouchInit(void) { return 0; }
void SDL_TouchQuit(void) {}
void Emscripten_InitMouse(void) {}
void Emscripten_FiniMouse(void) {}
int SDL_MousePreInit(void) { return 0; }
void SDL_MousePostInit(void) {}
void SDL_MouseQuit(void) {}
void* SDL_GetMouse(void) {
    static max_align_t mouse[32]; /* in relative mode no, with cursors none */
    return mouse;
}
SDL_Window* SDL_GetMouseFocus(void) { return NULL; }
void SDL_SetMouseFocus(SDL_Window* UNUSED(window)) {}
int SDL_UpdateMouseCapture(SDL_bool UNUSED(release)) { return 0; }
Uint32 SDL_GetMouseState(int* UNUSED(x), int* UNUSED(y)) { return 0; }
SDL_bool SDL_GetRelativeMouseMode(void) { return SDL_FALSE; }
int SDL_SetRelativeMouseMode(SDL_bool UNUSED(enabled)) { return 0; }
void SDL_WarpMouseInWindow(SDL_Window* UNUSED(window), int UNUSED(x), int UNUSED(y)) {}
void SDL_PerformWarpMouseInWindow(SDL_Window* UNUSED(window), int UNUSED(x), int UNUSED(y), SDL_bool UNUSED(ignore)) {}
int SDL_ShowCursor(int UNUSED(toggle)) { return 0; }

/* Surfaces and the renderer, which make a window's pixels where there is no GL. */
SDL_Surface* SDL_CreateRGBSurfaceFrom(void* UNUSED(pixels), int UNUSED(width), int UNUSED(height), int UNUSED(depth),
                                      int UNUSED(pitch), Uint32 UNUSED(r), Uint32 UNUSED(g), Uint32 UNUSED(b),
                                      Uint32 UNUSED(a)) {
    return NULL;
}
SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* UNUSED(surface), Uint32 UNUSED(format), Uint32 UNUSED(flags)) {
    return NULL;
}
void SDL_FreeSurface(SDL_Surface* UNUSED(surface)) {}
int Emscripten_CreateWindowFramebuffer(void* UNUSED(device), SDL_Window* UNUSED(window), Uint32* UNUSED(format),
                                       void** UNUSED(pixels), int* UNUSED(pitch)) {
    return -1;
}
int Emscripten_UpdateWindowFramebuffer(void* UNUSED(device), SDL_Window* UNUSED(window), const SDL_Rect* UNUSED(rects),
                                       int UNUSED(count)) {
    return -1;
}
void Emscripten_DestroyWindowFramebuffer(void* UNUSED(device), SDL_Window* UNUSED(window)) {}
int SDL_GetNumRenderDrivers(void) { return 0; }
int SDL_GetRenderDriverInfo(int UNUSED(index), SDL_RendererInfo* UNUSED(info)) { return -1; }
int SDL_GetRendererInfo(SDL_Renderer* UNUSED(renderer), SDL_RendererInfo* UNUSED(info)) { return -1; }
SDL_Renderer* SDL_CreateRenderer(SDL_Window* UNUSED(window), int UNUSED(index), Uint32 UNUSED(flags)) { return NULL; }
SDL_Renderer* SDL_GetRenderer(SDL_Window* UNUSED(window)) { return NULL; }
void SDL_DestroyRenderer(SDL_Renderer* UNUSED(renderer)) {}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* UNUSED(renderer)) {}
int SDL_RenderSetViewport(SDL_Renderer* UNUSED(renderer), const SDL_Rect* UNUSED(rect)) { return -1; }
int SDL_RenderCopy(SDL_Renderer* UNUSED(renderer), SDL_Texture* UNUSED(texture), const SDL_Rect* UNUSED(from),
                   const SDL_Rect* UNUSED(to)) {
    return -1;
}
void SDL_RenderPresent(SDL_Renderer* UNUSED(renderer)) {}
SDL_Texture* SDL_CreateTexture(SDL_Renderer* UNUSED(renderer), Uint32 UNUSED(format), int UNUSED(access),
                               int UNUSED(width), int UNUSED(height)) {
    return NULL;
}
int SDL_UpdateTexture(SDL_Texture* UNUSED(texture), const SDL_Rect* UNUSED(rect), const void* UNUSED(pixels),
                      int UNUSED(pitch)) {
    return -1;
}
void SDL_DestroyTexture(SDL_Texture* UNUSED(texture)) {}
void SDL_CalculateGammaRamp(float UNUSED(gamma), Uint16* UNUSED(ramp)) {}
SDL_bool SDL_PixelFormatEnumToMasks(Uint32 UNUSED(format), int* UNUSED(depth), Uint32* UNUSED(r), Uint32* UNUSED(g),
                                    Uint32* UNUSED(b), Uint32* UNUSED(a)) {
    return SDL_FALSE;
}
