// SPDX-License-Identifier: MIT
#include "desktop/screenshot.h"

#include <GLES2/gl2.h>
#include <png.h>

#include <cmath>
#include <vector>

namespace selfcheck::desktop {
namespace {

/// Where the app draws as long as this lives.
class OffScreen {
public:
    OffScreen(int width, int height) {
        glGenTextures(1, &texture_);
        glBindTexture(GL_TEXTURE_2D, texture_);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        // OpenGL ES 2 asks for these where the size is no power of two.
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glGenFramebuffers(1, &framebuffer_);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    }
    OffScreen(const OffScreen&) = delete;
    OffScreen& operator=(const OffScreen&) = delete;
    ~OffScreen() {
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glDeleteFramebuffers(1, &framebuffer_);
        glDeleteTextures(1, &texture_);
    }

    [[nodiscard]] bool complete() const { return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE; }

private:
    GLuint texture_ = 0;
    GLuint framebuffer_ = 0;
};

}  // namespace

std::string save_screenshot(app::App& app, const app::Viewport& viewport, const std::string& file) {
    const int width = static_cast<int>(std::lround(viewport.width * viewport.density));
    const int height = static_cast<int>(std::lround(viewport.height * viewport.density));
    const OffScreen canvas(width, height);
    if (!canvas.complete()) return "too large for this machine's OpenGL";

    app.set_viewport(viewport);
    app.lay_out(viewport.width);
    app.frame(0);
    std::vector<unsigned char> pixels(std::size_t(width) * std::size_t(height) * 4);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());

    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGBA;
    // OpenGL's first row is the lowest; to libpng a negative stride says so.
    if (png_image_write_to_file(&image, file.c_str(), 0, pixels.data(), -4 * width, nullptr) == 0) {
        return image.message;
    }
    return {};
}

}  // namespace selfcheck::desktop
