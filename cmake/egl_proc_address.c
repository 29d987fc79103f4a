/* SPDX-License-Identifier: MIT
 *
 * egl_proc_address.c: the only OpenGL function that SDL asks for by name.
 *
 * Emscripten's own eglGetProcAddress knows every function of OpenGL by name, and so links them all: 8 kB of wasm and
 * 23 kB of JavaScript. The page calls OpenGL directly and needs no names.
 */
#include <EGL/egl.h>
#include <GLES2/gl2.h>
#include <string.h>

__eglMustCastToProperFunctionPointerType eglGetProcAddress(const char* name) {
    if (strcmp(name, "glGetString") == 0) return (__eglMustCastToProperFunctionPointerType)glGetString;
    return 0;
}
