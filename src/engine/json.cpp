// SPDX-License-Identifier: MIT
#include "engine/json.h"

#include <algorithm>
#include <utility>
#include <vector>

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

/// What the parser of nlohmann/json calls while it reads; builds the value on the way. With exceptions
/// off this is the only way to learn where a syntax error is, and to see a member that is given twice
/// instead of one that has overwritten the other.
class Reader {
public:
    explicit Reader(Json& root) : root_(root) {}

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(Json::number_integer_t value) { return add(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
    bool number_float(Json::number_float_t value, const string&) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(Json::binary_t&) { return false; }  // not in JSON texts
    bool start_array(std::size_t) { return open(); }
    bool end_array() {
        Json array = Json::array();
        auto& elements = array.get_ref<Json::array_t&>();
        elements.reserve(pending_.size() - open_.back().first);
        for (std::size_t i = open_.back().first; i < pending_.size(); ++i) {
            elements.push_back(std::move(pending_[i].value));
        }
        return close(std::move(array));
    }
    bool start_object(std::size_t) { return open(); }
    bool end_object() {
        if (!check_names()) return false;
        // Not operator[], which looks for each name among all before it.
        Json object = Json::object();
        auto& members = object.get_ref<Json::object_t&>();
        members.reserve(pending_.size() - open_.back().first);
        for (std::size_t i = open_.back().first; i < pending_.size(); ++i) {
            members.emplace_back(std::move(pending_[i].name), std::move(pending_[i].value));
        }
        return close(std::move(object));
    }
    bool key(std::string& name) {
        name_ = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string& last_token, const nlohmann::detail::exception&) {
        offset = position == 0 ? 0 : position - 1;
        return fail("this is not JSON, at or before: " + shorten(last_token));
    }

    std::string message;
    std::size_t offset = std::string::npos;  // unknown unless it is a syntax error

private:
    struct Part {
        std::string name;  // of a member
        Json value;
    };
    struct Open {
        std::size_t first;  // of its parts among the pending ones
        std::string name;   // its own, if it is a member
    };

    bool add(Json&& value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else {
            pending_.push_back({std::move(name_), std::move(value)});
        }
        return true;
    }
    bool open() {
        open_.push_back({pending_.size(), std::move(name_)});
        return static_cast<int>(open_.size()) <= kMaxJsonDepth ||
               fail("nested deeper than " + std::to_string(kMaxJsonDepth) + " levels");
    }
    bool close(Json&& value) {
        pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(open_.back().first), pending_.end());
        name_ = std::move(open_.back().name);
        open_.pop_back();
        return add(std::move(value));
    }
    bool check_names() {
        names_.clear();
        for (std::size_t i = open_.back().first; i < pending_.size(); ++i) names_.push_back(pending_[i].name);
        std::sort(names_.begin(), names_.end());
        const auto twice = std::adjacent_find(names_.begin(), names_.end());
        return twice == names_.end() || fail("the member \"" + std::string(*twice) + "\" is given twice");
    }
    bool fail(std::string reason) {
        message = std::move(reason);
        return false;
    }
    static std::string shorten(const std::string& token) {
        return token.size() <= 24 ? token : token.substr(token.size() - 24);
    }

    Json& root_;
    std::vector<Open> open_;               // arrays and objects, from the root inwards
    std::vector<Part> pending_;            // what they have so far
    std::string name_;                     // of the member whose value comes next
    std::vector<std::string_view> names_;  // of an object that ends
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
    Json json;
    Reader reader(json);
    if (!Json::sax_parse(text, &reader)) {
        const bool is_syntax = reader.offset != std::string::npos;
        const bool at_end = is_syntax && text.find_first_not_of(" \t\r\n", reader.offset) == std::string_view::npos;
        return Problem{"", is_syntax ? place_of(text, reader.offset) : "",
                       at_end ? "the text ends too early" : reader.message};
    }
    return json;
}

std::string to_text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string to_pretty_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

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

std::string pointer(std::string_view base, std::size_t index) { return pointer(base, std::to_string(index)); }

}  // namespace selfcheck::engine
