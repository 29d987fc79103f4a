// SPDX-License-Identifier: MIT
//
// json_fields.h: takes members out of a JSON object and remembers what was wrong with them.
//
//   Fields fields(json, "/questions/3", problems);
//   const std::string id = fields.text("id");          // a problem when it is missing or no string
//   const auto unit = fields.optional_text("unit");
//   fields.reject_others();                             // a problem for each member nobody asked for
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/decimal.h"
#include "engine/json.h"

namespace selfcheck::engine {

class Fields {
public:
    /// A problem when `json` is no object; every member is then missing.
    Fields(const Json& json, std::string at, Problems& problems);

    /// The member, or nullptr. Counts as asked for.
    const Json* find(std::string_view name);

    std::string text(std::string_view name);              // required, not empty
    std::string optional_text(std::string_view name);     // "" when missing
    bool optional_flag(std::string_view name);            // false when missing
    Decimal number(std::string_view name);                // required; at most 8 decimals
    std::vector<Decimal> numbers(std::string_view name);  // none when missing
    std::vector<std::string> texts(std::string_view name, bool required);
    /// The elements of an array; a problem when it is missing and required, or no array.
    const Json& array(std::string_view name, bool required = true);

    void reject_others();
    void problem(std::string_view member, std::string message);

    [[nodiscard]] const std::string& at() const { return at_; }
    [[nodiscard]] std::string at(std::string_view member) const { return pointer(at_, member); }

private:
    const Json& json_;
    std::string at_;
    Problems& problems_;
    std::set<std::string, std::less<>> asked_;
};

/// The number, exactly as its shortest decimal text says; nothing when it has more than 8 decimals or
/// is out of Decimal's range.
[[nodiscard]] std::optional<Decimal> decimal_from_json(const Json& number);

/// A JSON number that prints like the Decimal: 68, 1.5.
[[nodiscard]] Json json_from_decimal(Decimal value);

}  // namespace selfcheck::engine
