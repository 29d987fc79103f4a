// SPDX-License-Identifier: MIT
//
// operand.h: what the compiler knows of a part it has read. Internal to the compiler.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/fhirpath/program.h"  // StaticType, CompileError

namespace selfcheck::engine::fhirpath::detail {

struct Operand {
    std::uint32_t node = 0;
    std::uint32_t depth = 1;
    std::size_t offset = 0;
    StaticType type = {};
    bool constant = true;                                        // reads no variable
    std::vector<std::pair<SymbolId, std::size_t>> written = {};  // string literals and their places
    std::string variable = {};                                   // its name, when it is just that
};

/// Always false, so that the steps of the compiler can return it.
inline bool refuse(CompileError& error, std::size_t offset, std::string message) {
    error = {offset, std::move(message)};
    return false;
}

inline std::string in_quotes(std::string_view text) {
    std::string result("'");
    result += text;
    result += '\'';
    return result;
}

}  // namespace selfcheck::engine::fhirpath::detail
