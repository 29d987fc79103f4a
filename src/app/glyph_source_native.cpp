// SPDX-License-Identifier: MIT
//
// A native window's glyph source: an ImFontLoader that has FreeType draw from the machine's fonts.
//
// Not the loader that comes with Dear ImGui: it takes a font's height for its size, where text here
// is laid out by the em, and knows no fonts that stand in for one another.
#include <imgui.h>
#include <imgui_internal.h>  // ImFontLoader

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <unordered_map>

#include "app/glyph_source.h"
#include "app/system_fonts.h"

#include FT_ADVANCES_H   // FT_Get_Advance
#include FT_SYNTHESIS_H  // FT_GlyphSlot_Embolden

static_assert(IMGUI_VERSION_NUM == 19222, "ImFontLoader is internal to Dear ImGui: read it again");

namespace selfcheck::app {
namespace {

/// Edges snap to pixels up and down only, so that widths stay those of the design.
constexpr FT_Int32 kLoad = FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP;

/// The part of an em above the baseline in most Chinese fonts.
constexpr float kAscent = 0.88F;

/// A character in a font that has it, at a size.
struct Sought {
    const FontFace* font = nullptr;
    FT_UInt glyph = 0;
};

Sought seek(SystemFonts& fonts, char32_t code_point, float pixels) {
    const FontFace* font = fonts.face_with(code_point);
    if (!font) {
        return {};
    }
    // At 72 dots an inch a point is a pixel; FreeType counts in 64ths.
    FT_Set_Char_Size(font->face, 0, std::lround(pixels * 64), 72, 72);
    return {font, FT_Get_Char_Index(font->face, code_point)};
}

/// Whole device pixels.
float advance_of(const Sought& sought) {
    FT_Fixed advance = 0;  // in 65536ths
    if (sought.font) {
        FT_Get_Advance(sought.font->face, sought.glyph, kLoad, &advance);
    }
    return std::round(static_cast<float>(advance) / 65536);
}

/// The two faces in one language.
struct Faces {
    explicit Faces(const std::string& language)
        : regular(language, SystemFonts::Weight::regular), bold(language, SystemFonts::Weight::bold) {}

    SystemFonts& of(ui::Face face) { return face == ui::Face::bold ? bold : regular; }

    SystemFonts regular;
    SystemFonts bold;
};

Faces& faces_of(const ImFontAtlas* atlas) { return *static_cast<Faces*>(atlas->UserData); }

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool begin_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    // Whole layout pixels, so that baselines are; and the same for every font, so that none moves.
    baked->Ascent = std::round(kAscent * baked->Size);
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* only_advance) {
    const auto face = static_cast<ui::Face>(source->FontLoaderFlags);
    const float density = baked->RasterizerDensity;
    const Sought sought = seek(faces_of(atlas).of(face), code_point, baked->Size * density);
    const float advance = advance_of(sought) / density;
    if (only_advance) {
        *only_advance = advance;
        return true;
    }
    glyph->Codepoint = code_point;
    glyph->AdvanceX = advance;
    if (!sought.font || FT_Load_Glyph(sought.font->face, sought.glyph, kLoad) != 0) {
        return true;
    }
    FT_GlyphSlot slot = sought.font->face->glyph;
    if (sought.font->embolden) {
        FT_GlyphSlot_Embolden(slot);
    }
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0 || slot->bitmap.width == 0) {
        return true;
    }
    const auto width = static_cast<int>(slot->bitmap.width);
    const auto height = static_cast<int>(slot->bitmap.rows);
    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
    if (place == ImFontAtlasRectId_Invalid) {
        return false;
    }
    glyph->X0 = static_cast<float>(slot->bitmap_left) / density;
    glyph->Y0 = static_cast<float>(-slot->bitmap_top) / density + baked->Ascent;
    glyph->X1 = glyph->X0 + static_cast<float>(width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(height) / density;
    glyph->Visible = true;
    glyph->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, place),
                                       slot->bitmap.buffer, ImTextureFormat_Alpha8, slot->bitmap.pitch);
    return true;
}

const ImFontLoader* freetype_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "system fonts";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedInit = begin_size;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return &loader;
}

ImFont* add_face(ImFontAtlas& atlas, const char* name, ui::Face face) {
    ImFontConfig config;
    std::snprintf(config.Name, sizeof config.Name, "%s", name);
    config.FontLoader = freetype_loader();
    config.FontLoaderFlags = static_cast<unsigned>(face);
    config.SizePixels = 18;
    return atlas.AddFont(&config);
}

}  // namespace

struct GlyphSource::Impl {
    explicit Impl(ImFontAtlas& to_fill) : atlas(to_fill) {}

    ImFontAtlas& atlas;
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
    Writing writing;
    Faces faces{writing.language};
    std::unordered_map<std::uint64_t, float> advances;
};

GlyphSource::GlyphSource(ImFontAtlas& atlas) : impl_(std::make_unique<Impl>(atlas)) {
    atlas.UserData = &impl_->faces;
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    atlas.TexMinWidth = atlas.TexMinHeight = 1024;
    impl_->regular = add_face(atlas, "regular", ui::Face::regular);
    impl_->bold = add_face(atlas, "bold", ui::Face::bold);
}

GlyphSource::~GlyphSource() = default;

ui::Fonts GlyphSource::fonts() const { return {impl_->regular, impl_->bold, 1}; }

void GlyphSource::use(const Writing& writing) {
    if (writing == impl_->writing) {
        return;
    }
    if (writing.language != impl_->writing.language) {
        impl_->faces = Faces(writing.language);
    }
    impl_->writing = writing;
    if (impl_->atlas.Builder) {
        ImFontAtlasBuildDiscardBakes(&impl_->atlas, 0);
    }
    impl_->advances.clear();
}

std::vector<std::uint8_t> GlyphSource::insides_of_words(std::string_view, std::string_view) const { return {}; }

float GlyphSource::advance(char32_t code_point, ui::Face face, int em) const {
    const auto key = (std::uint64_t(em) << 32) | (std::uint64_t{face == ui::Face::bold} << 31) | code_point;
    const auto [found, is_new] = impl_->advances.try_emplace(key);
    if (is_new) {
        const float density = impl_->writing.density;
        const float pixels = static_cast<float>(em) * density;
        found->second = advance_of(seek(impl_->faces.of(face), code_point, pixels)) / density;
    }
    return found->second;
}

/// Glyphs are in the atlas's own pixels already, and the renderer uploads those.
void GlyphSource::upload(ImTextureData&, bool) {}

}  // namespace selfcheck::app
