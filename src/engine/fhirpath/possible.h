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
//   possible(score, variables, symbols).numbers();           // [0, 2]
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/decimal.h"
#include "engine/fhirpath/program.h"
#include "engine/fhirpath/symbols.h"
#include "engine/fhirpath/value.h"

namespace selfcheck::engine::fhirpath {

struct Interval {
    Decimal min;
    Decimal max;  // >= min
    friend constexpr bool operator==(const Interval&, const Interval&) noexcept = default;
};

/// A set of codes. Symbols past its capacity, and texts made by toString(), share one further
/// member.
class CodeSet {
  public:
    void insert(SymbolId id) noexcept { bits_.set(slot(id)); }
    void insert_other() noexcept { bits_.set(kOther); }
    bool contains(SymbolId id) const noexcept { return bits_.test(slot(id)); }
    bool has_other() const noexcept { return bits_.test(kOther); }
    bool empty() const noexcept { return bits_.none(); }
    std::size_t size() const noexcept { return bits_.count(); }
    CodeSet& operator|=(const CodeSet& other) noexcept {
        bits_ |= other.bits_;
        return *this;
    }
    CodeSet& operator&=(const CodeSet& other) noexcept {
        bits_ &= other.bits_;
        return *this;
    }
    friend bool operator==(const CodeSet&, const CodeSet&) noexcept = default;

    static constexpr std::size_t kOther = 511;
    static std::size_t slot(SymbolId id) noexcept {
        const auto index = static_cast<std::size_t>(id);
        return index < kOther ? index : kOther;
    }
    bool test(std::size_t slot) const noexcept { return bits_.test(slot); }

  private:
    std::bitset<kOther + 1> bits_;
};

/// A set of values, described by what their items may be and how many there may be.
struct Possibility {
    Type type = Type::empty;      // of the items; numbers may be integers where it says decimal
    std::uint32_t min_count = 0;  // items
    std::uint32_t max_count = 0;
    bool holds_true = false;   // boolean: an item may be true
    bool holds_false = false;  // boolean: an item may be false
    Interval range;            // numbers: every item lies within; meaningless when max_count == 0
    CodeSet may;               // code: every item is one of these
    CodeSet must;              // code: each of these is an item for certain

    /// Certainly {}: a question that is not asked.
    static Possibility nothing() noexcept { return {}; }
    /// Certainly this value.
    static Possibility exactly(const Value& value);
    /// Whatever the variable's declaration allows; with `assume_answered` false also {}.
    /// An answered multi holds at least one code.
    static Possibility any_of(const Variable& variable, bool assume_answered = true);
    /// This or {}: a question that may turn out not to be asked.
    Possibility or_empty() const;

    bool may_be_empty() const noexcept { return min_count == 0; }
    bool may_be_true() const noexcept { return max_count > 0 && holds_true; }
    bool may_be_false() const noexcept { return max_count > 0 && holds_false; }
    bool may_be(SymbolId code) const noexcept { return max_count > 0 && may.contains(code); }
    /// The range of the number, if it can be one.
    std::optional<Interval> numbers() const noexcept {
        if (max_count == 0 || !is_number(type)) return std::nullopt;
        return range;
    }
};

/// Either of two.
Possibility join(const Possibility& a, const Possibility& b);

/// Whether `value` is among those described. For tests.
bool admits(const Possibility& possibility, const Value& value);

/// What the program may yield when each variable independently takes any value its possibility
/// describes. Requires one entry per variable of the table the program was compiled with.
[[nodiscard]] Possibility possible(const Program& program, std::span<const Possibility> variables,
                                   const SymbolTable& symbols);

}  // namespace selfcheck::engine::fhirpath
