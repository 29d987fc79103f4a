// SPDX-License-Identifier: MIT
//
// evaluate_lines.cpp: evaluates one expression a line, so that a test in another language can ask.
//
//   in    {"expression": "%n + 1", "variables": {"n": {"type": "integer", "value": [2]}}}
//   out   [3]
//
// A variable has a `type` (boolean, integer, decimal or code), a `value` of no, one or, for codes,
// several items, and for a code the `codes` it may have and `multi`; decimals are written as text,
// "1.5". What does not compile answers {"offset", "message"}. Its only caller is evaluator.mjs,
// which is trusted: a line of another form ends the program.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/decimal.h"
#include "engine/fhirpath/evaluate.h"
#include "engine/fhirpath/program.h"
#include "engine/json.h"
#include "engine/json_fields.h"  // json_from_decimal

namespace selfcheck::engine::fhirpath {
namespace {

Type type_named(std::string_view name) {
    if (name == "boolean") return Type::boolean;
    if (name == "integer") return Type::integer;
    if (name == "decimal") return Type::decimal;
    return Type::code;
}

Item item_from(const Json& json, Type type, SymbolTable& symbols) {
    switch (type) {
        case Type::boolean:
            return Item::boolean(json.get<bool>());
        case Type::integer:
            return Item::integer(json.get<std::int32_t>());
        case Type::decimal:
            return Item::decimal(Decimal::parse(json.get<std::string>()).value());
        default:
            return Item::code(symbols.intern(json.get<std::string>()));
    }
}

Json json_from(const Item& item, const SymbolTable& symbols) {
    switch (item.type()) {
        case Type::boolean:
            return item.as_boolean();
        case Type::code:
            if (item.is_number_text()) return item.as_number().to_string();
            return std::string(symbols.text(item.as_code()));
        default:
            return json_from_decimal(item.as_number());
    }
}

Json evaluated(const Json& line) {
    SymbolTable symbols;
    VariableTable table;
    std::vector<std::vector<Item>> values;
    for (const auto& [name, variable] : line.at("variables").items()) {
        Variable declared{.name = name, .type = type_named(variable.at("type").get<std::string>())};
        if (declared.type == Type::code) {
            declared.multi = variable.value("multi", false);
            for (const Json& code : variable.at("codes")) {
                declared.codes.push_back(symbols.intern(code.get<std::string>()));
            }
        }
        std::vector<Item>& items = values.emplace_back();
        for (const Json& item : variable.at("value")) {
            items.push_back(item_from(item, declared.type, symbols));
        }
        table.add(std::move(declared));
    }

    const Compiled program = compile(line.at("expression").get<std::string>(), table, symbols);
    if (!program) {
        return {{"offset", program.error().offset}, {"message", program.error().message}};
    }
    std::vector<Traced> answers;
    for (const std::vector<Item>& items : values) answers.push_back({Value::of(items), {}, {}});
    Workspace workspace;
    const Traced result = evaluate(*program, {answers, &symbols}, workspace);
    Json items = Json::array();
    for (const Item& item : result.value.items()) items.push_back(json_from(item, symbols));
    return items;
}

}  // namespace
}  // namespace selfcheck::engine::fhirpath

int main() {
    using namespace selfcheck::engine;
    std::string text;
    while (std::getline(std::cin, text)) {
        const Result<Json> line = parse_json(text);
        if (!line.ok()) {
            std::cerr << line.problems().front().to_string() << '\n';
            return EXIT_FAILURE;
        }
        std::cout << to_text(fhirpath::evaluated(line.value())) << '\n';
    }
    return EXIT_SUCCESS;
}
