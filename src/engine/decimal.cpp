// SPDX-License-Identifier: MIT
#include "engine/decimal.h"

#include <charconv>

namespace selfcheck::engine {

std::string Decimal::to_string() const {
    // Unsigned, because the magnitude of the lowest value does not fit the signed type.
    const std::uint64_t magnitude =
        steps_ < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(steps_) : static_cast<std::uint64_t>(steps_);
    const std::uint64_t unit = static_cast<std::uint64_t>(kStepsPerUnit);
    char digits[24];
    const auto whole = std::to_chars(digits, digits + sizeof digits, magnitude / unit);
    std::string text = steps_ < 0 ? "-" : "";
    text.append(digits, whole.ptr);
    std::uint64_t fraction = magnitude % unit;
    if (fraction == 0) return text;
    text += '.';
    for (std::uint64_t place = unit / 10; fraction != 0; place /= 10) {
        text += static_cast<char>('0' + fraction / place);
        fraction %= place;
    }
    return text;
}

}  // namespace selfcheck::engine
