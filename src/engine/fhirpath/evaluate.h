// SPDX-License-Identifier: MIT
//
// evaluate.h: runs a Program over answers and says which of them decided the value.
//
// The value is FHIRPath's. The trace follows docs/expressions.md, in short: an operand that settles
// `and`, `or` or `implies` on its own is the only reason given; everything else joins the reasons
// of its operands; an operand that no answer can make non-empty settles an operator that needs it.
//
//   Workspace workspace;  // once, reused for every evaluation
//   const Traced fired = evaluate(rule, {answers, &symbols}, workspace);
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "engine/fhirpath/program.h"
#include "engine/fhirpath/symbols.h"
#include "engine/fhirpath/value.h"

namespace selfcheck::engine::fhirpath {

struct Environment {
    std::span<const Traced> variables;     // by VariableIndex, for the table the program was compiled with
    const SymbolTable* symbols = nullptr;  // of that compilation
};

/// Room for collections of several items that an evaluation makes. It grows while it is new and
/// then is only reused.
class Workspace {
public:
    /// Forgets every item handed out; values that look at them end here.
    void clear() noexcept { rewind({}); }

    struct Mark {
        std::size_t chunk = 0;
        std::size_t used = 0;
    };
    Mark mark() const noexcept { return here_; }
    void rewind(Mark mark) noexcept { here_ = mark; }
    /// Uninitialised room for `count` items, not moved by later calls.
    std::span<Item> allocate(std::size_t count);
    /// Room for intermediate results, always the same. Requires the same count each time.
    Traced* scratch(std::size_t count);

private:
    struct Chunk {
        std::unique_ptr<Item[]> items;
        std::size_t size = 0;
    };
    std::vector<Chunk> chunks_;
    Mark here_;
    std::unique_ptr<Traced[]> scratch_;
};

/// The value and its trace. A value of several items lies in the answers or in `workspace` and is
/// good until workspace.clear(); smaller ones stand alone. Allocates nothing once the workspace has
/// grown. Requires one entry in `environment` per variable of the table, each of the declared type.
[[nodiscard]] Traced evaluate(const Program& program, const Environment& environment, Workspace& workspace);

}  // namespace selfcheck::engine::fhirpath
