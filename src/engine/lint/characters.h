// SPDX-License-Identifier: MIT
//
// characters.h: texts as code points, for checks of length, script and figures. Internal to lint.
#pragma once

#include <string>
#include <string_view>

namespace selfcheck::engine {

/// The code points of UTF-8, which parse_json has checked.
[[nodiscard]] std::u32string code_points(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
[[nodiscard]] constexpr bool is_latin(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
[[nodiscard]] constexpr bool is_lower_latin(char32_t c) { return c >= U'a' && c <= U'z'; }

/// The unified ideographs of the basic plane and their first extension: all that texts for readers
/// use.
[[nodiscard]] constexpr bool is_chinese(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}

/// Whether a language (a BCP 47 name) is written in Chinese characters.
[[nodiscard]] constexpr bool is_chinese_language(std::string_view language) {
    return language == "zh" || language.starts_with("zh-");
}

}  // namespace selfcheck::engine
