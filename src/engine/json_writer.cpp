// SPDX-License-Identifier: MIT
#include "engine/json_writer.h"

#include "engine/json_fields.h"

namespace selfcheck::engine {

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
    text_ += value.is_whole() ? value.to_string() : to_text(json_from_decimal(value));
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
    constexpr char kHex[] = "0123456789abcdef";
    text_ += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        text_ += value.substr(written, i - written);
        written = i + 1;
        text_ += '\\';
        switch (c) {
            case '\b': text_ += 'b'; break;
            case '\t': text_ += 't'; break;
            case '\n': text_ += 'n'; break;
            case '\f': text_ += 'f'; break;
            case '\r': text_ += 'r'; break;
            case '"':
            case '\\': text_ += value[i]; break;
            default:
                text_ += "u00";
                text_ += kHex[c >> 4];
                text_ += kHex[c & 15];
        }
    }
    text_ += value.substr(written);
    text_ += '"';
}

}  // namespace selfcheck::engine
