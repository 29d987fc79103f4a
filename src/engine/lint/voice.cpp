// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>

#include "engine/lint/characters.h"
#include "engine/lint/checks.h"
#include "engine/texts.h"

namespace selfcheck::engine::lint_checks {
namespace {

constexpr std::array kEnglish{U"you", U"your", U"yours", U"yourself"};
constexpr std::u32string_view kChinese = U"\u60A8\u4F60";  // polite and plain "you"

/// `text` with a space for everything in braces.
std::string outside_braces(const std::string& text) {
    std::string outside;
    bool inside = false;
    for (const char c : text) {
        if (c == '{') inside = true;
        outside += inside ? ' ' : c;
        if (c == '}') inside = false;
    }
    return outside;
}

std::size_t sides_of_widest(const std::string& text) {
    std::size_t widest = 0;
    std::size_t sides = 0;
    for (const char c : text) {
        if (c == '{') sides = 1;
        if (c == '|') ++sides;
        if (c == '}') widest = std::max(widest, sides);
    }
    return widest;
}

std::optional<std::string> english_address(const std::u32string& text) {
    std::u32string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char32_t c = i < text.size() ? text[i] : U' ';
        if (is_latin(c)) {
            word += is_lower_latin(c) ? c : c + (U'a' - U'A');
            continue;
        }
        const auto found = std::find(kEnglish.begin(), kEnglish.end(), word);
        if (found != kEnglish.end()) return std::string(word.begin(), word.end());
        word.clear();
    }
    return std::nullopt;
}

std::optional<std::string> chinese_address(const std::u32string& text) {
    const std::size_t found = text.find_first_of(kChinese);
    if (found == std::u32string::npos) return std::nullopt;
    return text[found] == kChinese.front() ? "\xE6\x82\xA8" : "\xE4\xBD\xA0";
}

/// A word that addresses the reader, where there is one in a language we know such words of.
std::optional<std::string> address_in(std::string_view language, const std::u32string& text) {
    if (language == "en" || language.starts_with("en-")) return english_address(text);
    if (is_chinese_language(language)) return chinese_address(text);
    return std::nullopt;
}

}  // namespace

void check_voice(const Context& context) {
    for (const auto& [language, texts] : context.bundle.texts) {
        for (const Text& text : texts_of(texts.json())) {
            if (sides_of_widest(text.words) > 2) {
                context.add(language + ".json", text.at,
                            "has an alternation of more than two sides; there are two, {for the reader|for another}");
            }
            const auto address = address_in(language, code_points(outside_braces(text.words)));
            if (!address) continue;
            context.add(language + ".json", text.at,
                        "says \"" + *address + "\" also when somebody else is answered for; write {" + *address +
                            "|...} with what stands there then");
        }
    }
}

}  // namespace selfcheck::engine::lint_checks
