// SPDX-License-Identifier: MIT
//
// commands.h: the subcommands of `selfcheck`, one file each. main.cpp only reads the arguments.
//
// Each returns the exit status: 0 fine, 1 the input is wrong, 2 wrong usage. Problems go to
// `errors`, one a line with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

#include "engine/bundle.h"
#include "engine/result.h"

namespace selfcheck::cli {

inline constexpr int kFine = 0;
inline constexpr int kWrongInput = 1;
inline constexpr int kUsage = 2;

struct Streams {
    std::istream& in;  // read where a file is named "-"
    std::ostream& out;
    std::ostream& errors;
};

/// What `assess` and `explain` are given.
struct AnswerArguments {
    std::string pack;         // its folder
    std::string language;     // of the texts; "" for none
    std::string input = "-";  // a file
    bool other = false;       // the texts speak of somebody else than the reader
};

struct DiffArguments {
    std::string before;  // folders of two packs
    std::string after;
    std::size_t samples = 10'000;
    std::uint64_t seed = 1;
};

[[nodiscard]] int assess(const AnswerArguments& arguments, const Streams& streams);
[[nodiscard]] int explain(const AnswerArguments& arguments, const Streams& streams);
[[nodiscard]] int diff(const DiffArguments& arguments, const Streams& streams);
[[nodiscard]] int lint(const std::string& pack, const Streams& streams);

/// Writes the problems; kWrongInput when there are any.
int report(const engine::Problems& problems, const Streams& streams);

/// Reads the pack, opens the input and runs `command` on them. Reports what stops that: a pack that
/// cannot be read, a language it does not have, an input that is not there or empty.
[[nodiscard]] int with_input(const AnswerArguments& arguments, const Streams& streams,
                             const std::function<int(const engine::Bundle&, std::istream&)>& command);

}  // namespace selfcheck::cli
