// SPDX-License-Identifier: MIT
//
// nearness.h: how near an expression is to being true, so that a search knows which way is up.
// Internal to lint.
#pragma once

#include <cstdint>

#include "engine/assess.h"
#include "engine/fhirpath/evaluate.h"

namespace selfcheck::engine {

/// A measure, nothing exact: `and` is as near as its operands on average, `or` as its nearest one,
/// a comparison the nearer the closer its numbers; derived values, findings and the conditions of
/// questions that are not asked are looked into.
class Nearness {
public:
    static constexpr std::int64_t kThere = 1'000'000'000'000;

    /// Looks at both; the assessment may change between calls.
    Nearness(const Pack& pack, const Assessment& assessment) : pack_(pack), assessment_(assessment) {}

    /// 0 to kThere.
    [[nodiscard]] std::int64_t to_truth(const fhirpath::Program& program) const;
    /// Of a program to any value at all.
    [[nodiscard]] std::int64_t to_value(const fhirpath::Program& program) const;
    /// Of two numbers to each other: half the way is that there are numbers.
    [[nodiscard]] static std::int64_t of(Decimal a, Decimal b);

private:
    using Program = fhirpath::Program;
    using NodeIndex = std::uint32_t;

    [[nodiscard]] std::int64_t to(const Program& program, NodeIndex node, bool wanted) const;
    [[nodiscard]] std::int64_t to_value(const Program& program, NodeIndex node) const;
    [[nodiscard]] std::int64_t to_variable(fhirpath::VariableIndex variable) const;
    [[nodiscard]] std::int64_t leaf(const Program& program, NodeIndex node, bool wanted) const;
    [[nodiscard]] fhirpath::Value value_of(const Program& program, NodeIndex node) const;

    const Pack& pack_;
    const Assessment& assessment_;
    mutable fhirpath::Workspace workspace_;
};

}  // namespace selfcheck::engine
