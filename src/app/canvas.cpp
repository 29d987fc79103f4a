// SPDX-License-Identifier: MIT
#include "app/canvas.h"

#include <imgui.h>

#include "ui/painter.h"  // smooth_curves

namespace selfcheck::app {

std::unique_ptr<Canvas> Canvas::open() {
    auto canvas = std::unique_ptr<Canvas>(new Canvas);
    if (!canvas->window_.open()) {
        return nullptr;
    }
    canvas->context_ = ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;  // lines are shapes: see GlRenderer
    ui::smooth_curves(ImGui::GetStyle());
    canvas->usable_ = canvas->renderer_.open();
    if (!canvas->usable_) {
        return nullptr;
    }
    canvas->glyphs_ = std::make_unique<GlyphSource>();
    return canvas;
}

Canvas::~Canvas() {
    if (!context_) {
        return;
    }
    if (usable_) {
        renderer_.close();
    } else {
        renderer_.forget();
    }
    ImGui::DestroyContext(context_);
}

void Canvas::resize(float width, float height, float density) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DisplayFramebufferScale = {density, density};
}

void Canvas::draw(ui::Colour background, const std::function<void(ImDrawList&)>& paint) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!usable_ || io.DisplaySize.x <= 0 || io.DisplaySize.y <= 0) {
        return;
    }
    const ImTextureData* atlas = nullptr;
    do {
        ImGui::NewFrame();
        atlas = io.Fonts->TexData;
        paint(*ImGui::GetBackgroundDrawList());
        ImGui::EndFrame();
    } while (io.Fonts->TexData != atlas);
    ImGui::Render();

    const ImDrawData& data = *ImGui::GetDrawData();
    for (ImTextureData* texture : *data.Textures) {
        const TextureChange change = renderer_.update(*texture);
        glyphs_->upload(*texture, change == TextureChange::created);
    }
    renderer_.draw(data, background);
}

void Canvas::lost() {
    renderer_.forget();
    usable_ = false;
}

bool Canvas::restored() {
    usable_ = renderer_.open();
    return usable_;
}

}  // namespace selfcheck::app
