// SPDX-License-Identifier: MIT
//
// lexer.h: cuts an expression into words. Internal to the compiler.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace selfcheck::engine::fhirpath::detail {

enum class TokenKind : std::uint8_t {
    end,
    error,     // text: what is wrong, for a CompileError
    number,    // text: digits, perhaps a point and digits
    string,    // text: the content, escapes resolved
    word,      // text: an identifier or keyword
    variable,  // text: the name after %
    self,      // $this
    sign,      // text: an operator or bracket
};

struct Token {
    TokenKind kind = TokenKind::end;
    std::size_t offset = 0;
    std::string text;

    bool is_sign(std::string_view sign) const noexcept { return kind == TokenKind::sign && text == sign; }
    bool is_word(std::string_view word) const noexcept { return kind == TokenKind::word && text == word; }
};

class Lexer {
public:
    /// Looks at `text`, which must outlive it.
    explicit Lexer(std::string_view text) noexcept : text_(text) {}

    /// The next token; after `end` or `error` the same kind again.
    Token next();

private:
    bool skip_blanks_and_comments();
    Token quoted(TokenKind kind, std::size_t start);
    bool escape(std::string& out);
    bool unicode_escape(std::string& out);
    char peek(std::size_t ahead = 0) const noexcept {
        return here_ + ahead < text_.size() ? text_[here_ + ahead] : '\0';
    }
    std::string_view take_while(bool (*accepts)(char)) noexcept;

    std::string_view text_;
    std::size_t here_ = 0;
};

}  // namespace selfcheck::engine::fhirpath::detail
