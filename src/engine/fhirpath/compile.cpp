// SPDX-License-Identifier: MIT
//
// One pass: a precedence climber reads the words, checks types as it goes and appends nodes in
// postorder. There is no tree between; an Operand says where the node of a part stands and what is
// known of it.
//
// An expression that reads no variable is replaced by its value at once (folding), by the evaluator
// itself, so that
// `-2.5` is a number to everyone who looks at the program later.

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "engine/fhirpath/evaluate_node.h"
#include "engine/fhirpath/lexer.h"
#include "engine/fhirpath/program.h"
#include "engine/fhirpath/semantics.h"

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

enum class Kind { empty, boolean, number, string };

Kind kind_of(const StaticType& type) noexcept {
    if (type.type == Type::empty) return Kind::empty;
    if (type.type == Type::boolean) return Kind::boolean;
    return is_number(type.type) ? Kind::number : Kind::string;
}

std::string_view name_of(Kind kind) noexcept {
    switch (kind) {
        case Kind::empty:
            return "{}";
        case Kind::boolean:
            return "a boolean";
        case Kind::number:
            return "a number";
        default:
            return "a string";
    }
}

std::string in_quotes(std::string_view text) {
    std::string result("'");
    result += text;
    result += '\'';
    return result;
}

void add_code(std::vector<SymbolId>& codes, SymbolId code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

/// A part that has been read.
struct Operand {
    std::uint32_t node = 0;
    std::uint32_t depth = 1;
    std::size_t offset = 0;
    StaticType type = {};
    bool constant = true;                                        // reads no variable
    std::vector<std::pair<SymbolId, std::size_t>> written = {};  // string literals and their places
    std::string variable = {};                                   // its name, when it is just that
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
        Program program;
        program.text_ = text_;
        program.nodes_ = std::move(nodes_);
        for (Node& node : program.nodes_) {
            if (node.op != Op::literal) continue;
            node.child[0] = static_cast<NodeIndex>(program.literals_.size());
            program.literals_.push_back(Possibility::exactly(node.literal()));
        }
        program.type_ = std::move(whole.type);
        describe(program);
        return program;
    }

  private:
    // ---- words

    bool fail(std::size_t offset, std::string message) {
        error_ = {offset, std::move(message)};
        return false;
    }

    bool advance() {
        token_ = lexer_.next();
        return token_.kind != TokenKind::error || fail(token_.offset, token_.text);
    }

    bool unexpected() {
        if (token_.kind == TokenKind::end)
            return fail(token_.offset, "the expression ends too soon");
        if (token_.is_word("is") || token_.is_word("as")) {
            return fail(token_.offset, "type tests with 'is' and 'as' are not in the subset");
        }
        if (token_.kind == TokenKind::string || token_.kind == TokenKind::variable ||
            token_.kind == TokenKind::self) {
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
        if (!need_number(sign, out) || !need_single(sign, out)) return false;
        if (sign == "+") return true;
        Operand result{.offset = offset, .type = std::move(out.type)};
        return emit({.op = Op::negate}, {&out}, result, out);
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
                return fail(name.offset,
                            in_quotes(name.text) + ": paths into resources are not in the subset");
            }
            const auto* method =
                std::find_if(std::begin(kMethods), std::end(kMethods),
                             [&](const Method& candidate) { return candidate.name == name.text; });
            if (method == std::end(kMethods)) {
                if (name.text == "iif") {
                    return fail(name.offset, "write 'iif(' alone, without a value before it");
                }
                return fail(name.offset,
                            "the function " + in_quotes(name.text) + " is not in the subset");
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
                return emit({.op = Op::this_item}, {}, out, out) && advance();
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
            return fail(name.offset,
                        "the function " + in_quotes(name.text) + " needs a value and '.' before it");
        }
        return fail(name.offset, in_quotes(name.text) + ": a variable is written with '%', a string " +
                                     "with quotation marks");
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
            return fail(token_.offset,
                        "a whole number this large needs a point, as in " + token_.text + ".0");
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
        return emit({.op = Op::variable, .variable = static_cast<std::uint32_t>(*index)}, {}, out,
                    out);
    }

    bool literal(const Item& item, Type type, Operand& out) {
        out.type.type = type;
        return emit({.op = Op::literal, .item = item}, {}, out, out);
    }

    // ---- operators

    bool binary(const BinaryOperator& op, std::size_t offset, Operand& left, Operand& right) {
        const std::string_view word = op.word;
        Operand result{.offset = offset};
        result.type.type = Type::boolean;
        switch (op.op) {
            case Op::logical_and:
            case Op::logical_or:
            case Op::logical_xor:
            case Op::implies:
                if (!need_single(word, left) || !need_single(word, right)) return false;
                break;
            case Op::equal:
            case Op::not_equal:
            case Op::equivalent:
            case Op::not_equivalent:
                if (!comparable(word, offset, left, right)) return false;
                break;
            case Op::in:
                if (!need_single(word, left) || !comparable(word, offset, left, right))
                    return false;
                break;
            case Op::contains:
                if (!need_single(word, right) || !comparable(word, offset, left, right)) {
                    return false;
                }
                break;
            case Op::join:
                if (!same_kind(word, offset, left, right)) return false;
                result.type = both(left.type, right.type);
                result.type.many =
                    (left.type.type != Type::empty && right.type.type != Type::empty) ||
                    left.type.many || right.type.many;
                result.written = left.written;
                result.written.insert(result.written.end(), right.written.begin(),
                                      right.written.end());
                break;
            default:
                for (const Operand* operand : {&left, &right}) {
                    if (!need_number(word, *operand) || !need_single(word, *operand)) return false;
                }
                if (op.op < Op::less) result.type.type = number_type(op.op, left.type, right.type);
                break;
        }
        return emit({.op = op.op}, {&left, &right}, result, left);
    }

    static Type number_type(Op op, const StaticType& left, const StaticType& right) noexcept {
        if (op == Op::div) return Type::integer;
        const bool whole = left.type != Type::decimal && right.type != Type::decimal;
        return whole && op != Op::divide ? Type::integer : Type::decimal;
    }

    static StaticType both(const StaticType& a, const StaticType& b) {
        StaticType result = a.type == Type::empty ? b : a;
        if (is_number(a.type) && is_number(b.type) && a.type != b.type) result.type = Type::decimal;
        result.many = a.many || b.many;
        result.any_text = a.any_text || b.any_text;
        for (const SymbolId code : b.codes) add_code(result.codes, code);
        return result;
    }

    // ---- functions

    bool iif(std::size_t offset, Operand& out) {
        Operand condition;
        Operand then;
        if (!advance() || !expression(0, condition)) return false;
        if (!need_single("iif", condition)) return false;
        if (!token_.is_sign(",")) return wrong_count(offset, "iif", "2 or 3 arguments");
        if (!advance() || !expression(0, then)) return false;
        Operand result{.offset = offset, .type = then.type};
        if (!token_.is_sign(",")) {
            return expect(")") && emit({.op = Op::iif}, {&condition, &then}, result, out);
        }
        Operand otherwise;
        if (!advance() || !expression(0, otherwise)) return false;
        if (token_.is_sign(",")) return wrong_count(offset, "iif", "2 or 3 arguments");
        if (!expect(")") || !same_kind("iif", offset, then, otherwise)) return false;
        result.type = both(then.type, otherwise.type);
        return emit({.op = Op::iif}, {&condition, &then, &otherwise}, result, out);
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
        if (!method_type(method, out, result)) return false;
        return emit(node, {&out}, result, out);
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
        if (!need_single(name, criterion)) return false;
        if (name == "where" && !expect(")")) return false;
        Operand result{.offset = offset, .type = out.type};
        return emit({.op = Op::where}, {&out, &criterion}, result, out);
    }

    /// The argument of round(), one digit.
    bool decimals(Node& node) {
        const auto value =
            token_.kind == TokenKind::number ? Decimal::parse(token_.text) : std::nullopt;
        if (!value || token_.text.find('.') != std::string::npos ||
            *value > Decimal::from_integer(Decimal::kDecimals)) {
            return fail(token_.offset, "'round' takes a whole number from 0 to 8");
        }
        node.child[1] = static_cast<NodeIndex>(value->steps() / Decimal::kStepsPerUnit);
        return advance();
    }

    bool method_type(const Method& method, const Operand& input, Operand& result) {
        StaticType& type = result.type;
        switch (method.op) {
            case Op::exists:
            case Op::is_empty:
                type.type = Type::boolean;
                return true;
            case Op::count:
                type.type = Type::integer;
                return true;
            case Op::first:
            case Op::distinct:
                type = input.type;
                if (method.op == Op::first) type.many = false;
                return true;
            case Op::sum:
            case Op::min:
            case Op::max:
                type.type = input.type.type;
                return need_number(method.name, input);
            default:
                break;
        }
        if (!need_single(method.name, input)) return false;
        switch (method.op) {
            case Op::logical_not:
                type.type = Type::boolean;
                return true;
            case Op::to_string:
                type.type = Type::code;
                type.any_text = is_number(input.type.type) || input.type.any_text;
                type.codes = input.type.codes;
                if (input.type.type == Type::boolean) type.codes = {kFalseText, kTrueText};
                return true;
            case Op::to_integer:
                type.type = Type::integer;
                if (input.type.type != Type::decimal) return true;
                return fail(input.offset,
                            "'toInteger' of a decimal is always empty; truncate(), round() or "
                            "floor() make it whole");
            case Op::to_decimal:
                type.type = Type::decimal;
                return true;
            default:
                break;
        }
        if (!need_number(method.name, input)) return false;
        const bool keeps = method.op == Op::abs;
        type.type = keeps ? input.type.type : Type::integer;
        if (method.op == Op::round) type.type = Type::decimal;
        return true;
    }

    // ---- checks

    bool need_single(std::string_view word, const Operand& operand) {
        if (!operand.type.many) return true;
        return fail(operand.offset, in_quotes(word) + " needs a single value and this may be several");
    }

    bool need_number(std::string_view word, const Operand& operand) {
        const Kind kind = kind_of(operand.type);
        if (kind == Kind::number || kind == Kind::empty) return true;
        return fail(operand.offset,
                    in_quotes(word) + " needs a number and this is " + std::string(name_of(kind)));
    }

    bool same_kind(std::string_view word, std::size_t offset, const Operand& left,
                   const Operand& right) {
        const Kind a = kind_of(left.type);
        const Kind b = kind_of(right.type);
        if (a == b || a == Kind::empty || b == Kind::empty) return true;
        return fail(offset, in_quotes(word) + " has " + std::string(name_of(a)) + " and " +
                                std::string(name_of(b)) + ", which never match");
    }

    bool comparable(std::string_view word, std::size_t offset, const Operand& left,
                    const Operand& right) {
        return same_kind(word, offset, left, right) && known_codes(left, right) &&
               known_codes(right, left);
    }

    /// Each literal of `written` must be one of the codes that `other`, read from variables, can
    /// have.
    bool known_codes(const Operand& written, const Operand& other) {
        if (other.constant || kind_of(other.type) != Kind::string || other.type.any_text) {
            return true;
        }
        const std::vector<SymbolId>& codes = other.type.codes;
        for (const auto& [code, offset] : written.written) {
            const SymbolId folded = symbols_.folded(code);
            const auto same = [&](SymbolId id) { return symbols_.folded(id) == folded; };
            if (std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
            const auto near = std::find_if(codes.begin(), codes.end(), same);
            std::string message = in_quotes(symbols_.text(code)) + " is not a code of ";
            message += other.variable.empty() ? "what it is compared with" : "%" + other.variable;
            if (near != codes.end()) {
                message += "; perhaps " + in_quotes(symbols_.text(*near));
            } else {
                message += ", which has ";
                constexpr std::size_t kShown = 8;
                for (std::size_t i = 0; i < std::min(codes.size(), kShown); ++i) {
                    if (i > 0) message += ", ";
                    message += in_quotes(symbols_.text(codes[i]));
                }
                if (codes.empty()) message += "none";
                if (codes.size() > kShown) message += " and others";
            }
            return fail(offset, std::move(message));
        }
        return true;
    }

    // ---- nodes

    /// Appends `node` over `children` and makes `out` what `result` says. `out` may be one of the
    /// children.
    bool emit(Node node, std::initializer_list<const Operand*> children, const Operand& result,
              Operand& out) {
        std::uint32_t depth = 1;
        bool all_literal = children.size() > 0;
        bool constant = node.op != Op::variable && (node.op != Op::this_item || self_->constant);
        for (const Operand* child : children) {
            node.child[node.children++] = static_cast<NodeIndex>(child->node);
            depth = std::max(depth, child->depth + 1);
            constant = constant && child->constant;
            all_literal = all_literal && nodes_[child->node].op == Op::literal;
        }
        node.offset = static_cast<std::uint16_t>(result.offset);
        if (depth > kDeepestNesting) {
            return fail(result.offset, "the expression is nested too deeply");
        }
        Operand made = result;
        made.depth = depth;
        made.constant = constant;
        nodes_.push_back(node);
        if (all_literal) fold(children.size());
        made.node = static_cast<std::uint32_t>(nodes_.size() - 1);
        out = std::move(made);
        return true;
    }

    /// Replaces the last node, whose `children` literals stand right before it, by its value.
    void fold(std::size_t children) {
        std::array<Node, 4> part;
        const std::size_t first = nodes_.size() - 1 - children;
        std::copy(nodes_.begin() + static_cast<std::ptrdiff_t>(first), nodes_.end(), part.begin());
        Node& root = part[children];
        for (std::size_t i = 0; i < children; ++i) root.child[i] = static_cast<NodeIndex>(i);
        Workspace workspace;
        const Value value = evaluate_node(std::span<const Node>(part.data(), children + 1),
                                          {.variables = {}, .symbols = &symbols_}, workspace)
                                .value;
        if (value.size() > 1) return;
        const std::uint16_t offset = nodes_[first].offset;
        const Item item = value.empty() ? Item() : value.front();
        nodes_.resize(first);
        nodes_.push_back({.op = Op::literal, .offset = offset, .item = item});
    }

    /// Collects what a linter asks of a program.
    static void describe(Program& program) {
        const std::vector<Node>& nodes = program.nodes_;
        for (const Node& node : nodes) {
            if (node.op == Op::variable) program.variables_.push_back(node.variable);
            if (node.op < Op::less || node.op > Op::not_equivalent) continue;
            const Node& left = nodes[node.child[0]];
            const Node& right = nodes[node.child[1]];
            if (left.op == Op::variable && right.literal().number()) {
                program.thresholds_.push_back({left.variable, node.op, *right.literal().number()});
            } else if (right.op == Op::variable && left.literal().number()) {
                program.thresholds_.push_back(
                    {right.variable, mirrored(node.op), *left.literal().number()});
            }
        }
        std::vector<VariableIndex>& variables = program.variables_;
        std::vector<VariableIndex>& repeated = program.repeated_;
        // A criterion is evaluated for each item, so all it reads is used repeatedly.
        for (const Node& node : nodes) {
            if (node.op != Op::where) continue;
            for (std::uint32_t i = node.child[0] + 1; i <= node.child[1]; ++i) {
                if (nodes[i].op == Op::variable) repeated.push_back(nodes[i].variable);
            }
        }
        std::sort(variables.begin(), variables.end());
        for (std::size_t i = 1; i < variables.size(); ++i) {
            if (variables[i] == variables[i - 1]) repeated.push_back(variables[i]);
        }
        std::sort(repeated.begin(), repeated.end());
        variables.erase(std::unique(variables.begin(), variables.end()), variables.end());
        repeated.erase(std::unique(repeated.begin(), repeated.end()), repeated.end());
    }

    static Op mirrored(Op op) noexcept {
        switch (op) {
            case Op::less:
                return Op::greater;
            case Op::less_equal:
                return Op::greater_equal;
            case Op::greater:
                return Op::less;
            case Op::greater_equal:
                return Op::less_equal;
            default:
                return op;
        }
    }

    std::string_view text_;
    Lexer lexer_;
    const VariableTable& variables_;
    SymbolTable& symbols_;
    Token token_;
    CompileError error_;
    std::vector<Node> nodes_;
    const Operand* self_ = nullptr;  // what is known of $this
    std::uint32_t nesting_ = 0;
};

}  // namespace detail

Compiled compile(std::string_view text, const VariableTable& variables, SymbolTable& symbols) {
    return detail::Compiler(text, variables, symbols).compile();
}

}  // namespace selfcheck::engine::fhirpath
