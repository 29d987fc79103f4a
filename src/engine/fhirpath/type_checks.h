// SPDX-License-Identifier: MIT
//
// type_checks.h: which operands an operator or function takes, and of what type its result is.
// Internal to the compiler.
//
// Each function returns false, with the first error in `error`, where the operands do not fit.
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/fhirpath/operand.h"
#include "engine/fhirpath/symbols.h"

namespace selfcheck::engine::fhirpath::detail {

class TypeChecks {
public:
    /// Both must outlive it.
    TypeChecks(const SymbolTable& symbols, CompileError& error) : symbols_(symbols), error_(error) {}

    /// `left word right`, the word being at `offset`; fills in the type of `result`.
    bool binary(std::string_view word, Op op, std::size_t offset, const Operand& left, const Operand& right,
                Operand& result);
    /// `input.name()`; fills in the type of `result`. Not where(), whose result is of its input's.
    bool method(std::string_view name, Op op, const Operand& input, Operand& result);
    /// The two values that iif() at `offset` chooses from; fills in the type of `result`.
    bool branches(std::size_t offset, const Operand& then, const Operand& otherwise, Operand& result);

    bool need_single(std::string_view word, const Operand& operand);
    bool need_number(std::string_view word, const Operand& operand);

private:
    bool same_kind(std::string_view word, std::size_t offset, const Operand& left, const Operand& right);
    bool comparable(std::string_view word, std::size_t offset, const Operand& left, const Operand& right);
    /// Each literal of `written` must be one of the codes that `other`, read from variables, can
    /// have.
    bool known_codes(const Operand& written, const Operand& other);
    bool fail(std::size_t offset, std::string message) { return refuse(error_, offset, std::move(message)); }

    const SymbolTable& symbols_;
    CompileError& error_;
};

}  // namespace selfcheck::engine::fhirpath::detail
