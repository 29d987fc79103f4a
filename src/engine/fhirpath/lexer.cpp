// SPDX-License-Identifier: MIT
#include "engine/fhirpath/lexer.h"

#include <optional>
#include <utility>

namespace selfcheck::engine::fhirpath::detail {

namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_word_start(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_word_part(char c) noexcept { return is_word_start(c) || is_digit(c); }
bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

constexpr std::string_view kSigns[] = {"<=", ">=", "!=", "!~", "<", ">", "=", "~", "|", "+",
                                       "-",  "*",  "/",  "(",  ")", "{", "}", ",", "."};

void append_utf8(std::string& out, std::uint32_t point) {
    const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | point >> 6);
        byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        byte(0xE0 | point >> 12);
        byte(0x80 | (point >> 6 & 0x3F));
        byte(0x80 | (point & 0x3F));
    } else {
        byte(0xF0 | point >> 18);
        byte(0x80 | (point >> 12 & 0x3F));
        byte(0x80 | (point >> 6 & 0x3F));
        byte(0x80 | (point & 0x3F));
    }
}

std::optional<std::uint32_t> four_hex_digits(std::string_view text) noexcept {
    if (text.size() < 4) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : text.substr(0, 4)) {
        const char lower = static_cast<char>(c | 0x20);
        if (is_digit(c)) {
            value = value * 16 + static_cast<std::uint32_t>(c - '0');
        } else if (lower >= 'a' && lower <= 'f') {
            value = value * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
        } else {
            return std::nullopt;
        }
    }
    return value;
}

}  // namespace

std::string_view Lexer::take_while(bool (*accepts)(char)) noexcept {
    const std::size_t start = here_;
    while (here_ < text_.size() && accepts(text_[here_])) ++here_;
    return text_.substr(start, here_ - start);
}

bool Lexer::skip_blanks_and_comments() {
    for (;;) {
        take_while([](char c) { return is_blank(c); });
        if (peek() == '/' && peek(1) == '/') {
            take_while([](char c) { return c != '\n'; });
        } else if (peek() == '/' && peek(1) == '*') {
            const std::size_t close = text_.find("*/", here_ + 2);
            if (close == std::string_view::npos) return false;
            here_ = close + 2;
        } else {
            return true;
        }
    }
}

Token Lexer::next() {
    if (!skip_blanks_and_comments()) return {TokenKind::error, here_, "this comment does not end"};
    const std::size_t start = here_;
    if (start == text_.size()) return {TokenKind::end, start, {}};
    const char c = peek();
    if (is_digit(c)) {
        std::string digits(take_while(is_digit));
        if (peek() == '.' && is_digit(peek(1))) {
            ++here_;
            digits += '.';
            digits += take_while(is_digit);
        }
        return {TokenKind::number, start, std::move(digits)};
    }
    if (is_word_start(c)) return {TokenKind::word, start, std::string(take_while(is_word_part))};
    if (c == '\'') return quoted(TokenKind::string, start);
    if (c == '%') {
        ++here_;
        if (peek() == '`' || peek() == '\'') return quoted(TokenKind::variable, start);
        if (!is_word_start(peek())) {
            here_ = start;
            return {TokenKind::error, start, "a variable's name must follow '%'"};
        }
        return {TokenKind::variable, start, std::string(take_while(is_word_part))};
    }
    if (c == '$') {
        ++here_;
        if (take_while(is_word_part) == "this") return {TokenKind::self, start, {}};
        here_ = start;
        return {TokenKind::error, start, "'$this' is the only name with '$' here"};
    }
    for (const std::string_view sign : kSigns) {
        if (text_.substr(start).starts_with(sign)) {
            here_ += sign.size();
            return {TokenKind::sign, start, std::string(sign)};
        }
    }
    if (c == '@') return {TokenKind::error, start, "dates and times are not in the subset"};
    if (c == '&') return {TokenKind::error, start, "joining strings with '&' is not in the subset"};
    if (c == '[') return {TokenKind::error, start, "indexing with '[' is not in the subset"};
    return {TokenKind::error, start, "this character cannot begin a word"};
}

Token Lexer::quoted(TokenKind kind, std::size_t start) {
    const char quote = text_[here_++];
    std::string content;
    while (here_ < text_.size()) {
        const char c = text_[here_];
        if (c == quote) {
            ++here_;
            return {kind, start, std::move(content)};
        }
        if (c == '\\') {
            const std::size_t bad = here_;
            if (!escape(content)) {
                here_ = start;
                return {TokenKind::error, bad, "this escape is not one FHIRPath knows"};
            }
            continue;
        }
        content += c;
        ++here_;
    }
    here_ = start;
    return {TokenKind::error, start, "this quotation does not end"};
}

bool Lexer::escape(std::string& out) {
    constexpr std::string_view kLetters = "'\"`\\/rntf";
    constexpr std::string_view kMeanings = "'\"`\\/\r\n\t\f";
    const char letter = peek(1);
    if (letter == 'u') return unicode_escape(out);
    const std::size_t which = letter == '\0' ? std::string_view::npos : kLetters.find(letter);
    if (which == std::string_view::npos) return false;
    out += kMeanings[which];
    here_ += 2;
    return true;
}

bool Lexer::unicode_escape(std::string& out) {
    const auto first = four_hex_digits(text_.substr(here_ + 2));
    if (!first) return false;
    here_ += 6;
    if (*first < 0xD800 || *first > 0xDFFF) {
        append_utf8(out, *first);
        return true;
    }
    // A pair of surrogates is one character; half a pair is none.
    if (*first > 0xDBFF || peek() != '\\' || peek(1) != 'u') return false;
    const auto second = four_hex_digits(text_.substr(here_ + 2));
    if (!second || *second < 0xDC00 || *second > 0xDFFF) return false;
    here_ += 6;
    append_utf8(out, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
    return true;
}

}  // namespace selfcheck::engine::fhirpath::detail
