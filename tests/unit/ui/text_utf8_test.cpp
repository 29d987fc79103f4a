// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "ui/text/utf8.h"

namespace selfcheck::ui::text {
namespace {

struct Case {
    std::string_view bytes;
    char32_t code_point;
    std::size_t length;
};

constexpr Case kCases[] = {
    {"A", U'A', 1},
    {"\x7F", 0x7F, 1},
    {"\xC2\x80", 0x80, 2},
    {"\xDF\xBF", 0x7FF, 2},
    {"\xE0\xA0\x80", 0x800, 3},
    {"\xED\x9F\xBF", 0xD7FF, 3},
    {"\xEE\x80\x80", 0xE000, 3},
    {"\xEF\xBF\xBF", 0xFFFF, 3},
    {"\xF0\x90\x80\x80", 0x10000, 4},
    {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
    {"\x80", kReplacement, 1},              // stray continuation
    {"\xFF", kReplacement, 1},              // never in UTF-8
    {"\xC1\xBF", kReplacement, 1},          // overlong
    {"\xE0\x9F\xBF", kReplacement, 1},      // overlong
    {"\xF0\x8F\xBF\xBF", kReplacement, 1},  // overlong
    {"\xED\xA0\x80", kReplacement, 1},      // surrogate
    {"\xF4\x90\x80\x80", kReplacement, 1},  // above U+10FFFF
    {"\xE4\xB8", kReplacement, 1},          // cut off
    {"\xE4/", kReplacement, 1},             // interrupted
};

TEST(Utf8, DecodesBothSidesOfEachLimit) {
    for (const Case& c : kCases) {
        const Decoded decoded = decode(c.bytes, 0);
        EXPECT_EQ(decoded.code_point, c.code_point) << testing::PrintToString(c.bytes);
        EXPECT_EQ(decoded.length, c.length) << testing::PrintToString(c.bytes);
    }
}

TEST(Utf8, NeverReadsBeyondTheText) {
    const std::string text = "\xF4\x8F\xBF\xBF";
    for (std::size_t size = 1; size < text.size(); ++size) {
        const std::string cut = text.substr(0, size);  // its own block, watched by the sanitizer
        EXPECT_EQ(decode(cut, 0).code_point, kReplacement);
    }
}

}  // namespace
}  // namespace selfcheck::ui::text
