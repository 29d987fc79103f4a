// SPDX-License-Identifier: MIT
//
// code_points.h: what line breaking needs to know about a single code point.
//
// Not the Unicode database: only the ranges that occur in Chinese and English health texts, plus
// everything that must never be torn from the character before it.
#pragma once

namespace selfcheck::ui::text {

[[nodiscard]] constexpr bool is_between(char32_t c, char32_t first, char32_t last) noexcept {
    return c >= first && c <= last;
}

/// ASCII and full-width digits.
[[nodiscard]] constexpr bool is_digit(char32_t c) noexcept {
    return is_between(c, U'0', U'9') || is_between(c, 0xFF10, 0xFF19);
}

/// Latin and Greek letters, with the micro and the ohm sign.
[[nodiscard]] constexpr bool is_letter(char32_t c) noexcept {
    return is_between(c, U'A', U'Z') || is_between(c, U'a', U'z') || c == 0xB5 ||
           (is_between(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7) || is_between(c, 0x370, 0x3FF) || c == 0x2126;
}

/// Han characters.
[[nodiscard]] constexpr bool is_ideograph(char32_t c) noexcept {
    return c == 0x3005 || c == 0x3007 || is_between(c, 0x3400, 0x4DBF) || is_between(c, 0x4E00, 0x9FFF) ||
           is_between(c, 0xF900, 0xFAFF) || is_between(c, 0x20000, 0x3FFFF);
}

/// Raised and lowered digits and signs: square, cubed, the 3 of D3.
[[nodiscard]] constexpr bool is_raised_or_lowered(char32_t c) noexcept {
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || is_between(c, 0x2070, 0x208E);
}

/// White space at which a line may end and which then has no width. Not the no-break spaces.
[[nodiscard]] constexpr bool is_blank(char32_t c) noexcept {
    return c == U' ' || c == U'\t' || c == 0x1680 || is_between(c, 0x2000, 0x2006) || is_between(c, 0x2008, 0x200A) ||
           c == 0x205F || c == 0x3000;
}

/// Ends a line by itself.
[[nodiscard]] constexpr bool is_line_feed(char32_t c) noexcept {
    return is_between(c, 0x0A, 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Draws nothing and does not move the pen, whatever the font says: a painter skips it.
[[nodiscard]] constexpr bool is_zero_width(char32_t c) noexcept {
    return is_line_feed(c) || c == 0xAD || is_between(c, 0x200B, 0x200F) || is_between(c, 0x202A, 0x202E) ||
           is_between(c, 0x2060, 0x2069) || is_between(c, 0xFE00, 0xFE0F) || c == 0xFEFF ||
           is_between(c, 0xE0000, 0xE01EF);
}

/// Belongs to the character before it: combining marks, variation selectors, joiners, emoji skin
/// tones and tags.
[[nodiscard]] constexpr bool extends_cluster(char32_t c) noexcept {
    return is_between(c, 0x300, 0x36F) || is_between(c, 0x1AB0, 0x1AFF) || is_between(c, 0x1DC0, 0x1DFF) ||
           c == 0x200C || c == 0x200D || c == 0x2060 || is_between(c, 0x20D0, 0x20FF) ||
           is_between(c, 0x302A, 0x302F) || c == 0x3099 || c == 0x309A || is_between(c, 0xFE00, 0xFE0F) ||
           is_between(c, 0xFE20, 0xFE2F) || c == 0xFEFF || is_between(c, 0x1F3FB, 0x1F3FF) ||
           is_between(c, 0xE0020, 0xE007F) || is_between(c, 0xE0100, 0xE01EF);
}

/// Punctuation that does not count as a character of a last line.
[[nodiscard]] constexpr bool is_punctuation(char32_t c) noexcept {
    return is_between(c, 0x21, 0x2F) || is_between(c, 0x3A, 0x40) || is_between(c, 0x5B, 0x60) ||
           is_between(c, 0x7B, 0x7E) || is_between(c, 0xA0, 0xBF) || is_between(c, 0x2010, 0x205E) ||
           is_between(c, 0x3001, 0x3003) || is_between(c, 0x3008, 0x301F) || is_between(c, 0xFF01, 0xFF0F) ||
           is_between(c, 0xFF1A, 0xFF20) || is_between(c, 0xFF3B, 0xFF40) || is_between(c, 0xFF5B, 0xFF65);
}

/// Closing marks whose right half is blank where they are as wide as an ideograph (the fonts of
/// mainland China): comma, full stop, brackets, quotation marks. Not the question and the
/// exclamation mark, which some fonts centre.
[[nodiscard]] constexpr bool is_hanging_mark(char32_t c) noexcept {
    switch (c) {
        case 0x2019:  // right single quotation mark
        case 0x201D:  // right double quotation mark
        case 0x3001:  // ideographic comma
        case 0x3002:  // ideographic full stop
        case 0x3009:  // right angle bracket
        case 0x300B:  // right double angle bracket
        case 0x300D:  // right corner bracket
        case 0x300F:  // right white corner bracket
        case 0x3011:  // right black lenticular bracket
        case 0x3015:  // right tortoise shell bracket
        case 0x3017:  // right white lenticular bracket
        case 0x3019:  // right white tortoise shell bracket
        case 0xFF09:  // full-width right parenthesis
        case 0xFF0C:  // full-width comma
        case 0xFF0E:  // full-width full stop
        case 0xFF1A:  // full-width colon
        case 0xFF1B:  // full-width semicolon
        case 0xFF3D:  // full-width right square bracket
        case 0xFF5D:  // full-width right curly bracket
            return true;
        default:
            return false;
    }
}

}  // namespace selfcheck::ui::text
