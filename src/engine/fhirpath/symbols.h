// SPDX-License-Identifier: MIT
//
// symbols.h: every code and string literal of a pack as a small number, so that evaluation never
// compares text.
//
// One table serves a pack: the loader interns the codes of its questions, the compiler the literals
// of its expressions. Ids are given in order of arrival and never change.
//
//   SymbolTable symbols;
//   const SymbolId female = symbols.intern("female");   // symbols.text(female) == "female"
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/decimal.h"

namespace selfcheck::engine::fhirpath {

enum class SymbolId : std::uint32_t {};

/// The texts toString() gives for booleans; every table begins with them.
inline constexpr SymbolId kFalseText{0};
inline constexpr SymbolId kTrueText{1};

class SymbolTable {
public:
    SymbolTable();
    SymbolTable(SymbolTable&&) noexcept = default;
    SymbolTable& operator=(SymbolTable&&) noexcept = default;

    /// The id of `text` (UTF-8), the same for the same text.
    SymbolId intern(std::string_view text);

    /// The id of a text seen before, otherwise nullopt.
    std::optional<SymbolId> find(std::string_view text) const;

    /// Requires an id of this table. The view lives as long as the table.
    std::string_view text(SymbolId id) const noexcept { return entries_[index(id)].text; }

    /// The symbol that stands for all texts equivalent (~) to this one: ASCII letters in lower
    /// case, each white-space character a blank.
    SymbolId folded(SymbolId id) const noexcept { return entries_[index(id)].folded; }

    /// The number that toString() would write with exactly this text, so "1.5" but not "1.50".
    std::optional<Decimal> number(SymbolId id) const noexcept { return entries_[index(id)].number; }

    std::size_t size() const noexcept { return entries_.size(); }

private:
    struct Entry {
        std::string text;
        SymbolId folded;
        std::optional<Decimal> number;
    };
    static constexpr std::size_t index(SymbolId id) noexcept { return static_cast<std::size_t>(id); }

    std::deque<Entry> entries_;  // a deque, because the keys of ids_ look into its strings
    std::unordered_map<std::string_view, SymbolId> ids_;
};

}  // namespace selfcheck::engine::fhirpath
