// SPDX-License-Identifier: MIT
//
// canvas.h: a window that Dear ImGui draws on: everything between a painter and pixels.
//
// Draw list and font atlas work without a Dear ImGui context, and there is none: it would bring windows, tables,
// navigation and settings, 58 kB after brotli, for a frame that is one draw list.
#pragma once

#include <functional>
#include <memory>

#include "app/damage.h"
#include "app/gl_renderer.h"
#include "app/glyph_source.h"
#include "app/window.h"
#include "ui/theme.h"  // Colour

struct ImDrawList;

namespace selfcheck::app {

class Canvas {
public:
    /// Null when there is no window, no GL context or no shader to be had.
    [[nodiscard]] static std::unique_ptr<Canvas> open();

    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    ~Canvas();

    [[nodiscard]] GlyphSource& glyphs() { return *glyphs_; }

    /// In layout pixels; width and height times density are whole device pixels.
    void resize(float width, float height, float density);

    /// Draws one frame, of which only what differs from the last. `paint` may be called more than once: Dear ImGui
    /// learns which glyphs it needs while painting, and a paint in whose middle the atlas grew is not shown. Nothing
    /// between lost() and a restored() that succeeded.
    void draw(ui::Colour background, const std::function<void(ImDrawList&)>& paint);

    void lost();
    [[nodiscard]] bool restored();

private:
    Canvas();

    Window window_;
    struct Drawing;
    std::unique_ptr<Drawing> drawing_;
    GlRenderer renderer_;
    Damage damage_;
    std::unique_ptr<GlyphSource> glyphs_;
    bool usable_ = false;
};

}  // namespace selfcheck::app
