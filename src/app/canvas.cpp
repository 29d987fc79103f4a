// SPDX-License-Identifier: MIT
#include "app/canvas.h"

#include <imgui.h>
#include <imgui_internal.h>  // ImDrawListSharedData, ImFontAtlasUpdateNewFrame

#include "ui/painter.h"  // smooth_curves

namespace selfcheck::app {

/// What a Dear ImGui context would hold for one draw list.
struct Canvas::Drawing {
    Drawing() {
        ImGuiStyle style;
        ui::smooth_curves(style);
        shared.CurveTessellationTol = style.CurveTessellationTol;
        shared.SetCircleTessellationMaxError(style.CircleTessellationMaxError);
        // Lines are shapes, none comes from the atlas: see GlRenderer.
        shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                              ImDrawListFlags_AllowVtxOffset;  // a tall canvas may have more than 65536 vertices
        shared.FontAtlas = &atlas;
        ImFontAtlasAddDrawListSharedData(&atlas, &shared);
    }

    void begin_frame() {
        ImFontAtlasUpdateNewFrame(&atlas, ++frame, true);
        const ImVec2 size = data.DisplaySize;
        shared.ClipRectFullscreen = {0, 0, size.x, size.y};
        list._ResetForNewFrame();
        list.PushTexture(atlas.TexRef);
        list.PushClipRectFullScreen();
    }

    void end_frame() {
        data.CmdLists.resize(0);
        data.CmdLists.push_back(&list);  // AddDrawList() would leave an empty one out
    }

    ImFontAtlas atlas;
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    ImDrawData data;
    int frame = 0;
};

Canvas::Canvas() : drawing_(std::make_unique<Drawing>()), renderer_(drawing_->atlas) {}

std::unique_ptr<Canvas> Canvas::open() {
    auto canvas = std::unique_ptr<Canvas>(new Canvas);
    if (!canvas->window_.open()) {
        return nullptr;
    }
    canvas->usable_ = canvas->renderer_.open();
    if (!canvas->usable_) {
        return nullptr;
    }
    canvas->glyphs_ = std::make_unique<GlyphSource>(canvas->drawing_->atlas);
    return canvas;
}

Canvas::~Canvas() {
    if (usable_) {
        renderer_.close();
    } else {
        renderer_.forget();
    }
}

void Canvas::resize(float width, float height, float density) {
    drawing_->data.DisplaySize = {width, height};
    drawing_->data.FramebufferScale = {density, density};
}

void Canvas::draw(ui::Colour background, const std::function<void(ImDrawList&)>& paint) {
    const ImVec2 size = drawing_->data.DisplaySize;
    if (!usable_ || size.x <= 0 || size.y <= 0) {
        return;
    }
    ImFontAtlas& atlas = drawing_->atlas;
    const ImTextureData* texture = nullptr;
    do {
        drawing_->begin_frame();
        texture = atlas.TexData;
        paint(drawing_->list);
    } while (atlas.TexData != texture);
    drawing_->end_frame();

    for (ImTextureData* one : atlas.TexList) {
        const TextureChange change = renderer_.update(*one);
        glyphs_->upload(*one, change == TextureChange::created);
    }
    if (!window_.keeps_picture()) {
        damage_.forget();
    }
    const std::vector<Region> regions = damage_.next(drawing_->data, background);
    if (!regions.empty()) {
        renderer_.draw(drawing_->data, damage_.pieces(), background, regions);
    }
}

void Canvas::lost() {
    renderer_.forget();
    damage_.forget();
    usable_ = false;
}

bool Canvas::restored() {
    usable_ = renderer_.open();
    return usable_;
}

}  // namespace selfcheck::app
