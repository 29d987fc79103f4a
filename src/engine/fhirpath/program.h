// SPDX-License-Identifier: MIT
//
// program.h: compiles an expression of the FHIRPath subset (docs/expressions.md) once, with every
// check that can be made without answers.
//
// Refused, with the place and a plain sentence: anything outside the subset, an unknown variable,
// operands of different kinds, a code literal that is none of the variable's codes, a wrong number
// of arguments, and several items where one is needed. What compiles never fails at run time: it
// yields a value or {}.
//
//   VariableTable variables;
//   const auto most = Decimal::from_integer(120);
//   variables.add({.name = "age", .type = Type::integer, .min = Decimal(), .max = most});
//   const Compiled rule = compile("%age >= 65", variables, symbols);
//   if (!rule) report(rule.error().offset, rule.error().message);
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "engine/decimal.h"
#include "engine/fhirpath/possibility.h"
#include "engine/fhirpath/symbols.h"
#include "engine/fhirpath/value.h"

namespace selfcheck::engine::fhirpath {

/// What is known of a value before any answer.
struct StaticType {
    Type type = Type::empty;
    bool many = false;                 // may hold more than one item
    std::vector<SymbolId> codes = {};  // for codes: every one it can be, in order of first mention
    bool any_text = false;             // for codes: other texts too (toString() of a number)
};

struct Variable {
    std::string name;                  // without the %
    Type type = Type::empty;           // not empty
    bool multi = false;                // several codes at once
    std::vector<SymbolId> codes = {};  // for codes: all it may have
    Decimal min = Decimal::lowest();   // for numbers: what an answer may be, both ends included
    Decimal max = Decimal::highest();  //
};

using VariableIndex = std::size_t;

class VariableTable {
public:
    /// Its index, from 0 in order of adding. nullopt if the name is taken.
    std::optional<VariableIndex> add(Variable variable);
    std::optional<VariableIndex> find(std::string_view name) const;
    const Variable& operator[](VariableIndex index) const noexcept { return variables_[index]; }
    std::size_t size() const noexcept { return variables_.size(); }

private:
    std::vector<Variable> variables_;
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;  // so that looking for a view makes no string of it
    };
    std::unordered_map<std::string, VariableIndex, Hash, std::equal_to<>> indexes_;
};

struct CompileError {
    std::size_t offset = 0;  // in bytes, where the offending word begins
    std::string message;     // English, without the place
};

namespace detail {

// clang-format off
enum class Op : std::uint8_t {
    literal, variable, this_item,
    negate,
    multiply, divide, div, mod, add, subtract,
    less, less_equal, greater, greater_equal,
    equal, not_equal, equivalent, not_equivalent,
    in, contains, join,
    logical_and, logical_or, logical_xor, implies,
    logical_not, exists, is_empty, count, sum, min, max, first, distinct,
    truncate, round, abs, floor, ceiling, to_string, to_integer, to_decimal,
    where, iif,
};
// clang-format on

/// Whether a node of this kind is a boolean or {}.
constexpr bool yields_truth(Op op) noexcept {
    return (op >= Op::less && op <= Op::contains) || (op >= Op::logical_and && op <= Op::is_empty);
}

/// Texts, and so the nodes of a program, are few enough for 16 bits (kLongestText).
using NodeIndex = std::uint16_t;
inline constexpr std::size_t kLongestText = 16384;

/// One operation. Children come before their parent, the root is last. Half a cache line: reading
/// the nodes is most of what evaluation costs.
struct Node {
    Op op = Op::literal;
    std::uint8_t children = 0;
    std::uint16_t offset = 0;        // of the operator or word in the text
    std::uint32_t variable = 0;      // for variable
    NodeIndex child[3] = {0, 0, 0};  // round keeps its decimals in child[1], a literal its place
                                     // among Program::literals() in child[0]
    Item item = {};                  // for literal; of no type: {}

    Value literal() const noexcept { return item.type() == Type::empty ? Value() : Value(item); }
};
static_assert(sizeof(Node) == 32);

class ProgramBuilder;

}  // namespace detail

/// A variable compared directly with a number, turned so that the variable stands left: `18.5 >
/// %bmi` is %bmi < 18.5.
struct Threshold {
    VariableIndex variable = 0;
    detail::Op op = detail::Op::less;  // less ... not_equivalent
    Decimal value;
};

/// A compiled expression; immutable, safe to share between threads.
class Program {
public:
    /// The type of the result: what a derived variable should be declared with.
    const StaticType& type() const noexcept { return type_; }
    const std::string& text() const noexcept { return text_; }

    /// The variables it reads, each once, rising.
    const std::vector<VariableIndex>& variables() const noexcept { return variables_; }
    /// Those whose value is used in more than one place, so that the parts of the expression are
    /// not independent of each other; rising.
    const std::vector<VariableIndex>& repeated_variables() const noexcept { return repeated_; }
    /// In order of appearance.
    const std::vector<Threshold>& thresholds() const noexcept { return thresholds_; }
    /// Every number written in it, in order of appearance; `-2.5` is one number and `60 + 5` is 65.
    std::vector<Decimal> numbers() const;

    const std::vector<detail::Node>& nodes() const noexcept { return nodes_; }
    /// Its literals as sets of one value, for possible().
    const std::vector<Possibility>& literals() const noexcept { return literals_; }

private:
    friend class detail::ProgramBuilder;
    Program() = default;

    std::string text_;
    std::vector<detail::Node> nodes_;
    std::vector<Possibility> literals_;
    StaticType type_;
    std::vector<VariableIndex> variables_;
    std::vector<VariableIndex> repeated_;
    std::vector<Threshold> thresholds_;
};

/// Either a Program or the first error.
class [[nodiscard]] Compiled {
public:
    Compiled(Program program) : result_(std::move(program)) {}   // NOLINT: meant to convert
    Compiled(CompileError error) : result_(std::move(error)) {}  // NOLINT: meant to convert

    explicit operator bool() const noexcept { return result_.index() == 0; }
    /// Requires success.
    Program& operator*() noexcept { return *std::get_if<Program>(&result_); }
    const Program& operator*() const noexcept { return *std::get_if<Program>(&result_); }
    const Program* operator->() const noexcept { return std::get_if<Program>(&result_); }
    /// Requires failure.
    const CompileError& error() const noexcept { return *std::get_if<CompileError>(&result_); }

private:
    std::variant<Program, CompileError> result_;
};

/// Compiles `text` for `variables`; string literals are added to `symbols`. Untrusted text is fine:
/// nesting and length are limited.
Compiled compile(std::string_view text, const VariableTable& variables, SymbolTable& symbols);

inline const std::vector<VariableIndex>& variables_of(const Program& program) noexcept { return program.variables(); }

}  // namespace selfcheck::engine::fhirpath
