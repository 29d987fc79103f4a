// SPDX-License-Identifier: MIT
//
// number_entry.h: what a reader types into a number field, understood.
//
// Accepts full-width digits, a full-width or ideographic full stop, a comma as decimal sign, blanks, a
// minus sign in any of its shapes, and one of the question's units after the number.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/decimal.h"
#include "engine/pack.h"

namespace selfcheck::session {

/// How the reader is typing a number: in which unit, and what stands in its one or two fields.
struct Draft {
    std::string unit;                  // EntryUnit::unit
    std::array<std::string, 2> texts;  // exactly as typed
    bool committed = false;            // the field was left, so an error may be shown

    friend bool operator==(const Draft&, const Draft&) = default;
};

/// A word that may follow a number, and the entry unit it stands for.
struct UnitName {
    std::string word;
    std::string unit;
};

enum class EntryFault { none, empty, not_a_number, not_whole, too_low, too_high };

struct Entry {
    EntryFault fault = EntryFault::empty;
    std::optional<engine::Decimal> number;  // in the question's stored unit; only when there is no fault
    bool converted = false;                 // what was typed is another number in the stored unit
};

/// Without the blanks at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Understands the draft as an answer to the question, which is a number. Converted numbers are rounded
/// to one decimal, or to a whole number for an integer.
[[nodiscard]] Entry understand(const engine::Question& question, const Draft& draft,
                               const std::vector<UnitName>& unit_names);

}  // namespace selfcheck::session
