// SPDX-License-Identifier: MIT
#include <optional>
#include <utility>

#include "engine/lint/characters.h"
#include "engine/lint/checks.h"

namespace selfcheck::engine::lint_checks {
namespace {

/// What may stand in Latin letters alone among Chinese texts.
bool may_be_latin(TextKind kind) {
    return kind == TextKind::language || kind == TextKind::separator || kind == TextKind::unit ||
           kind == TextKind::band;
}

/// "Fever" is a word to translate; "SARC-CalF", "QCT" and "25" are not.
bool has_ordinary_word(const std::u32string& text) {
    std::size_t lower = 0;
    bool mixed = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char32_t c = i < text.size() ? text[i] : U' ';
        if (is_lower_latin(c)) {
            ++lower;
        } else if (is_latin(c)) {
            mixed = mixed || lower > 0;
        } else {
            if (lower >= 3 && !mixed) return true;
            lower = 0;
            mixed = false;
        }
    }
    return false;
}

bool has_chinese(const std::u32string& text) {
    for (const char32_t c : text) {
        if (is_chinese(c)) return true;
    }
    return false;
}

/// Chinese outside round brackets, which hold the Chinese name of a medicine or unit for those who
/// buy it there.
bool has_unbracketed_chinese(const std::u32string& text) {
    int depth = 0;
    for (const char32_t c : text) {
        if (c == U'(') ++depth;
        if (c == U')' && depth > 0) --depth;
        if (depth == 0 && is_chinese(c)) return true;
    }
    return false;
}

constexpr char32_t kClosingQuote = 0x201D;
constexpr char32_t kClosingBracket = 0xFF09;

/// The first half-width mark that follows a Chinese word.
std::optional<char32_t> half_width_mark(const std::u32string& text) {
    constexpr std::u32string_view kMarks = U",.:;?!()";
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char32_t before = text[i - 1];
        const bool after_chinese =
            is_chinese(before) || before == kClosingQuote || before == kClosingBracket || before == U'}';
        if (after_chinese && kMarks.find(text[i]) != std::u32string_view::npos) return text[i];
    }
    return std::nullopt;
}

/// Whether nothing was found.
bool check_chinese(const Context& context, const std::string& file, const Text& text, const std::string& said,
                   TextKind kind) {
    const std::u32string points = code_points(said);
    if (!may_be_latin(kind) && !has_chinese(points) && has_ordinary_word(points)) {
        context.add(file, text.at, "has no Chinese character; translate it");
        return false;
    }
    const auto mark = half_width_mark(points);
    if (!mark) return true;
    context.add(file, text.at,
                std::string("has the half-width mark ") + static_cast<char>(*mark) +
                    " after a Chinese word; use the full-width one");
    return false;
}

}  // namespace

void check_script(const Context& context) {
    for (const auto& [language, texts] : context.bundle.texts) {
        const std::string file = language + ".json";
        for (const Text& text : texts_of(texts.json())) {
            const auto kind = context.keys.kind(text.key);
            if (!kind) continue;
            if (is_chinese_language(language)) {
                for (const Voice voice : {Voice::self, Voice::other}) {
                    if (!check_chinese(context, file, text, voiced(text.words, voice), *kind)) break;
                }
            } else if (has_unbracketed_chinese(code_points(text.words))) {
                context.add(file, text.at, "has Chinese characters outside brackets; translate them");
            }
        }
    }
}

}  // namespace selfcheck::engine::lint_checks
