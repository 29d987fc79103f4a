// SPDX-License-Identifier: MIT
//
// dates.h: days of the calendar. There is no clock here: which day it is, the host says.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace selfcheck::engine {

using Date = std::chrono::year_month_day;

/// Reads "2026-11-25"; nothing when it is written otherwise or no such day.
[[nodiscard]] std::optional<Date> date_from(std::string_view text);

/// "2026-11-25". Requires a valid date.
[[nodiscard]] std::string to_string(Date date);

[[nodiscard]] Date days_after(Date date, int days);

/// The same day so many months later, or that month's last.
[[nodiscard]] Date months_after(Date date, int months);

}  // namespace selfcheck::engine
