// SPDX-License-Identifier: MIT
//
// json_writer.h: JSON text written as it comes, without a Json in between.
//
//   JsonWriter json;
//   json.object([&] { json.key("ids").array([&] { json.text("age"); }); });   // {"ids":["age"]}
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "engine/decimal.h"

namespace selfcheck::engine {

/// Writes one value. Texts are valid UTF-8. Within an object each value follows its key.
class JsonWriter {
public:
    JsonWriter() { text_.reserve(std::size_t{8} << 10); }  // a whole result, most often

    JsonWriter& key(std::string_view name);

    void text(std::string_view value);
    void number(Decimal value);
    void number(int value);
    void flag(bool value);

    /// `members` and `elements` write what is inside.
    template <typename Members>
    void object(Members&& members) {
        open('{');
        members();
        close('}');
    }
    template <typename Elements>
    void array(Elements&& elements) {
        open('[');
        elements();
        close(']');
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void separate();
    void open(char bracket);
    void close(char bracket);
    void quote(std::string_view value);
    void escape(char c);

    std::string text_;
    bool is_first_ = true;  // of what is open, or after its key
};

}  // namespace selfcheck::engine
