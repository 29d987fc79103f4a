// SPDX-License-Identifier: MIT
#include "engine/json.h"

#include <set>

namespace selfcheck::engine {
namespace {

using std::string;

/// Line and column, both from 1, of a byte offset.
string place_of(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    std::size_t line = 1;
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < offset; ++i) {
        if (text[i] != '\n') continue;
        ++line;
        line_start = i + 1;
    }
    return "line " + std::to_string(line) + ", column " + std::to_string(offset - line_start + 1);
}

/// What the parser of nlohmann/json calls while it reads. With exceptions off this is the only way
/// to learn where a syntax error is, and to see a member that is given twice before it is
/// overwritten.
class Examiner : public nlohmann::json_sax<Json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }
    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool key(string_t& name) override {
        if (members_.back().insert(name).second) return true;
        return fail("the member \"" + name + "\" is given twice");
    }
    bool parse_error(std::size_t position, const std::string& last_token,
                     const nlohmann::detail::exception&) override {
        offset = position == 0 ? 0 : position - 1;
        return fail("this is not JSON, at or before: " + shorten(last_token));
    }

    std::string message;
    std::size_t offset = std::string::npos;  // unknown unless it is a syntax error

private:
    bool open() {
        members_.emplace_back();
        return static_cast<int>(members_.size()) <= kMaxJsonDepth ||
               fail("nested deeper than " + std::to_string(kMaxJsonDepth) + " levels");
    }
    bool close() {
        members_.pop_back();
        return true;
    }
    bool fail(std::string reason) {
        message = std::move(reason);
        return false;
    }
    static std::string shorten(const std::string& token) {
        return token.size() <= 24 ? token : token.substr(token.size() - 24);
    }

    std::vector<std::set<std::string>> members_;
};

}  // namespace

std::string Problem::to_string() const {
    std::string text = file;
    if (!at.empty()) text += (text.empty() ? "" : " ") + at;
    return text.empty() ? message : text + ": " + message;
}

Result<Json> parse_json(std::string_view text) {
    if (text.size() > kMaxJsonBytes) {
        return Problem{"", "", "longer than " + std::to_string(kMaxJsonBytes >> 20) + " MiB"};
    }
    Examiner examiner;
    if (!Json::sax_parse(text, &examiner)) {
        const bool is_syntax = examiner.offset != std::string::npos;
        const bool at_end = is_syntax && text.find_first_not_of(" \t\r\n", examiner.offset) == std::string_view::npos;
        return Problem{"", is_syntax ? place_of(text, examiner.offset) : "",
                       at_end ? "the text ends too early" : examiner.message};
    }
    return Json::parse(text, nullptr, false);
}

std::string to_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_pretty_text(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string pointer(std::string_view base, std::string_view token) {
    std::string text(base);
    text += '/';
    for (const char c : token) {
        if (c == '~') {
            text += "~0";
        } else if (c == '/') {
            text += "~1";
        } else {
            text += c;
        }
    }
    return text;
}

std::string pointer(std::string_view base, std::size_t index) {
    return pointer(base, std::to_string(index));
}

}  // namespace selfcheck::engine
