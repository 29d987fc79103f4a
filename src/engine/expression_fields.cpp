// SPDX-License-Identifier: MIT
#include "engine/expression_fields.h"

#include <string>

namespace selfcheck::engine {

using fhirpath::Program;
using fhirpath::Type;

std::optional<Program> ExpressionScope::read(Fields& fields, std::string_view name) const {
    const std::string text = fields.text(name);
    if (text.empty()) return std::nullopt;
    auto compiled = fhirpath::compile(text, variables, symbols);
    if (compiled) return std::move(*compiled);
    const auto& error = compiled.error();
    fields.problem(name, error.message + ", at \"" + text.substr(error.offset, 24) + "\" in: " + text);
    return std::nullopt;
}

std::optional<Program> ExpressionScope::read_condition(Fields& fields, std::string_view name) const {
    auto program = read(fields, name);
    if (program && program->type().type != Type::boolean) fields.problem(name, "expected a condition, true or false");
    return program;
}

}  // namespace selfcheck::engine
