// SPDX-License-Identifier: MIT
#include "engine/json_writer.h"

#include <algorithm>
#include <array>

namespace selfcheck::engine {
namespace {

/// By byte: control characters, the quote and the backslash.
constexpr auto kNeedsEscape = [] {
    std::array<bool, 256> table{};
    std::fill(table.begin(), table.begin() + 0x20, true);
    table['"'] = table['\\'] = true;
    return table;
}();

bool needs_escape(char c) { return kNeedsEscape[static_cast<unsigned char>(c)]; }

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    quote(name);
    text_ += ':';
    is_first_ = true;
    return *this;
}

void JsonWriter::text(std::string_view value) {
    separate();
    quote(value);
}

void JsonWriter::number(Decimal value) {
    separate();
    text_ += value.to_string();
}

void JsonWriter::number(int value) {
    separate();
    text_ += std::to_string(value);
}

void JsonWriter::flag(bool value) {
    separate();
    text_ += value ? "true" : "false";
}

void JsonWriter::separate() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
}

void JsonWriter::open(char bracket) {
    separate();
    text_ += bracket;
    is_first_ = true;
}

void JsonWriter::close(char bracket) {
    text_ += bracket;
    is_first_ = false;
}

void JsonWriter::quote(std::string_view value) {
    text_ += '"';
    for (;;) {
        std::size_t plain = 0;
        while (plain < value.size() && !needs_escape(value[plain])) ++plain;
        text_.append(value, 0, plain);
        if (plain == value.size()) break;
        escape(value[plain]);
        value.remove_prefix(plain + 1);
    }
    text_ += '"';
}

void JsonWriter::escape(char c) {
    constexpr char kHex[] = "0123456789abcdef";
    text_ += '\\';
    switch (c) {
        case '\b':
            text_ += 'b';
            break;
        case '\t':
            text_ += 't';
            break;
        case '\n':
            text_ += 'n';
            break;
        case '\f':
            text_ += 'f';
            break;
        case '\r':
            text_ += 'r';
            break;
        case '"':
        case '\\':
            text_ += c;
            break;
        default:
            text_ += "u00";
            text_ += kHex[static_cast<unsigned char>(c) >> 4];
            text_ += kHex[static_cast<unsigned char>(c) & 15];
    }
}

}  // namespace selfcheck::engine
