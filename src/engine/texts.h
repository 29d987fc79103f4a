// SPDX-License-Identifier: MIT
//
// texts.h: the words of a pack or of the program in one language.
//
//   texts.get({"questions", "age", "text"});                        // "" when there is none
//   voiced("Have {you|they} fallen?", Voice::other);                // "Have they fallen?"
//   fill(texts.get({"rules", "height_loss", "text"}), lookup);      // replaces {height_loss_cm}
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json.h"

namespace selfcheck::engine {

/// Whom the texts speak of: the reader, or somebody the reader answers for.
enum class Voice { self, other };

class Texts {
public:
    Texts() = default;
    explicit Texts(Json json) : json_(std::move(json)) {}

    /// The text at the path, or "" when there is none. Lint and tests see to it that there is one.
    [[nodiscard]] std::string get(std::initializer_list<std::string_view> path) const;

    /// The texts of the array at the path, or nothing.
    [[nodiscard]] std::vector<std::string> list(std::initializer_list<std::string_view> path) const;

    /// Adds the members of `more`, an object, at every depth; texts that are there already are replaced.
    void add(const Json& more);

    [[nodiscard]] const Json& json() const { return json_; }

private:
    [[nodiscard]] const Json* find(std::initializer_list<std::string_view> path) const;

    Json json_ = Json::object();
};

/// `text` with one side of each alternation "{you|they}": the first is for Voice::self. Names are left as they are.
[[nodiscard]] std::string voiced(std::string_view text, Voice voice);

/// `text` with each {name} replaced by what `value_of` says.
[[nodiscard]] std::string fill(std::string_view text, const std::function<std::string(std::string_view)>& value_of);

/// The names in braces, in order, without alternations.
[[nodiscard]] std::vector<std::string> names_in(std::string_view text);

}  // namespace selfcheck::engine
