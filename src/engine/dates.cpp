// SPDX-License-Identifier: MIT
#include "engine/dates.h"

#include <algorithm>

namespace selfcheck::engine {
namespace {

constexpr std::string_view kForm = "0000-00-00";

unsigned number(std::string_view digits) {
    unsigned value = 0;
    for (const char digit : digits) value = value * 10 + static_cast<unsigned>(digit - '0');
    return value;
}

std::string padded(unsigned value, std::size_t digits) {
    std::string text = std::to_string(value);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

}  // namespace

std::optional<Date> date_from(std::string_view text) {
    const bool well_formed = std::equal(text.begin(), text.end(), kForm.begin(), kForm.end(), [](char c, char form) {
        return form == '0' ? c >= '0' && c <= '9' : c == form;
    });
    if (!well_formed) return std::nullopt;
    const Date date{std::chrono::year(static_cast<int>(number(text.substr(0, 4)))),
                    std::chrono::month(number(text.substr(5, 2))), std::chrono::day(number(text.substr(8, 2)))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_string(Date date) {
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
           padded(static_cast<unsigned>(date.month()), 2) + "-" + padded(static_cast<unsigned>(date.day()), 2);
}

Date days_after(Date date, int days) { return Date(std::chrono::sys_days(date) + std::chrono::days(days)); }

Date months_after(Date date, int months) {
    const Date moved = date + std::chrono::months(months);
    return moved.ok() ? moved : Date(std::chrono::sys_days(moved.year() / moved.month() / std::chrono::last));
}

}  // namespace selfcheck::engine
