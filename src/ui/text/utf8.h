// SPDX-License-Identifier: MIT
//
// utf8.h: reads UTF-8 one code point at a time.
//
// Never reads outside the text and always moves on: a byte that begins no valid sequence (stray,
// overlong, surrogate, above U+10FFFF, cut off) is one U+FFFD of length 1.
//
//   for (std::size_t i = 0; i < text.size();) {
//       const auto [c, length] = decode(text, i);
//       i += length;
//   }
#pragma once

#include <cstddef>
#include <string_view>

namespace selfcheck::ui::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t code_point;
    std::size_t length;  // bytes, 1 to 4
};

/// The code point that begins at byte `at`. Requires at < utf8.size().
[[nodiscard]] constexpr Decoded decode(std::string_view utf8, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    const char32_t lead = byte(at);
    if (lead < 0x80) return {lead, 1};

    std::size_t length = 0;
    char32_t smallest = 0;  // of this length: anything below is overlong
    char32_t c = 0;
    if ((lead & 0xE0) == 0xC0) {
        length = 2, smallest = 0x80, c = lead & 0x1F;
    } else if ((lead & 0xF0) == 0xE0) {
        length = 3, smallest = 0x800, c = lead & 0x0F;
    } else if ((lead & 0xF8) == 0xF0) {
        length = 4, smallest = 0x10000, c = lead & 0x07;
    }
    if (length == 0 || length > utf8.size() - at) return {kReplacement, 1};
    for (std::size_t i = 1; i < length; ++i) {
        const char32_t next = byte(at + i);
        if ((next & 0xC0) != 0x80) return {kReplacement, 1};
        c = (c << 6) | (next & 0x3F);
    }
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    if (c < smallest || surrogate || c > 0x10FFFF) return {kReplacement, 1};
    return {c, length};
}

}  // namespace selfcheck::ui::text
