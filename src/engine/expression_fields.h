// SPDX-License-Identifier: MIT
//
// expression_fields.h: takes expressions out of a pack's JSON, compiled, with what is wrong said at their place.
#pragma once

#include <optional>
#include <string_view>

#include "engine/fhirpath/program.h"
#include "engine/fhirpath/symbols.h"
#include "engine/json_fields.h"

namespace selfcheck::engine {

/// The names an expression may use. Both outlive this.
struct ExpressionScope {
    const fhirpath::VariableTable& variables;
    fhirpath::SymbolTable& symbols;

    /// Required; nothing, and a problem of `fields`, when it is missing or does not compile.
    [[nodiscard]] std::optional<fhirpath::Program> read(Fields& fields, std::string_view name) const;

    /// The same for a condition: a boolean.
    [[nodiscard]] std::optional<fhirpath::Program> read_condition(Fields& fields, std::string_view name) const;
};

}  // namespace selfcheck::engine
