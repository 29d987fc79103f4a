// SPDX-License-Identifier: MIT
//
// program_builder.h: puts the nodes of a Program together in postorder. Internal to the compiler.
//
// An operation on literals is replaced by its value at once (folding), by the evaluator itself, so
// that `-2.5` is a number to everyone who looks at the program later.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "engine/fhirpath/operand.h"
#include "engine/fhirpath/symbols.h"

namespace selfcheck::engine::fhirpath::detail {

class ProgramBuilder {
  public:
    /// Both must outlive it.
    ProgramBuilder(const SymbolTable& symbols, CompileError& error)
        : symbols_(symbols), error_(error) {}

    /// Appends `node` over `children` and makes `out` what `result` says; a node without children
    /// is constant if `result` is. `out` may be one of the children. False, with the error, where
    /// the tree becomes too deep.
    bool emit(Node node, std::initializer_list<const Operand*> children, const Operand& result,
              Operand& out);

    /// The finished program, its root being the last node. Ends the builder's use.
    Program finish(std::string_view text, StaticType type);

  private:
    /// Replaces the last node, whose `children` literals stand right before it, by its value.
    void fold(std::size_t children);
    /// Collects what a linter asks of a program.
    static void describe(Program& program);

    const SymbolTable& symbols_;
    CompileError& error_;
    std::vector<Node> nodes_;
};

}  // namespace selfcheck::engine::fhirpath::detail
