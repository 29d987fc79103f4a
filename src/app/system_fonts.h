// SPDX-License-Identifier: MIT
//
// system_fonts.h: the machine's own fonts for native windows, found by fontconfig, opened by FreeType.
//
//   SystemFonts fonts("zh-CN", SystemFonts::Weight::bold);
//   if (const FontFace* font = fonts.face_with(0x9AA8)) FT_Load_Char(font->face, 0x9AA8, FT_LOAD_DEFAULT);
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <string>

namespace selfcheck::app {

struct FontFace {
    FT_Face face = nullptr;
    bool embolden = false;  // too light for the weight asked for: strokes are to be thickened
};

/// The sans-serif of a language in one weight, and what stands in for characters that it lacks.
class SystemFonts {
public:
    enum class Weight { regular, bold };

    /// `language` BCP 47.
    SystemFonts(const std::string& language, Weight weight);
    SystemFonts(SystemFonts&&) noexcept;
    SystemFonts& operator=(SystemFonts&&) noexcept;
    ~SystemFonts();

    /// The first font that has the character; where none has, the first. Null without any font.
    [[nodiscard]] const FontFace* face_with(char32_t code_point);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace selfcheck::app
