// SPDX-License-Identifier: MIT
#include "app/gl_renderer.h"

#include <GLES2/gl2.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <vector>

namespace selfcheck::app {

namespace {

enum Attribute : GLuint { kPosition, kTexture, kColour };

// A vertex whose texture place is the atlas's white pixel belongs to a shape and stays where it is, or
// the soft edges of shapes would be distorted. All others belong to glyphs, which are as many device
// pixels large as they are drawn. The bias keeps both edges of a glyph that lies half way between two
// pixels on the same side.
constexpr const char* kVertexShader = R"(
    attribute vec2 position;
    attribute vec2 texture;
    attribute vec4 colour;
    uniform vec2 origin;
    uniform float density;
    uniform vec2 to_clip;
    uniform vec2 solid;
    varying vec2 at_texture;
    varying vec4 with_colour;
    void main() {
        vec2 pixel = (position - origin) * density;
        if (texture != solid) pixel = floor(pixel + 0.515625);
        at_texture = texture;
        with_colour = colour;
        gl_Position = vec4(pixel * to_clip + vec2(-1.0, 1.0), 0.0, 1.0);
    }
)";

constexpr const char* kFragmentShader = R"(
    #ifdef GL_FRAGMENT_PRECISION_HIGH
    precision highp float;
    #else
    precision mediump float;
    #endif
    uniform sampler2D atlas;
    varying vec2 at_texture;
    varying vec4 with_colour;
    void main() {
        gl_FragColor = vec4(with_colour.rgb, with_colour.a * texture2D(atlas, at_texture).a);
    }
)";

GLuint compile(GLenum kind, const char* text) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    return shader;
}

/// GL counts rows from below.
void set_scissor(const Region& canvas, const Region& region) {
    glScissor(region.left, canvas.bottom - region.bottom, region.right - region.left, region.bottom - region.top);
}

/// In the buffer that is bound, from a vertex on: with 16-bit indices the only way to reach those beyond the first
/// 65536.
void point_attributes(unsigned first_vertex) {
    const auto attribute = [&](Attribute which, int size, GLenum type, bool normalised, std::size_t at) {
        glEnableVertexAttribArray(which);
        glVertexAttribPointer(which, size, type, normalised ? GL_TRUE : GL_FALSE, sizeof(ImDrawVert),
                              reinterpret_cast<const void*>(first_vertex * sizeof(ImDrawVert) + at));
    };
    attribute(kPosition, 2, GL_FLOAT, false, offsetof(ImDrawVert, pos));
    attribute(kTexture, 2, GL_FLOAT, false, offsetof(ImDrawVert, uv));
    attribute(kColour, 4, GL_UNSIGNED_BYTE, true, offsetof(ImDrawVert, col));
}

struct Call {
    Region scissor;
    ImTextureID texture;
    unsigned vertex_offset = 0;
    std::size_t first = 0;  // of the indices selected
    std::size_t count = 0;
};

struct Selection {
    std::vector<ImDrawIdx> indices;
    std::vector<Call> calls;
};

bool share_call(const Piece& a, const Piece& b) {
    return a.clip == b.clip && a.texture == b.texture && a.vertex_offset == b.vertex_offset;
}

/// Region by region the pieces that reach into it, in their order.
Selection select(const ImDrawList& list, const std::vector<Piece>& pieces, const std::vector<Region>& regions) {
    Selection selection;
    for (const Region& region : regions) {
        const Piece* last = nullptr;
        for (const Piece& piece : pieces) {
            if (!overlap(piece.region, region)) continue;
            if (last == nullptr || !share_call(piece, *last)) {
                selection.calls.push_back({intersection(piece.clip, region), piece.texture, piece.vertex_offset,
                                           selection.indices.size(), 0});
            }
            last = &piece;
            const ImDrawIdx* begin = list.IdxBuffer.Data + piece.first_index;
            selection.indices.insert(selection.indices.end(), begin, begin + piece.index_count);
            selection.calls.back().count += piece.index_count;
        }
    }
    return selection;
}

GLuint name_of(const ImTextureData& texture) { return static_cast<GLuint>(texture.GetTexID()); }

void upload(ImTextureData& texture, const ImTextureRect& rect) {
    std::vector<unsigned char> pixels(std::size_t{rect.w} * rect.h);
    for (int row = 0; row < rect.h; ++row) {
        std::memcpy(pixels.data() + std::size_t(row) * rect.w, texture.GetPixelsAt(rect.x, rect.y + row), rect.w);
    }
    glTexSubImage2D(GL_TEXTURE_2D, 0, rect.x, rect.y, rect.w, rect.h, GL_ALPHA, GL_UNSIGNED_BYTE, pixels.data());
}

}  // namespace

bool GlRenderer::open() {
    if (!link_program()) {
        return false;
    }
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);

    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    atlas_.TexDesiredFormat = ImTextureFormat_Alpha8;
    atlas_.TexMaxWidth = atlas_.TexMaxHeight = std::clamp(largest, 1024, 4096);
    return true;
}

bool GlRenderer::link_program() {
    const GLuint vertex = compile(GL_VERTEX_SHADER, kVertexShader);
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, kFragmentShader);
    program_ = glCreateProgram();
    glAttachShader(program_, vertex);
    glAttachShader(program_, fragment);
    glBindAttribLocation(program_, kPosition, "position");
    glBindAttribLocation(program_, kTexture, "texture");
    glBindAttribLocation(program_, kColour, "colour");
    glLinkProgram(program_);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint linked = 0;
    glGetProgramiv(program_, GL_LINK_STATUS, &linked);
    origin_ = glGetUniformLocation(program_, "origin");
    density_ = glGetUniformLocation(program_, "density");
    to_clip_ = glGetUniformLocation(program_, "to_clip");
    solid_ = glGetUniformLocation(program_, "solid");
    return linked != 0;
}

void GlRenderer::close() {
    for (ImTextureData* texture : atlas_.TexList) {
        const GLuint name = name_of(*texture);
        if (name != 0) {
            glDeleteTextures(1, &name);
        }
    }
    glDeleteProgram(program_);
    glDeleteBuffers(1, &vertices_);
    glDeleteBuffers(1, &indices_);
    forget();
}

void GlRenderer::forget() {
    program_ = vertices_ = indices_ = 0;
    for (ImTextureData* texture : atlas_.TexList) {
        if (texture->GetTexID() != ImTextureID_Invalid) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);  // Dear ImGui asks for it anew
        }
    }
}

TextureChange GlRenderer::update(ImTextureData& texture) {
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    switch (texture.Status) {
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed:
            return TextureChange::none;

        case ImTextureStatus_WantCreate: {
            IM_ASSERT(texture.Format == ImTextureFormat_Alpha8);
            GLuint name = 0;
            glGenTextures(1, &name);
            glBindTexture(GL_TEXTURE_2D, name);
            for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
                glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
            }
            for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) {
                glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
            }
            glTexImage2D(GL_TEXTURE_2D, 0, GL_ALPHA, texture.Width, texture.Height, 0, GL_ALPHA, GL_UNSIGNED_BYTE,
                         texture.GetPixels());
            texture.SetTexID(name);
            texture.SetStatus(ImTextureStatus_OK);
            return TextureChange::created;
        }

        case ImTextureStatus_WantUpdates:
            glBindTexture(GL_TEXTURE_2D, name_of(texture));
            for (const ImTextureRect& rect : texture.Updates) {
                upload(texture, rect);
            }
            texture.SetStatus(ImTextureStatus_OK);
            return TextureChange::updated;

        case ImTextureStatus_WantDestroy: {
            const GLuint name = name_of(texture);
            glDeleteTextures(1, &name);
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
            return TextureChange::none;
        }
    }
    return TextureChange::none;
}

void GlRenderer::draw(const ImDrawData& data, const std::vector<Piece>& pieces, ui::Colour background,
                      const std::vector<Region>& regions) {
    const Region canvas = canvas_of(data);
    glViewport(0, 0, canvas.right, canvas.bottom);
    glEnable(GL_SCISSOR_TEST);
    const auto channel = [](int of_255) { return static_cast<float>(of_255) / 255; };
    glClearColor(channel(background.r), channel(background.g), channel(background.b), 1);
    set_up(data);

    const ImDrawList& list = *data.CmdLists.front();
    const Selection selection = select(list, pieces, regions);
    static_assert(sizeof(ImDrawIdx) == 2, "WebGL 1 has no larger indices");
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(selection.indices.size() * sizeof(ImDrawIdx)),
                 selection.indices.data(), GL_STREAM_DRAW);
    for (const Region& region : regions) {
        set_scissor(canvas, region);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    for (const Call& call : selection.calls) {
        set_scissor(canvas, call.scissor);
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(call.texture));
        point_attributes(call.vertex_offset);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(call.count), GL_UNSIGNED_SHORT,
                       reinterpret_cast<const void*>(call.first * sizeof(ImDrawIdx)));
    }
}

void GlRenderer::set_up(const ImDrawData& data) {
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(program_);
    const float density = data.FramebufferScale.x;
    const ImVec2 solid = atlas_.TexUvWhitePixel;
    glUniform2f(origin_, data.DisplayPos.x, data.DisplayPos.y);
    glUniform1f(density_, density);
    glUniform2f(to_clip_, 2 / (data.DisplaySize.x * density), -2 / (data.DisplaySize.y * density));
    glUniform2f(solid_, solid.x, solid.y);

    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
}

}  // namespace selfcheck::app
