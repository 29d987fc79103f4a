// SPDX-License-Identifier: MIT
//
// glyph_source.h: where glyphs come from: the reader's own system fonts. One implementation a platform.
//
// On the web the browser draws each glyph on a small canvas of its own, at the size in device pixels that
// it is shown at, and the canvas goes straight into the atlas's texture. Nothing is downloaded, nothing is
// read back (browsers blur what is read back, against fingerprinting), and text looks like the page's. In
// a native window FreeType draws them, from the fonts that fontconfig finds.
//
// It is also what measures text, so that layout and painting agree to the pixel: an advance is a whole
// number of device pixels.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/layout.h"   // TextMeasure
#include "ui/painter.h"  // Fonts

struct ImFontAtlas;
struct ImTextureData;

namespace selfcheck::app {

/// What glyphs depend on besides face and size.
struct Writing {
    std::string language = "en";  // BCP 47: the same code point has other shapes in Chinese and Japanese
    bool light_on_dark = false;   // browsers draw light text a little bolder
    float density = 1;            // device pixels per layout pixel

    friend bool operator==(const Writing&, const Writing&) = default;
};

class GlyphSource final : public ui::TextMeasure {
public:
    /// Adds the faces to `atlas`, which outlives it.
    explicit GlyphSource(ImFontAtlas& atlas);
    ~GlyphSource() override;

    [[nodiscard]] ui::Fonts fonts() const;

    /// Drops all glyphs and measures that another Writing made. Not within a frame.
    void use(const Writing& writing);

    [[nodiscard]] float advance(char32_t code_point, ui::Face face, int em) const override;
    /// From the browser's dictionary; a native window has none.
    [[nodiscard]] std::vector<std::uint8_t> insides_of_words(std::string_view text,
                                                             std::string_view language) const override;

    /// Puts new glyphs into the atlas's texture: all of them when the texture is new itself. Call before
    /// anything is drawn with it.
    void upload(ImTextureData& texture, bool is_new);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace selfcheck::app
