// SPDX-License-Identifier: MIT
//
// possible.h: what an expression could still become, given what is not answered yet.
//
// The caller says for each variable what it may be: exactly its value where that is settled, any of
// its domain where an answer is missing, the possibility of its own expression where it is derived.
// The result contains every value that some choice of these gives, and perhaps more (it is sound,
// not always sharp). To be sharp where it matters, variables that are used repeatedly and have few
// cases are tried one by one (codes, booleans, numbers cut at the thresholds of the expression).
//
//   std::vector<Possibility> variables = ...;
//   variables[stairs] = Possibility::any_of(table[stairs]);  // unanswered: none, some, a_lot
//   Outlook outlook(symbols);                                // once; reuses its memory
//   outlook.possible(score, variables).numbers();            // [0, 2]
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/fhirpath/possibility.h"
#include "engine/fhirpath/program.h"
#include "engine/fhirpath/symbols.h"

namespace selfcheck::engine::fhirpath {

/// Looks at programs when their variables may each independently take any value their possibility
/// describes. Every call requires one possibility per variable of the table that the program was
/// compiled with. Allocates nothing once it has grown.
class Outlook {
public:
    /// `symbols` are those of the compilation and must outlive it.
    explicit Outlook(const SymbolTable& symbols) : symbols_(symbols) {}

    /// What the program may yield.
    [[nodiscard]] Possibility possible(const Program& program, std::span<const Possibility> variables);

    /// Whether the program, a condition, may come out true; possible() says so too, but later.
    [[nodiscard]] bool may_be_true(const Program& program, std::span<const Possibility> variables);

    /// A variable tried case by case; its cases follow each other in cases().
    struct Split {
        VariableIndex variable = 0;
        std::size_t first = 0;
        std::size_t count = 0;
        std::size_t current = 0;
    };

private:
    void split(const Program& program, std::span<const Possibility> variables);
    void add_cases(const Program& program, VariableIndex variable, const Possibility& a);
    void add_number_cases(const Program& program, VariableIndex variable, const Possibility& a);
    bool advance() noexcept;

    const SymbolTable& symbols_;
    std::vector<Split> splits_;
    std::vector<Possibility> cases_;
    std::vector<Decimal> cuts_;
};

/// The same for one program.
[[nodiscard]] Possibility possible(const Program& program, std::span<const Possibility> variables,
                                   const SymbolTable& symbols);

}  // namespace selfcheck::engine::fhirpath
