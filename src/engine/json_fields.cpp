// SPDX-License-Identifier: MIT
#include "engine/json_fields.h"

#include <cmath>

namespace selfcheck::engine {
namespace {

const Json kNothing = Json::array();

}  // namespace

Fields::Fields(const Json& json, std::string at, Problems& problems)
    : json_(json), at_(std::move(at)), problems_(problems) {
    if (!json_.is_object()) problems_.push_back({"", at_, "expected an object"});
}

const Json* Fields::find(std::string_view name) {
    asked_.emplace(name);
    if (!json_.is_object()) return nullptr;
    const auto member = json_.find(std::string(name));
    return member == json_.end() ? nullptr : &*member;
}

std::string Fields::text(std::string_view name) {
    const Json* member = find(name);
    if (member == nullptr) {
        problem(name, "is missing");
        return {};
    }
    if (!member->is_string() || member->get_ref<const std::string&>().empty()) {
        problem(name, "expected a text that is not empty");
        return {};
    }
    return member->get<std::string>();
}

std::string Fields::optional_text(std::string_view name) { return find(name) == nullptr ? std::string() : text(name); }

bool Fields::optional_flag(std::string_view name) {
    const Json* member = find(name);
    if (member == nullptr) return false;
    if (!member->is_boolean()) problem(name, "expected true or false");
    return member->is_boolean() && member->get<bool>();
}

Decimal Fields::number(std::string_view name) {
    const Json* member = find(name);
    if (member == nullptr) {
        problem(name, "is missing");
        return {};
    }
    const auto value = decimal_from_json(*member);
    if (!value) problem(name, "expected a number with at most 8 decimals");
    return value.value_or(Decimal());
}

std::vector<Decimal> Fields::numbers(std::string_view name) {
    std::vector<Decimal> result;
    const Json& list = array(name, false);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto value = decimal_from_json(list[i]);
        if (!value) problems_.push_back({"", pointer(at(name), i), "expected a number with at most 8 decimals"});
        result.push_back(value.value_or(Decimal()));
    }
    return result;
}

std::vector<std::string> Fields::texts(std::string_view name, bool required) {
    std::vector<std::string> result;
    const Json& list = array(name, required);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].is_string() && !list[i].get_ref<const std::string&>().empty()) {
            result.push_back(list[i].get<std::string>());
        } else {
            problems_.push_back({"", pointer(at(name), i), "expected a text that is not empty"});
        }
    }
    if (required && list.empty()) problem(name, "must not be empty");
    return result;
}

const Json& Fields::array(std::string_view name, bool required) {
    const Json* member = find(name);
    if (member == nullptr) {
        if (required) problem(name, "is missing");
        return kNothing;
    }
    if (!member->is_array()) {
        problem(name, "expected an array");
        return kNothing;
    }
    return *member;
}

void Fields::reject_others() {
    if (!json_.is_object()) return;
    for (const auto& [name, value] : json_.items()) {
        if (!asked_.contains(name)) problem(name, "is not known here");
    }
}

void Fields::problem(std::string_view member, std::string message) {
    problems_.push_back({"", at(member), std::move(message)});
}

std::optional<Decimal> decimal_from_json(const Json& number) {
    if (number.is_number_integer()) {
        constexpr std::int64_t kMost = Decimal::highest().steps() / Decimal::kStepsPerUnit;
        const auto whole = number.get<std::int64_t>();  // past 63 bits negative, and out of range all the same
        if (number.is_number_unsigned() ? whole < 0 || whole > kMost : whole < -kMost || whole > kMost)
            return std::nullopt;
        return Decimal::from_steps(whole * Decimal::kStepsPerUnit);
    }
    if (!number.is_number()) return std::nullopt;
    if (!number.is_number_float()) return Decimal::parse(to_text(number));
    // What was written is the one number of at most 8 decimals to which this double is the nearest, if there is
    // one. Below 2^53 steps a double holds every step, so dividing rounds as reading the text did.
    constexpr double kMostSteps = 9007199254740992.0;
    const double value = number.get<double>();
    const double steps = std::round(value * static_cast<double>(Decimal::kStepsPerUnit));
    if (!(std::abs(steps) < kMostSteps)) return Decimal::parse(to_text(number));
    if (steps / static_cast<double>(Decimal::kStepsPerUnit) != value) return std::nullopt;
    return Decimal::from_steps(static_cast<std::int64_t>(steps));
}

Json json_from_decimal(Decimal value) {
    if (value.is_whole()) return value.steps() / Decimal::kStepsPerUnit;
    return Json::parse(value.to_string(), nullptr, false);
}

}  // namespace selfcheck::engine
