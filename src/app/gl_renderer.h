// SPDX-License-Identifier: MIT
//
// gl_renderer.h: Dear ImGui's draw data on OpenGL ES 2, which is WebGL 1.
//
// Smaller than the renderer that comes with Dear ImGui, because it has less to do: one alpha-only atlas
// (a quarter of the memory; glyphs are coverage, everything else is vectors), 16-bit indices, no state
// of others to put back. And it does one thing more: it moves glyphs to whole device pixels, since Dear
// ImGui places text on whole layout pixels and those fall between device pixels at ratios like 2.625.
#pragma once

#include <imgui.h>

#include <vector>

#include "app/pieces.h"
#include "ui/theme.h"  // Colour

namespace selfcheck::app {

/// What became of a texture in GlRenderer::update().
enum class TextureChange {
    none,
    updated,
    created,  // all of it is what ImTextureData::Pixels says, and nothing else
};

class GlRenderer {
public:
    /// Draws with the textures of `atlas`, which outlives it.
    explicit GlRenderer(ImFontAtlas& atlas) : atlas_(atlas) {}

    /// Needs a current GL context. False when the shaders do not compile.
    [[nodiscard]] bool open();

    /// Gives the GL objects back.
    void close();

    /// The GL context is gone, and with it all objects: open() again when there is a new one.
    void forget();

    /// Performs what Dear ImGui asks for this texture.
    TextureChange update(ImTextureData& texture);

    /// Fills each region with `background` and draws those of the data's pieces that reach into it.
    void draw(const ImDrawData& data, const std::vector<Piece>& pieces, ui::Colour background,
              const std::vector<Region>& regions);

private:
    [[nodiscard]] bool link_program();
    void set_up(const ImDrawData& data);

    ImFontAtlas& atlas_;
    unsigned program_ = 0;
    unsigned vertices_ = 0;
    unsigned indices_ = 0;
    int origin_ = 0;  // uniforms
    int density_ = 0;
    int to_clip_ = 0;
    int solid_ = 0;
};

}  // namespace selfcheck::app
