// SPDX-License-Identifier: MIT
#include <set>
#include <utility>

#include "engine/lint/checks.h"
#include "engine/lint/figures.h"

namespace selfcheck::engine::lint_checks {
namespace {

using fhirpath::Program;
using fhirpath::Type;
using fhirpath::VariableIndex;
using fhirpath::detail::Node;
using fhirpath::detail::Op;

void note_ids(const Json& expect, const char* part, std::set<std::string>& ids) {
    if (!expect.is_object() || !expect.contains(part) || !expect[part].is_array()) return;
    for (const Json& id : expect[part]) {
        if (id.is_string()) ids.insert(id.get<std::string>());
    }
}

void check_expectations(const Context& context) {
    std::set<std::string> fired;
    std::set<std::string> absent;
    std::set<std::string> shown;
    for (const GoldenCase& golden : context.golden) {
        note_ids(golden.expect, "findings", fired);
        note_ids(golden.expect, "absent", absent);
        note_ids(golden.expect, "education", shown);
    }
    const std::string add_one = "; add one to golden.json";
    for (std::size_t i = 0; i < context.pack.rules.size(); ++i) {
        const std::string& id = context.pack.rules[i].id;
        const std::string at = pointer("/rules", i);
        if (!fired.contains(id)) {
            context.add("pack.json", at, "no golden case expects \"" + id + "\" among its findings" + add_one);
        }
        if (!absent.contains(id)) {
            context.add("pack.json", at, "no golden case expects \"" + id + "\" to be absent" + add_one);
        }
    }
    for (std::size_t i = 0; i < context.pack.cards.size(); ++i) {
        const std::string& id = context.pack.cards[i].id;
        if (shown.contains(id)) continue;
        context.add("pack.json", pointer("/cards", i), "no golden case expects the card \"" + id + "\"" + add_one);
    }
}

/// Where an expression turns: the variable below, at or above a number.
struct Edge {
    VariableIndex variable = 0;
    Decimal value;
    Op op = Op::less;

    friend auto operator<=>(const Edge&, const Edge&) = default;
};

/// The numbers an operand of a comparison can be: a literal, or one in each branch of iif.
void literals_of(const Program& program, std::uint32_t index, std::set<Decimal>& literals) {
    const Node& node = program.nodes()[index];
    if (node.op == Op::literal) {
        if (const auto number = node.literal().number()) literals.insert(*number);
    } else if (node.op == Op::iif) {
        for (std::uint8_t i = 1; i < node.children; ++i) literals_of(program, node.child[i], literals);
    }
}

void add_edges(const Program& program, std::set<Edge>& edges) {
    for (const auto& threshold : program.thresholds())
        edges.insert({threshold.variable, threshold.value, threshold.op});
    for (const Node& node : program.nodes()) {
        if (node.op < Op::less || node.op > Op::not_equal) continue;
        const Node& left = program.nodes()[node.child[0]];
        if (left.op != Op::variable || program.nodes()[node.child[1]].op != Op::iif) continue;
        std::set<Decimal> literals;
        literals_of(program, node.child[1], literals);
        for (const Decimal literal : literals) edges.insert({left.variable, literal, node.op});
    }
}

bool holds(Decimal value, Op op, Decimal threshold) {
    switch (op) {
        case Op::less:
            return value < threshold;
        case Op::less_equal:
            return value <= threshold;
        case Op::greater:
            return value > threshold;
        case Op::greater_equal:
            return value >= threshold;
        case Op::equal:
        case Op::equivalent:
            return value == threshold;
        default:
            return value != threshold;
    }
}

const char* name_of(Op op) {
    switch (op) {
        case Op::less:
            return "<";
        case Op::less_equal:
            return "<=";
        case Op::greater:
            return ">";
        case Op::greater_equal:
            return ">=";
        case Op::equal:
            return "=";
        case Op::equivalent:
            return "~";
        case Op::not_equal:
            return "!=";
        default:
            return "!~";
    }
}

/// Looks in the golden cases for both sides of each edge.
class EdgeChecker {
public:
    explicit EdgeChecker(const Context& context) : context_(context), pack_(context.pack) {
        values_.resize(pack_.questions.size() + pack_.derived.size());
        Assessor assessor(pack_);
        for (const GoldenCase& golden : context.golden) {
            const auto answers = answers_from_json(pack_, golden.input["answers"], "");
            if (!answers.ok()) continue;
            const Assessment& assessment = assessor.assess(answers.value());
            for (std::size_t i = 0; i < values_.size(); ++i) {
                if (const auto number = assessment.variables[i].value.number()) values_[i].insert(*number);
            }
        }
    }

    void run() {
        std::set<std::size_t> derived;
        for (std::size_t i = 0; i < pack_.rules.size(); ++i) {
            check(pack_.rules[i].when, pointer(pointer("/rules", i), "when"));
            derived.merge(derived_behind(pack_, pack_.rules[i].when));
        }
        for (const std::size_t i : derived) check(pack_.derived[i].value, pointer(pointer("/derived", i), "value"));
    }

private:
    void check(const Program& program, const std::string& at) {
        std::set<Edge> edges;
        add_edges(program, edges);
        for (const Edge& edge : edges) {
            if (edge.variable >= values_.size() || !checked_.insert(edge).second) continue;
            if (!has_case(edge, true)) report(edge, true, at);
            if (!has_case(edge, false)) report(edge, false, at);
        }
    }

    /// What answers are typed in; derived decimals are shown with one decimal too.
    [[nodiscard]] Decimal step(VariableIndex variable) const {
        return pack_.variables[variable].type == Type::integer ? Decimal::from_integer(1)
                                                               : Decimal::from_steps(Decimal::kStepsPerUnit / 10);
    }

    /// A case at the number or a step beside it. Where only equality counts any other number will
    /// do.
    [[nodiscard]] bool has_case(const Edge& edge, bool wanted) const {
        const bool equality = edge.op >= Op::equal;
        for (const Decimal value : values_[edge.variable]) {
            const auto distance = subtract(value, edge.value);
            const bool beside = equality || (distance && *abs(*distance) <= step(edge.variable));
            if (beside && holds(value, edge.op, edge.value) == wanted) return true;
        }
        return false;
    }

    void report(const Edge& edge, bool wanted, const std::string& at) const {
        const std::string& name = pack_.variables[edge.variable].name;
        context_.add("pack.json", at,
                     "no golden case has %" + name + " within " + step(edge.variable).to_string() + " of " +
                         edge.value.to_string() + " where %" + name + " " + name_of(edge.op) + " " +
                         edge.value.to_string() + (wanted ? " holds" : " fails") + "; add one to golden.json");
    }

    const Context& context_;
    const Pack& pack_;
    std::vector<std::set<Decimal>> values_;  // by variable: what the cases give it
    std::set<Edge> checked_;
};

}  // namespace

void check_golden_cases(const Context& context) {
    for (Problem& problem : check_golden(context.bundle, context.golden)) {
        context.problems.push_back(std::move(problem));
    }
    check_expectations(context);
    EdgeChecker(context).run();
}

}  // namespace selfcheck::engine::lint_checks
