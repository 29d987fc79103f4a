// SPDX-License-Identifier: MIT
#include "app/system_fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace selfcheck::app {
namespace {

template <auto destroy>
struct Destroy {
    template <typename T>
    void operator()(T* object) const {
        destroy(object);
    }
};
using Pattern = std::unique_ptr<FcPattern, Destroy<FcPatternDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Destroy<FcFontSetDestroy>>;

FT_Library library() {
    static FT_Library const opened = [] {
        FT_Library made = nullptr;
        FT_Init_FreeType(&made);
        return made;
    }();
    return opened;
}

Pattern wanted(const std::string& language, SystemFonts::Weight weight) {
    const auto text = [](const char* ascii) { return reinterpret_cast<const FcChar8*>(ascii); };
    Pattern pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FAMILY, text("sans-serif"));
    FcPatternAddString(pattern.get(), FC_LANG, text(language.c_str()));
    // As on the page: 400 and 600.
    FcPatternAddInteger(pattern.get(), FC_WEIGHT,
                        weight == SystemFonts::Weight::bold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern.get(), FC_VARIABLE, FcFalse);  // its axes would have to be set
    FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    return pattern;
}

}  // namespace

struct SystemFonts::Impl {
    struct Candidate {
        FcPattern* found;  // owned by `set`
        FontFace opened;
        bool tried = false;
    };

    ~Impl() {
        for (const Candidate& one : candidates) {
            FT_Done_Face(one.opened.face);
        }
    }

    /// Null when it cannot be opened or has no outlines.
    const FontFace* open(Candidate& one) {
        if (!std::exchange(one.tried, true)) {
            const Pattern ready(FcFontRenderPrepare(nullptr, pattern.get(), one.found));
            FcChar8* file = nullptr;
            int index = 0;
            FcBool embolden = FcFalse;
            FcPatternGetString(ready.get(), FC_FILE, 0, &file);
            FcPatternGetInteger(ready.get(), FC_INDEX, 0, &index);
            FcPatternGetBool(ready.get(), FC_EMBOLDEN, 0, &embolden);
            FT_Face face = nullptr;
            if (file && FT_New_Face(library(), reinterpret_cast<const char*>(file), index, &face) == 0) {
                one.opened = {face, embolden == FcTrue};
            }
        }
        return one.opened.face && FT_IS_SCALABLE(one.opened.face) ? &one.opened : nullptr;
    }

    Pattern pattern;
    FontSet set;
    std::vector<Candidate> candidates;  // best first
};

SystemFonts::SystemFonts(const std::string& language, Weight weight) : impl_(std::make_unique<Impl>()) {
    impl_->pattern = wanted(language, weight);
    FcResult result = FcResultMatch;
    impl_->set.reset(FcFontSort(nullptr, impl_->pattern.get(), FcTrue, nullptr, &result));
    for (int i = 0; impl_->set && i < impl_->set->nfont; ++i) {
        impl_->candidates.push_back({impl_->set->fonts[i], {}});
    }
}

SystemFonts::SystemFonts(SystemFonts&&) noexcept = default;
SystemFonts& SystemFonts::operator=(SystemFonts&&) noexcept = default;
SystemFonts::~SystemFonts() = default;

const FontFace* SystemFonts::face_with(char32_t code_point) {
    const FontFace* first = nullptr;
    for (Impl::Candidate& one : impl_->candidates) {
        FcCharSet* characters = nullptr;
        FcPatternGetCharSet(one.found, FC_CHARSET, 0, &characters);
        const bool has = characters && FcCharSetHasChar(characters, code_point);
        if (first && !has) {
            continue;
        }
        const FontFace* face = impl_->open(one);
        if (face && has) {
            return face;
        }
        if (!first) {
            first = face;
        }
    }
    return first;
}

}  // namespace selfcheck::app
