// SPDX-License-Identifier: MIT
#include "engine/decimal.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>

namespace selfcheck::engine {
namespace {

Decimal d(std::string_view text) {
    const auto value = Decimal::parse(text);
    EXPECT_TRUE(value.has_value()) << text;
    return value.value_or(Decimal());
}

std::string shown(std::optional<Decimal> value) { return value ? value->to_string() : "{}"; }

static_assert(Decimal::parse("18.5") > Decimal::parse("18.49999999"));
static_assert(divide(Decimal::from_integer(1), Decimal()) == std::nullopt);

TEST(Decimal, ReadsAndWritesTheShortestForm) {
    struct Case {
        std::string_view text;
        std::string_view shown;
    };
    constexpr Case kCases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"+5", "5"},
        {"007", "7"},
        {"1.50", "1.5"},
        {"-0.5", "-0.5"},
        {"0.00000001", "0.00000001"},
        {"10.000000000000", "10"},
        {"92233720368.54775807", "92233720368.54775807"},
        {"-92233720368.54775808", "-92233720368.54775808"},
    };
    for (const Case& c : kCases) EXPECT_EQ(shown(Decimal::parse(c.text)), c.shown) << c.text;
}

TEST(Decimal, RefusesWhatIsNotAPlainNumber) {
    for (const std::string_view text : {"", "-", "+", ".", "1.", ".5", "1..2", "1.2.3", "1e3", " 1", "1 ", "0x1", "--1",
                                        "1,5", "0.000000001", "92233720368.54775808", "-92233720368.54775809",
                                        "99999999999999999999999999999999999999999999999999999999"}) {
        EXPECT_EQ(Decimal::parse(text), std::nullopt) << text;
    }
}

TEST(Decimal, CalculatesExactly) {
    EXPECT_EQ(add(d("0.1"), d("0.2")), d("0.3"));
    EXPECT_EQ(subtract(d("170.0"), d("166.1")), d("3.9"));
    EXPECT_EQ(multiply(d("1.1"), d("1.1")), d("1.21"));
    EXPECT_EQ(divide(d("60"), d("2.56")), d("23.4375"));
    EXPECT_EQ(divide(d("1"), d("3")), d("0.33333333"));
    EXPECT_EQ(divide(d("2"), d("3")), d("0.66666667"));
    EXPECT_EQ(divide(d("-2"), d("3")), d("-0.66666667"));
    EXPECT_EQ(multiply(d("0.0001"), d("0.00005")), d("0.00000001"));
    EXPECT_EQ(multiply(d("-0.0001"), d("0.00005")), d("-0.00000001"));
}

TEST(Decimal, DividesTowardZeroAndKeepsTheSignOfTheDividend) {
    struct Case {
        std::string_view a, b, quotient, rest;
    };
    constexpr Case kCases[] = {
        {"5", "2", "2", "1"},
        {"-5", "2", "-2", "-1"},
        {"5", "-2", "-2", "1"},
        {"-5", "-2", "2", "-1"},
        {"5.5", "0.7", "7", "0.6"},
        {"2.2", "1.8", "1", "0.4"},
        {"1", "0.00000001", "100000000", "0"},
        {"1", "0", "{}", "{}"},
    };
    for (const Case& c : kCases) {
        EXPECT_EQ(shown(divide_whole(d(c.a), d(c.b))), c.quotient) << c.a << " div " << c.b;
        EXPECT_EQ(shown(remainder(d(c.a), d(c.b))), c.rest) << c.a << " mod " << c.b;
    }
}

TEST(Decimal, RoundsHalfAwayFromZero) {
    struct Case {
        std::string_view value;
        int decimals;
        std::string_view rounded;
    };
    constexpr Case kCases[] = {
        {"0.5", 0, "1"},
        {"-0.5", 0, "-1"},
        {"2.5", 0, "3"},
        {"-2.5", 0, "-3"},
        {"2.49999999", 0, "2"},
        {"18.45", 1, "18.5"},
        {"18.449", 1, "18.4"},
        {"-18.45", 1, "-18.5"},
        {"1.005", 2, "1.01"},
        {"1.23456789", 8, "1.23456789"},
        {"1.23456789", 12, "1.23456789"},
        {"92233720368.54775807", 0, "{}"},
        {"92233720368.4", 0, "92233720368"},
    };
    for (const Case& c : kCases) {
        EXPECT_EQ(shown(round(d(c.value), c.decimals)), c.rounded) << c.value;
    }
}

TEST(Decimal, FindsWholeNumbersInEachDirection) {
    struct Case {
        std::string_view value, truncated, down, up;
    };
    constexpr Case kCases[] = {
        {"-3.1", "-3", "-4", "-3"}, {"3.1", "3", "3", "4"},          {"-3", "-3", "-3", "-3"},
        {"0", "0", "0", "0"},       {"-0.00000001", "0", "-1", "0"},
    };
    for (const Case& c : kCases) {
        EXPECT_EQ(truncate(d(c.value)), d(c.truncated)) << c.value;
        EXPECT_EQ(shown(floor(d(c.value))), c.down) << c.value;
        EXPECT_EQ(shown(ceiling(d(c.value))), c.up) << c.value;
    }
}

TEST(Decimal, HasNoValueBeyondItsRange) {
    const Decimal high = Decimal::highest();
    const Decimal low = Decimal::lowest();
    const Decimal step = Decimal::from_steps(1);
    EXPECT_EQ(add(high, step), std::nullopt);
    EXPECT_EQ(subtract(low, step), std::nullopt);
    EXPECT_EQ(multiply(high, d("1.1")), std::nullopt);
    EXPECT_EQ(divide(high, d("0.5")), std::nullopt);
    EXPECT_EQ(negate(low), std::nullopt);
    EXPECT_EQ(abs(low), std::nullopt);
    EXPECT_EQ(floor(low), std::nullopt);
    EXPECT_EQ(ceiling(high), std::nullopt);
    EXPECT_EQ(divide_whole(low, d("-1")), d("92233720368"));
    EXPECT_EQ(divide_whole(low, Decimal::from_steps(-1)), std::nullopt);
    EXPECT_EQ(remainder(low, Decimal::from_steps(-1)), Decimal());
}

TEST(Decimal, CountsTheDecimalsItNeeds) {
    EXPECT_EQ(d("12").precision(), 0);
    EXPECT_EQ(d("120").precision(), 0);
    EXPECT_EQ(d("12.50").precision(), 1);
    EXPECT_EQ(d("0.00000001").precision(), 8);
    EXPECT_EQ(Decimal().precision(), 0);
}

TEST(Decimal, ReadsBackWhateverItWrites) {
    std::mt19937_64 random(1);
    for (int i = 0; i < 100'000; ++i) {
        const auto shift = static_cast<int>(random() % 63);
        const auto value = Decimal::from_steps(static_cast<std::int64_t>(random()) >> shift);
        ASSERT_EQ(Decimal::parse(value.to_string()), value);
    }
}

TEST(Decimal, QuotientAndRestMakeTheDividend) {
    std::mt19937_64 random(2);
    for (int i = 0; i < 100'000; ++i) {
        const auto a = Decimal::from_steps(static_cast<std::int64_t>(random()) >> (random() % 40));
        const auto b = Decimal::from_steps(static_cast<std::int64_t>(random()) >> (random() % 63));
        const auto quotient = divide_whole(a, b);
        if (!quotient) continue;
        const auto product = multiply(*quotient, b);
        ASSERT_TRUE(product.has_value());
        ASSERT_EQ(add(*product, *remainder(a, b)), a);
    }
}

}  // namespace
}  // namespace selfcheck::engine
