// SPDX-License-Identifier: MIT
//
// The web's glyph source: an ImFontLoader that has the browser draw. It reserves a place in the atlas
// while Dear ImGui lays text out, and fills it before the frame is drawn.
#include <GLES2/gl2.h>
#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>  // ImFontLoader

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/glyph_source.h"

static_assert(IMGUI_VERSION_NUM == 19222, "ImFontLoader is internal to Dear ImGui: read it again");

namespace {

EM_JS_DEPS(selfcheck_pen, "$UTF8ToString");

// clang-format off
EM_JS(void, selfcheck_pen_open, (), {
    var pen = document.createElement('canvas').getContext('2d', {'willReadFrequently': true});
    Module['pen'] = pen;
    Module['penFont'] = "";
});

// A canvas outside the page knows no language of its own. Families that are known to be good come first,
// since "sans-serif" may be a Japanese or a Latin-only font.
EM_JS(void, selfcheck_pen_use, (const char* language), {
    var tag = UTF8ToString(language);
    var chinese = '"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Noto Sans SC",' +
                  '"Source Han Sans SC","Microsoft YaHei"';
    var latin = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans"';
    Module['pen'].canvas.lang = tag;
    Module['penFamily'] =
        (tag.startsWith('zh') ? chinese + ',' + latin : latin + ',' + chinese) + ',sans-serif';
    Module['penFont'] = "";
});

EM_JS(void, selfcheck_pen_measure, (int weight, float pixels, int code_point, float* box), {
    var pen = Module['pen'];
    var font = weight + ' ' + pixels + 'px ' + Module['penFamily'];
    if (Module['penFont'] !== font) pen.font = Module['penFont'] = font;
    var metrics = pen.measureText(String.fromCodePoint(code_point));
    HEAPF32.set([metrics.width, metrics.actualBoundingBoxLeft, metrics.actualBoundingBoxRight,
                 metrics.actualBoundingBoxAscent, metrics.actualBoundingBoxDescent], box >> 2);
});

// Into the bound texture. A canvas that changes its size forgets its font and its colour.
EM_JS(void, selfcheck_pen_draw, (int weight, float pixels, int light, int code_point, int left, int top,
                                 int width, int height, int x, int y), {
    var pen = Module['pen'];
    var canvas = pen.canvas;
    var font = weight + ' ' + pixels + 'px ' + Module['penFamily'];
    if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        pen.font = Module['penFont'] = font;
    } else {
        if (Module['penFont'] !== font) pen.font = Module['penFont'] = font;
        pen.clearRect(0, 0, width, height);
    }
    pen.fillStyle = light ? '#fff' : '#000';
    pen.fillText(String.fromCodePoint(code_point), -left, -top);
    GLctx.texSubImage2D(GLctx.TEXTURE_2D, 0, x, y, GLctx.ALPHA, GLctx.UNSIGNED_BYTE, canvas);
});
// Marks the bytes at which a character begins that is inside a word. False where the browser has no dictionary.
EM_JS(bool, selfcheck_mark_words, (const char* text, const char* language, uint8_t* inside), {
    if (typeof Intl.Segmenter === 'undefined') return false;
    var tag = UTF8ToString(language);
    if (Module['wordsTag'] !== tag) {
        Module['words'] = new Intl.Segmenter(tag, {'granularity': 'word'});
        Module['wordsTag'] = tag;
    }
    var at = inside;
    for (var part of Module['words'].segment(UTF8ToString(text))) {
        var first = true;
        for (var character of part['segment']) {
            if (!first && part['isWordLike']) HEAPU8[at] = 1;
            first = false;
            var point = character.codePointAt(0);
            at += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        }
    }
    return true;
});
// clang-format on

/// Ink around the pen's place on the baseline, device pixels, y down.
struct Ink {
    float advance = 0;
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

/// A canvas keeps its size from glyph to glyph when sizes are coarse.
int coarse(float pixels) { return (static_cast<int>(std::ceil(pixels)) + 3) / 4 * 4; }

Ink measure(int weight, float pixels, char32_t code_point) {
    float box[5];
    selfcheck_pen_measure(weight, pixels, static_cast<int>(code_point), box);
    const auto [advance, left, right, ascent, descent] = box;
    Ink ink{.advance = std::round(advance)};
    if (left + right > 0 && ascent + descent > 0) {
        // One pixel more on every side, for edges softer than the box says.
        ink.left = static_cast<int>(std::floor(-left)) - 1;
        ink.top = static_cast<int>(std::floor(-ascent)) - 1;
        ink.width = coarse(right + 1 - static_cast<float>(ink.left));
        ink.height = coarse(descent + 1 - static_cast<float>(ink.top));
    }
    return ink;
}

/// A glyph that has a place in the atlas.
struct Glyph {
    ImFontAtlasRectId place;
    int weight;
    float pixels;
    char32_t code_point;
    Ink ink;
};

/// The ideographs that every Chinese font has, all as wide as each other.
constexpr bool is_common_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
constexpr char32_t kAnyIdeograph = 0x6C38;

constexpr int kRegular = 400;
constexpr int kBold = 600;

/// The part of an em above the baseline in most Chinese fonts.
constexpr float kAscent = 0.88F;

std::vector<Glyph>* glyphs_of(const ImFontAtlas* atlas) { return static_cast<std::vector<Glyph>*>(atlas->UserData); }

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool begin_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    // Whole layout pixels, so that baselines are; and the same for every font, so that none moves.
    baked->Ascent = std::round(kAscent * baked->Size);
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* only_advance) {
    const int weight = static_cast<int>(source->FontLoaderFlags);
    const float density = baked->RasterizerDensity;
    const float pixels = baked->Size * density;
    const Ink ink = measure(weight, pixels, code_point);
    if (only_advance) {
        *only_advance = ink.advance / density;
        return true;
    }
    glyph->Codepoint = code_point;
    glyph->AdvanceX = ink.advance / density;
    if (ink.width == 0) {
        return true;
    }
    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, ink.width, ink.height);
    if (place == ImFontAtlasRectId_Invalid) {
        return false;
    }
    glyph->X0 = static_cast<float>(ink.left) / density;
    glyph->Y0 = static_cast<float>(ink.top) / density + baked->Ascent;
    glyph->X1 = glyph->X0 + static_cast<float>(ink.width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(ink.height) / density;
    glyph->Visible = true;
    glyph->PackId = place;
    glyphs_of(atlas)->push_back({place, weight, pixels, code_point, ink});
    return true;
}

const ImFontLoader* browser_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "browser";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedInit = begin_size;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return &loader;
}

ImFont* add_face(ImFontAtlas& atlas, const char* name, int weight) {
    ImFontConfig config;
    std::snprintf(config.Name, sizeof config.Name, "%s", name);
    config.FontLoader = browser_loader();
    config.FontLoaderFlags = static_cast<unsigned>(weight);
    config.SizePixels = 18;
    return atlas.AddFont(&config);
}

}  // namespace

/// IMGUI_ENABLE_FREETYPE makes Dear ImGui ask here for its default loader, and leave out stb_truetype.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() { return browser_loader(); }
}  // namespace ImGuiFreeType

namespace selfcheck::app {

struct GlyphSource::Impl {
    explicit Impl(ImFontAtlas& to_fill) : atlas(to_fill) {}

    ImFontAtlas& atlas;
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
    Writing writing;
    std::vector<Glyph> glyphs;
    std::size_t uploaded = 0;  // so many of them are in the texture
    std::unordered_map<std::uint64_t, float> advances;
    std::unordered_map<std::string, std::vector<std::uint8_t>> words;  // by language and text
};

GlyphSource::GlyphSource(ImFontAtlas& atlas) : impl_(std::make_unique<Impl>(atlas)) {
    selfcheck_pen_open();
    selfcheck_pen_use(impl_->writing.language.c_str());
    atlas.UserData = &impl_->glyphs;
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    atlas.TexMinWidth = atlas.TexMinHeight = 1024;
    impl_->regular = add_face(atlas, "regular", kRegular);
    impl_->bold = add_face(atlas, "bold", kBold);
}

GlyphSource::~GlyphSource() = default;

ui::Fonts GlyphSource::fonts() const { return {impl_->regular, impl_->bold, 1}; }

void GlyphSource::use(const Writing& writing) {
    if (writing == impl_->writing) {
        return;
    }
    impl_->writing = writing;
    selfcheck_pen_use(writing.language.c_str());
    if (impl_->atlas.Builder) {
        ImFontAtlasBuildDiscardBakes(&impl_->atlas, 0);
    }
    impl_->glyphs.clear();
    impl_->uploaded = 0;
    impl_->advances.clear();
}

std::vector<std::uint8_t> GlyphSource::insides_of_words(std::string_view text, std::string_view language) const {
    // A page is laid out again after each tap, and the browser's dictionary takes its time.
    constexpr std::size_t kMostKept = 2000;
    if (impl_->words.size() >= kMostKept) impl_->words.clear();
    const std::string said(text);
    const std::string spoken(language);
    const auto [kept, is_new] = impl_->words.try_emplace(spoken + '\n' + said);
    if (is_new) {
        std::vector<std::uint8_t> inside(text.size() + 1);
        if (selfcheck_mark_words(said.c_str(), spoken.c_str(), inside.data())) kept->second = std::move(inside);
    }
    return kept->second;
}

float GlyphSource::advance(char32_t code_point, ui::Face face, int em) const {
    if (is_common_ideograph(code_point)) {
        code_point = kAnyIdeograph;
    }
    const bool bold = face == ui::Face::bold;
    const auto key = (std::uint64_t(em) << 32) | (std::uint64_t{bold} << 31) | code_point;
    const auto [found, is_new] = impl_->advances.try_emplace(key);
    if (is_new) {
        const float density = impl_->writing.density;
        const float pixels = static_cast<float>(em) * density;
        found->second = measure(bold ? kBold : kRegular, pixels, code_point).advance / density;
    }
    return found->second;
}

void GlyphSource::upload(ImTextureData& texture, bool is_new) {
    ImFontAtlas* atlas = &impl_->atlas;
    if (&texture != atlas->TexData) {
        return;
    }
    auto& glyphs = impl_->glyphs;
    if (is_new) {
        // Dear ImGui has moved the glyphs it kept, and forgotten those of sizes no longer in use.
        std::erase_if(glyphs,
                      [&](const Glyph& glyph) { return ImFontAtlasPackGetRectSafe(atlas, glyph.place) == nullptr; });
        impl_->uploaded = 0;
    }
    const auto first = glyphs.begin() + static_cast<std::ptrdiff_t>(std::exchange(impl_->uploaded, glyphs.size()));
    // One after the other that can be drawn without changing the canvas.
    std::sort(first, glyphs.end(), [](const Glyph& a, const Glyph& b) {
        const auto order = [](const Glyph& g) {
            return std::tuple(g.ink.width, g.ink.height, g.pixels, g.weight, g.code_point);
        };
        return order(a) < order(b);
    });
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.GetTexID()));
    for (auto glyph = first; glyph != glyphs.end(); ++glyph) {
        const ImTextureRect* place = ImFontAtlasPackGetRectSafe(atlas, glyph->place);
        if (place) {
            selfcheck_pen_draw(glyph->weight, glyph->pixels, impl_->writing.light_on_dark,
                               static_cast<int>(glyph->code_point), glyph->ink.left, glyph->ink.top, place->w, place->h,
                               place->x, place->y);
        }
    }
}

}  // namespace selfcheck::app
