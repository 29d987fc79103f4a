// SPDX-License-Identifier: MIT
//
// line_breaks.h: where a line of a UTF-8 text may begin.
//
// The Unicode line breaking algorithm (UAX #14, by libunibreak) and, on top of it, a table of named
// tailorings for medical text, each of which takes opportunities away: a number stays with its
// unit, a range in one piece, a sign with its digits. Pure functions, no font, no width; where
// lines do break is line_fitter.h.
//
//   const auto breaks = line_breaks("65 kg or more", "en");
//   breaks[3] == Break::avoided;   // "65 " and "kg" belong together
//   breaks[6] == Break::allowed;   // a line may begin with "or"
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace selfcheck::ui::text {

/// Whether a line may begin at a position. Ordered: a later value is a better place.
enum class Break : std::uint8_t {
    none,       // no: inside a code point, inside a word, before a closing mark ...
    avoided,    // only where the piece between two allowed breaks is wider than the whole line
    allowed,    // yes
    mandatory,  // a line always begins here (after a line feed)
};

/// One entry per byte of `utf8` and one for its end: `result[i]` says whether a line may begin at
/// byte `i`. `result[0]` is `none`, the entry of the end is `mandatory` (so the result for the
/// empty text is a single `mandatory`). Blanks before a break belong to the line they end.
/// `lang` is a BCP 47 tag: Chinese ("zh", "zh-CN" ...) has its own rules, any other is broken as
/// English. Bytes that are not UTF-8 count as U+FFFD each. Linear in the length of the text.
/// Write U+200B to offer a break and U+00A0 or U+2060 to refuse one; no tailoring overrides U+200B.
[[nodiscard]] std::vector<Break> line_breaks(std::string_view utf8, std::string_view lang);

/// A tailoring for medical text, for documentation and tests.
struct Tailoring {
    std::string_view name;   // "unit", "range" ...
    std::string_view keeps;  // what stays together, as a phrase
};

/// The tailorings in the order in which they are asked; the first that applies decides.
[[nodiscard]] std::vector<Tailoring> tailorings();

/// The name of the tailoring that took away the opportunity at byte `at` of `utf8`; empty where
/// there was none to take or it was left.
[[nodiscard]] std::string_view tailoring_at(std::string_view utf8, std::string_view lang, std::size_t at);

/// True for "zh" and everything below it ("zh-CN", "zh-Hant-TW"), in any letter case.
[[nodiscard]] bool is_chinese(std::string_view lang) noexcept;

}  // namespace selfcheck::ui::text
