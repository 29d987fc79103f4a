// SPDX-License-Identifier: MIT
//
// possibility.h: a set of values, described by what its members have in common.
//
//   const Possibility some = Possibility::any_of(table[stairs]);  // none, some, a_lot
//   join(some, Possibility::nothing());                           // any of these, or {}
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "engine/decimal.h"
#include "engine/fhirpath/symbols.h"
#include "engine/fhirpath/value.h"

namespace selfcheck::engine::fhirpath {

struct Variable;

struct Interval {
    Decimal min;
    Decimal max;  // >= min
    friend constexpr bool operator==(const Interval&, const Interval&) noexcept = default;
};

/// The least interval around both.
constexpr Interval hull(const Interval& a, const Interval& b) noexcept {
    return {a.min < b.min ? a.min : b.min, a.max < b.max ? b.max : a.max};
}

/// From the first to the last whole number within; the interval itself if there is none.
constexpr Interval whole_numbers(const Interval& a) noexcept {
    const Decimal low = ceiling(a.min).value_or(a.min);
    const Decimal high = floor(a.max).value_or(a.max);
    return low <= high ? Interval{low, high} : a;
}

/// A set of codes. Symbols past its capacity, and texts made by toString(), share one further
/// member.
class CodeSet {
public:
    void insert(SymbolId id) noexcept { set(slot(id)); }
    void insert_other() noexcept { set(kOther); }
    bool contains(SymbolId id) const noexcept { return test(slot(id)); }
    bool has_other() const noexcept { return test(kOther); }
    /// Whether the set tells this symbol from all others.
    static bool has_room_for(SymbolId id) noexcept { return slot(id) != kOther; }

    bool empty() const noexcept;
    std::size_t size() const noexcept;
    bool meets(const CodeSet& other) const noexcept;      // they have a member in common
    bool is_within(const CodeSet& other) const noexcept;  // each member is one of the other's
    CodeSet& operator|=(const CodeSet& other) noexcept;
    CodeSet& operator&=(const CodeSet& other) noexcept;
    friend bool operator==(const CodeSet&, const CodeSet&) noexcept = default;

    /// Calls visit(SymbolId) for each member but the shared one, in rising order.
    template <typename Visit>
    void for_each_symbol(Visit&& visit) const {
        for (std::size_t i = 0; i < kWords; ++i) {
            std::uint64_t word = words_[i];
            if (i == kWords - 1) word &= ~kOtherBit;
            for (; word != 0; word &= word - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(word));
                visit(static_cast<SymbolId>(i * 64 + bit));
            }
        }
    }

private:
    static constexpr std::size_t kWords = 8;
    static constexpr std::size_t kOther = kWords * 64 - 1;
    static constexpr std::uint64_t kOtherBit = std::uint64_t{1} << 63;
    static std::size_t slot(SymbolId id) noexcept {
        const auto index = static_cast<std::size_t>(id);
        return index < kOther ? index : kOther;
    }
    void set(std::size_t at) noexcept { words_[at / 64] |= std::uint64_t{1} << (at % 64); }
    bool test(std::size_t at) const noexcept { return (words_[at / 64] >> (at % 64) & 1) != 0; }

    std::uint64_t words_[kWords] = {};
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

    friend bool operator==(const Possibility&, const Possibility&) noexcept = default;
};

/// Either of two.
Possibility join(const Possibility& a, const Possibility& b);

/// Whether `value` is among those described. For tests.
bool admits(const Possibility& possibility, const Value& value);

inline bool CodeSet::empty() const noexcept {
    std::uint64_t any = 0;
    for (const std::uint64_t word : words_) any |= word;
    return any == 0;
}

inline std::size_t CodeSet::size() const noexcept {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) {
        if (word != 0) count += static_cast<std::size_t>(std::popcount(word));
    }
    return count;
}

inline bool CodeSet::meets(const CodeSet& other) const noexcept {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < kWords; ++i) common |= words_[i] & other.words_[i];
    return common != 0;
}

inline bool CodeSet::is_within(const CodeSet& other) const noexcept {
    std::uint64_t outside = 0;
    for (std::size_t i = 0; i < kWords; ++i) outside |= words_[i] & ~other.words_[i];
    return outside == 0;
}

inline CodeSet& CodeSet::operator|=(const CodeSet& other) noexcept {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] |= other.words_[i];
    return *this;
}

inline CodeSet& CodeSet::operator&=(const CodeSet& other) noexcept {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] &= other.words_[i];
    return *this;
}

}  // namespace selfcheck::engine::fhirpath
