// SPDX-License-Identifier: MIT
//
// result.h: a value or the reasons why there is none. Nothing in src throws.
//
// All problems of an input are reported, not only the first, each with the place where it is.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace selfcheck::engine {

/// One thing wrong with an input.
struct Problem {
    std::string file;     // "pack.json"; empty when there is only one input
    std::string at;       // JSON Pointer, "/answers/age", or "line 3, column 7"; empty: the whole input
    std::string message;  // what was expected and what was found, in English

    /// "pack.json /rules/3/when: message"
    [[nodiscard]] std::string to_string() const;

    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : value_(std::move(value)) {}                         // NOLINT: implicit on purpose
    Result(Problem problem) { problems_.push_back(std::move(problem)); }  // NOLINT
    Result(Problems problems) : problems_(std::move(problems)) {          // NOLINT
        assert(!problems_.empty());
    }

    [[nodiscard]] bool ok() const { return value_.has_value(); }
    [[nodiscard]] T& value() { return *value_; }
    [[nodiscard]] const T& value() const { return *value_; }
    [[nodiscard]] const Problems& problems() const { return problems_; }

private:
    std::optional<T> value_;
    Problems problems_;
};

}  // namespace selfcheck::engine
