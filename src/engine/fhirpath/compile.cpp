// SPDX-License-Identifier: MIT
//
// compile.cpp: the grammar of docs/expressions.md. One pass: a precedence climber reads the words,
// has types checked as it goes (type_checks.h) and nodes appended in postorder (program_builder.h).
// There is no tree between; an Operand says where the node of a part stands and what is known of
// it.

#include <algorithm>
#include <string>

#include "engine/fhirpath/evaluate_node.h"
#include "engine/fhirpath/lexer.h"
#include "engine/fhirpath/operand.h"
#include "engine/fhirpath/program.h"
#include "engine/fhirpath/program_builder.h"
#include "engine/fhirpath/semantics.h"  // to_value
#include "engine/fhirpath/type_checks.h"

namespace selfcheck::engine::fhirpath {

namespace detail {

namespace {

struct BinaryOperator {
    std::string_view word;
    Op op;
    int level;  // FHIRPath 6.8, larger binds closer
};

constexpr BinaryOperator kBinaryOperators[] = {
    {"implies", Op::implies, 1}, {"or", Op::logical_or, 2},
    {"xor", Op::logical_xor, 2}, {"and", Op::logical_and, 3},
    {"in", Op::in, 4},           {"contains", Op::contains, 4},
    {"=", Op::equal, 5},         {"!=", Op::not_equal, 5},
    {"~", Op::equivalent, 5},    {"!~", Op::not_equivalent, 5},
    {"<", Op::less, 6},          {"<=", Op::less_equal, 6},
    {">", Op::greater, 6},       {">=", Op::greater_equal, 6},
    {"|", Op::join, 7},          {"+", Op::add, 8},
    {"-", Op::subtract, 8},      {"*", Op::multiply, 9},
    {"/", Op::divide, 9},        {"div", Op::div, 9},
    {"mod", Op::mod, 9},
};

const BinaryOperator* binary_operator(const Token& token) noexcept {
    if (token.kind != TokenKind::sign && token.kind != TokenKind::word) return nullptr;
    for (const BinaryOperator& candidate : kBinaryOperators) {
        if (candidate.word == token.text) return &candidate;
    }
    return nullptr;
}

struct Method {
    std::string_view name;
    Op op;
    int most_arguments;
};

constexpr Method kMethods[] = {
    {"not", Op::logical_not, 0},
    {"exists", Op::exists, 1},
    {"empty", Op::is_empty, 0},
    {"count", Op::count, 0},
    {"sum", Op::sum, 0},
    {"min", Op::min, 0},
    {"max", Op::max, 0},
    {"first", Op::first, 0},
    {"distinct", Op::distinct, 0},
    {"truncate", Op::truncate, 0},
    {"round", Op::round, 1},
    {"abs", Op::abs, 0},
    {"floor", Op::floor, 0},
    {"ceiling", Op::ceiling, 0},
    {"where", Op::where, 1},
    {"toString", Op::to_string, 0},
    {"toInteger", Op::to_integer, 0},
    {"toDecimal", Op::to_decimal, 0},
};

}  // namespace

class Compiler {
public:
    Compiler(std::string_view text, const VariableTable& variables, SymbolTable& symbols)
        : text_(text), lexer_(text), variables_(variables), symbols_(symbols) {}

    Compiled compile() {
        if (text_.size() > kLongestText) return CompileError{0, "the expression is too long"};
        Operand whole;
        if (!advance() || !expression(0, whole)) return error_;
        if (token_.kind != TokenKind::end) {
            unexpected();
            return error_;
        }
        return builder_.finish(text_, std::move(whole.type));
    }

private:
    // ---- words

    bool fail(std::size_t offset, std::string message) { return refuse(error_, offset, std::move(message)); }

    bool advance() {
        token_ = lexer_.next();
        return token_.kind != TokenKind::error || fail(token_.offset, token_.text);
    }

    bool unexpected() {
        if (token_.kind == TokenKind::end) return fail(token_.offset, "the expression ends too soon");
        if (token_.is_word("is") || token_.is_word("as")) {
            return fail(token_.offset, "type tests with 'is' and 'as' are not in the subset");
        }
        if (token_.kind == TokenKind::string || token_.kind == TokenKind::variable || token_.kind == TokenKind::self) {
            return fail(token_.offset, "an operator is missing before this");
        }
        return fail(token_.offset, in_quotes(token_.text) + " does not belong here");
    }

    bool expect(std::string_view sign) {
        if (token_.is_sign(sign)) return advance();
        return fail(token_.offset, in_quotes(sign) + " is missing here");
    }

    // ---- grammar

    bool expression(int level, Operand& out) {
        if (++nesting_ > kDeepestNesting) {
            return fail(token_.offset, "the expression is nested too deeply");
        }
        if (!prefixed(out)) return false;
        for (const BinaryOperator* op = binary_operator(token_); op && op->level >= level;
             op = binary_operator(token_)) {
            const std::size_t offset = token_.offset;
            Operand right;
            if (!advance() || !expression(op->level + 1, right)) return false;
            if (!binary(*op, offset, out, right)) return false;
        }
        --nesting_;
        return true;
    }

    bool prefixed(Operand& out) {
        if (!token_.is_sign("-") && !token_.is_sign("+")) return postfixed(out);
        const std::string sign = token_.text;
        const std::size_t offset = token_.offset;
        if (++nesting_ > kDeepestNesting) {
            return fail(offset, "the expression is nested too deeply");
        }
        if (!advance() || !prefixed(out)) return false;
        --nesting_;
        if (!checks_.need_number(sign, out) || !checks_.need_single(sign, out)) return false;
        if (sign == "+") return true;
        Operand result{.offset = offset, .type = std::move(out.type)};
        return builder_.emit({.op = Op::negate}, {&out}, result, out);
    }

    bool postfixed(Operand& out) {
        if (!term(out)) return false;
        while (token_.is_sign(".")) {
            if (!advance()) return false;
            if (token_.kind != TokenKind::word) {
                return fail(token_.offset, "a function's name is missing here");
            }
            const Token name = token_;
            if (!advance()) return false;
            if (!token_.is_sign("(")) {
                return fail(name.offset, in_quotes(name.text) + ": paths into resources are not in the subset");
            }
            const auto* method = std::find_if(std::begin(kMethods), std::end(kMethods),
                                              [&](const Method& candidate) { return candidate.name == name.text; });
            if (method == std::end(kMethods)) {
                if (name.text == "iif") {
                    return fail(name.offset, "write 'iif(' alone, without a value before it");
                }
                return fail(name.offset, "the function " + in_quotes(name.text) + " is not in the subset");
            }
            if (!advance() || !call(*method, name.offset, out)) return false;
        }
        return true;
    }

    bool term(Operand& out) {
        out.offset = token_.offset;
        switch (token_.kind) {
            case TokenKind::number:
                return number(out) && advance();
            case TokenKind::string:
                return string(out) && advance();
            case TokenKind::variable:
                return variable(out) && advance();
            case TokenKind::self:
                if (!self_) return fail(token_.offset, "'$this' has a meaning only inside where()");
                out.type = self_->type;
                out.constant = self_->constant;
                return builder_.emit({.op = Op::this_item}, {}, out, out) && advance();
            case TokenKind::sign:
                if (token_.is_sign("{")) {
                    return advance() && expect("}") && literal({}, Type::empty, out);
                }
                if (token_.is_sign("(")) {
                    return advance() && expression(0, out) && expect(")");
                }
                break;
            case TokenKind::word:
                return word(out);
            default:
                break;
        }
        return unexpected();
    }

    bool word(Operand& out) {
        const Token name = token_;
        if (binary_operator(name)) return unexpected();
        if (!advance()) return false;
        if (name.text == "true" || name.text == "false") {
            return literal(Item::boolean(name.text == "true"), Type::boolean, out);
        }
        if (token_.is_sign("(") && name.text == "iif") return iif(name.offset, out);
        if (token_.is_sign("(")) {
            return fail(name.offset, "the function " + in_quotes(name.text) + " needs a value and '.' before it");
        }
        return fail(name.offset,
                    in_quotes(name.text) + ": a variable is written with '%', a string " + "with quotation marks");
    }

    bool number(Operand& out) {
        const auto value = Decimal::parse(token_.text);
        const bool has_point = token_.text.find('.') != std::string::npos;
        if (!value) {
            return fail(token_.offset,
                        "a number may have at most 8 decimals and must lie within "
                        "about 92 billion");
        }
        if (has_point) return literal(Item::decimal(*value), Type::decimal, out);
        const Value integer = to_value(value, Type::integer);
        if (integer.empty()) {
            return fail(token_.offset, "a whole number this large needs a point, as in " + token_.text + ".0");
        }
        return literal(integer.front(), Type::integer, out);
    }

    bool string(Operand& out) {
        const SymbolId id = symbols_.intern(token_.text);
        out.type.codes = {id};
        out.written = {{id, token_.offset}};
        return literal(Item::code(id), Type::code, out);
    }

    bool variable(Operand& out) {
        const auto index = variables_.find(token_.text);
        if (!index) return fail(token_.offset, "there is no variable %" + token_.text);
        const Variable& declared = variables_[*index];
        out.type.type = declared.type;
        out.type.many = declared.multi;
        out.type.codes = declared.codes;
        out.variable = token_.text;
        out.constant = false;
        return builder_.emit({.op = Op::variable, .variable = static_cast<std::uint32_t>(*index)}, {}, out, out);
    }

    bool literal(const Item& item, Type type, Operand& out) {
        out.type.type = type;
        return builder_.emit({.op = Op::literal, .item = item}, {}, out, out);
    }

    // ---- operators

    bool binary(const BinaryOperator& op, std::size_t offset, Operand& left, const Operand& right) {
        Operand result{.offset = offset};
        return checks_.binary(op.word, op.op, offset, left, right, result) &&
               builder_.emit({.op = op.op}, {&left, &right}, result, left);
    }

    // ---- functions

    bool iif(std::size_t offset, Operand& out) {
        Operand condition;
        Operand then;
        if (!advance() || !expression(0, condition)) return false;
        if (!checks_.need_single("iif", condition)) return false;
        if (!token_.is_sign(",")) return wrong_count(offset, "iif", "2 or 3 arguments");
        if (!advance() || !expression(0, then)) return false;
        Operand result{.offset = offset, .type = then.type};
        if (!token_.is_sign(",")) {
            return expect(")") && builder_.emit({.op = Op::iif}, {&condition, &then}, result, out);
        }
        Operand otherwise;
        if (!advance() || !expression(0, otherwise)) return false;
        if (token_.is_sign(",")) return wrong_count(offset, "iif", "2 or 3 arguments");
        if (!expect(")") || !checks_.branches(offset, then, otherwise, result)) return false;
        return builder_.emit({.op = Op::iif}, {&condition, &then, &otherwise}, result, out);
    }

    /// Reads the arguments of a method, the opening bracket being past, and applies it to `out`.
    bool call(const Method& method, std::size_t offset, Operand& out) {
        const std::string_view name = method.name;
        const bool bare = token_.is_sign(")");
        if (!bare && method.most_arguments == 0) return wrong_count(offset, name, "no argument");
        if (bare && method.op == Op::where) return wrong_count(offset, name, "1 argument");
        if (method.op == Op::where || (method.op == Op::exists && !bare)) {
            if (!criteria(name, offset, out)) return false;
            if (method.op == Op::where) return true;
        }
        Node node{.op = method.op};
        if (method.op == Op::round && !bare && !decimals(node)) return false;
        if (!expect(")")) return false;
        Operand result{.offset = offset};
        if (!checks_.method(name, method.op, out, result)) return false;
        return builder_.emit(node, {&out}, result, out);
    }

    bool wrong_count(std::size_t offset, std::string_view name, std::string_view wanted) {
        return fail(offset, in_quotes(name) + " takes " + std::string(wanted));
    }

    /// where(criteria), up to its closing bracket; for exists(criteria) the bracket is left to the
    /// caller.
    bool criteria(std::string_view name, std::size_t offset, Operand& out) {
        Operand item{.type = out.type, .constant = out.constant};
        item.type.many = false;
        const Operand* const outer = self_;
        self_ = &item;
        Operand criterion;
        if (!expression(0, criterion)) return false;
        self_ = outer;
        if (token_.is_sign(",")) return wrong_count(offset, name, "1 argument");
        if (!checks_.need_single(name, criterion)) return false;
        if (name == "where" && !expect(")")) return false;
        Operand result{.offset = offset, .type = out.type};
        return builder_.emit({.op = Op::where}, {&out, &criterion}, result, out);
    }

    /// The argument of round(), one digit.
    bool decimals(Node& node) {
        const auto value = token_.kind == TokenKind::number ? Decimal::parse(token_.text) : std::nullopt;
        if (!value || token_.text.find('.') != std::string::npos ||
            *value > Decimal::from_integer(Decimal::kDecimals)) {
            return fail(token_.offset, "'round' takes a whole number from 0 to 8");
        }
        node.child[1] = static_cast<NodeIndex>(value->steps() / Decimal::kStepsPerUnit);
        return advance();
    }

    std::string_view text_;
    Lexer lexer_;
    const VariableTable& variables_;
    SymbolTable& symbols_;
    Token token_;
    CompileError error_;
    TypeChecks checks_{symbols_, error_};
    ProgramBuilder builder_{symbols_, error_};
    const Operand* self_ = nullptr;  // what is known of $this
    std::uint32_t nesting_ = 0;
};

}  // namespace detail

Compiled compile(std::string_view text, const VariableTable& variables, SymbolTable& symbols) {
    return detail::Compiler(text, variables, symbols).compile();
}

}  // namespace selfcheck::engine::fhirpath
