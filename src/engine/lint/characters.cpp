// SPDX-License-Identifier: MIT
#include "engine/lint/characters.h"

#include <cstdint>

namespace selfcheck::engine {

std::u32string code_points(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte < 0x80) {
            points.push_back(byte);
        } else if (byte < 0xC0) {
            if (!points.empty()) points.back() = points.back() << 6 | (byte & 0x3Fu);
        } else {
            points.push_back(byte < 0xE0 ? byte & 0x1Fu : byte < 0xF0 ? byte & 0x0Fu : byte & 0x07u);
        }
    }
    return points;
}

}  // namespace selfcheck::engine
