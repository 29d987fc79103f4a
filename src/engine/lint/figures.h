// SPDX-License-Identifier: MIT
//
// figures.h: the numbers a text writes in digits, and those an expression rests on. Internal to
// lint.
#pragma once

#include <set>
#include <string_view>

#include "engine/decimal.h"
#include "engine/fhirpath/program.h"
#include "engine/pack.h"

namespace selfcheck::engine {

/// "2 to 4 weeks, T-score -2.5, 1,000 mg" has 2, 4, -2.5 and 1000. A minus sign may be the
/// typographic one; "2-4" is a range. Digits behind a Latin letter (B12, S1) and {names} are no
/// figures.
[[nodiscard]] std::set<Decimal> figures_of(std::string_view text);

/// The numbers in the program and in all derived values it reads, directly or through others.
[[nodiscard]] std::set<Decimal> numbers_behind(const Pack& pack, const fhirpath::Program& program);

/// Indexes of the derived values the program reads, directly or through others.
[[nodiscard]] std::set<std::size_t> derived_behind(const Pack& pack, const fhirpath::Program& program);

}  // namespace selfcheck::engine
