// SPDX-License-Identifier: MIT
//
// decimal.h: exact numbers with eight decimals, so that a threshold means what it says.
//
// A Decimal is a whole number of 1e-8 steps in 64 bits: FHIRPath's step, and a range of about +-92
// billion. Sums, differences and remainders are exact; products and quotients are rounded to the
// nearest step, half away from zero. Whatever leaves the range, and division by zero, is nullopt
// (empty, in FHIRPath's words).
//
//   divide(Decimal::from_integer(60), *Decimal::parse("2.56"));  // 23.4375, exactly
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace selfcheck::engine {

class Decimal {
public:
    static constexpr int kDecimals = 8;
    static constexpr std::int64_t kStepsPerUnit = 100'000'000;

    constexpr Decimal() noexcept = default;

    /// The number `steps` * 1e-8.
    static constexpr Decimal from_steps(std::int64_t steps) noexcept { return Decimal(steps); }

    /// A whole number. Every 32-bit integer fits.
    static constexpr Decimal from_integer(std::int32_t value) noexcept { return Decimal(value * kStepsPerUnit); }

    /// Reads `[+-]digits[.digits]`, nothing before or after. nullopt if the text is anything else
    /// (an exponent, a lone point), leaves the range, or has a non-zero digit after the eighth
    /// decimal.
    static constexpr std::optional<Decimal> parse(std::string_view text) noexcept;

    static constexpr Decimal lowest() noexcept { return Decimal(std::numeric_limits<std::int64_t>::min()); }
    static constexpr Decimal highest() noexcept { return Decimal(std::numeric_limits<std::int64_t>::max()); }

    constexpr std::int64_t steps() const noexcept { return steps_; }
    constexpr bool is_zero() const noexcept { return steps_ == 0; }
    constexpr bool is_whole() const noexcept { return steps_ % kStepsPerUnit == 0; }

    /// How many decimals the shortest form needs: 0 for 12, 1 for 12.50, at most 8.
    constexpr int precision() const noexcept;

    /// The nearest there is.
    constexpr double to_double() const noexcept { return static_cast<double>(steps_) / kStepsPerUnit; }

    /// The shortest exact text: no exponent, no trailing zeros, no point when whole, "-0.5", "0".
    std::string to_string() const;

    friend constexpr bool operator==(Decimal, Decimal) noexcept = default;
    friend constexpr auto operator<=>(Decimal, Decimal) noexcept = default;

private:
    explicit constexpr Decimal(std::int64_t steps) noexcept : steps_(steps) {}

    std::int64_t steps_ = 0;
};

[[nodiscard]] constexpr std::optional<Decimal> add(Decimal a, Decimal b) noexcept;
[[nodiscard]] constexpr std::optional<Decimal> subtract(Decimal a, Decimal b) noexcept;
[[nodiscard]] constexpr std::optional<Decimal> multiply(Decimal a, Decimal b) noexcept;
[[nodiscard]] constexpr std::optional<Decimal> divide(Decimal a, Decimal b) noexcept;
[[nodiscard]] constexpr std::optional<Decimal> negate(Decimal a) noexcept;
[[nodiscard]] constexpr std::optional<Decimal> abs(Decimal a) noexcept;

/// The quotient without its fraction (toward zero), a whole number.
[[nodiscard]] constexpr std::optional<Decimal> divide_whole(Decimal a, Decimal b) noexcept;

/// What divide_whole leaves; it has the sign of `a`.
[[nodiscard]] constexpr std::optional<Decimal> remainder(Decimal a, Decimal b) noexcept;

/// Toward zero; toward minus infinity; toward plus infinity. All give a whole number.
[[nodiscard]] constexpr Decimal truncate(Decimal a) noexcept;
[[nodiscard]] constexpr std::optional<Decimal> floor(Decimal a) noexcept;
[[nodiscard]] constexpr std::optional<Decimal> ceiling(Decimal a) noexcept;

/// To `decimals` places, half away from zero. Requires decimals >= 0; 8 and more change nothing.
[[nodiscard]] constexpr std::optional<Decimal> round(Decimal a, int decimals) noexcept;

namespace detail {

__extension__ typedef __int128 Wide;

constexpr std::optional<Decimal> narrow(Wide steps) noexcept {
    if (steps < std::numeric_limits<std::int64_t>::min() || steps > std::numeric_limits<std::int64_t>::max()) {
        return std::nullopt;
    }
    return Decimal::from_steps(static_cast<std::int64_t>(steps));
}

/// a / b to the nearest whole number, half away from zero. Requires b != 0, and that a / b and -b
/// do not overflow.
template <typename Integer>
constexpr Integer divide_to_nearest(Integer a, Integer b) noexcept {
    const Integer quotient = a / b;
    const Integer rest = a % b < 0 ? -(a % b) : a % b;
    const Integer divisor = b < 0 ? -b : b;
    if (rest < divisor - rest) return quotient;
    return (a < 0) == (b < 0) ? quotient + 1 : quotient - 1;
}

/// a * b / c to the nearest step. Nearly all numbers of a pack stay within 64 bits on the way,
/// where division is many times faster, above all in WebAssembly. Requires c != 0.
constexpr std::optional<Decimal> scale(std::int64_t a, std::int64_t b, std::int64_t c) noexcept {
    constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(a, b, &product) && product != kLowest && c != kLowest) {
        return Decimal::from_steps(divide_to_nearest(product, c));
    }
    return narrow(divide_to_nearest(Wide{a} * b, Wide{c}));
}

}  // namespace detail

constexpr std::optional<Decimal> Decimal::parse(std::string_view text) noexcept {
    bool negative = false;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    detail::Wide steps = 0;
    std::int64_t place = kStepsPerUnit;  // the value of the last digit read, in steps
    bool after_point = false;
    bool digit_last = false;
    constexpr detail::Wide kTooFar = detail::Wide{std::numeric_limits<std::int64_t>::max()} + 1;
    for (const char c : text) {
        if (c == '.') {
            if (!digit_last || after_point) return std::nullopt;
            after_point = true;
            digit_last = false;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        const std::int64_t digit = c - '0';
        digit_last = true;
        if (after_point) {
            place /= 10;
            if (place == 0 && digit != 0) return std::nullopt;
            steps += digit * place;
        } else {
            steps = steps * 10 + digit * kStepsPerUnit;
        }
        if (steps > kTooFar) return std::nullopt;
    }
    if (!digit_last) return std::nullopt;
    return detail::narrow(negative ? -steps : steps);
}

constexpr int Decimal::precision() const noexcept {
    int decimals = kDecimals;
    for (std::int64_t steps = steps_; decimals > 0 && steps % 10 == 0; steps /= 10) --decimals;
    return decimals;
}

constexpr std::optional<Decimal> add(Decimal a, Decimal b) noexcept {
    std::int64_t steps = 0;
    if (__builtin_add_overflow(a.steps(), b.steps(), &steps)) return std::nullopt;
    return Decimal::from_steps(steps);
}

constexpr std::optional<Decimal> subtract(Decimal a, Decimal b) noexcept {
    std::int64_t steps = 0;
    if (__builtin_sub_overflow(a.steps(), b.steps(), &steps)) return std::nullopt;
    return Decimal::from_steps(steps);
}

constexpr std::optional<Decimal> multiply(Decimal a, Decimal b) noexcept {
    return detail::scale(a.steps(), b.steps(), Decimal::kStepsPerUnit);
}

constexpr std::optional<Decimal> divide(Decimal a, Decimal b) noexcept {
    if (b.is_zero()) return std::nullopt;
    return detail::scale(a.steps(), Decimal::kStepsPerUnit, b.steps());
}

constexpr std::optional<Decimal> negate(Decimal a) noexcept { return subtract(Decimal(), a); }

constexpr std::optional<Decimal> abs(Decimal a) noexcept { return a.steps() < 0 ? negate(a) : a; }

constexpr std::optional<Decimal> divide_whole(Decimal a, Decimal b) noexcept {
    if (b.is_zero()) return std::nullopt;
    return detail::narrow(detail::Wide{a.steps()} / b.steps() * Decimal::kStepsPerUnit);
}

constexpr std::optional<Decimal> remainder(Decimal a, Decimal b) noexcept {
    if (b.is_zero()) return std::nullopt;
    return detail::narrow(detail::Wide{a.steps()} % b.steps());
}

constexpr Decimal truncate(Decimal a) noexcept {
    return Decimal::from_steps(a.steps() - a.steps() % Decimal::kStepsPerUnit);
}

constexpr std::optional<Decimal> floor(Decimal a) noexcept {
    const Decimal whole = truncate(a);
    return whole > a ? subtract(whole, Decimal::from_integer(1)) : whole;
}

constexpr std::optional<Decimal> ceiling(Decimal a) noexcept {
    const Decimal whole = truncate(a);
    return whole < a ? add(whole, Decimal::from_integer(1)) : whole;
}

constexpr std::optional<Decimal> round(Decimal a, int decimals) noexcept {
    std::int64_t place = 1;
    for (int i = decimals; i < Decimal::kDecimals; ++i) place *= 10;
    return detail::narrow(detail::Wide{detail::divide_to_nearest(a.steps(), place)} * place);
}

}  // namespace selfcheck::engine
