// SPDX-License-Identifier: MIT
#include "engine/card_figures.h"

#include <algorithm>
#include <set>

#include "engine/json_fields.h"
#include "engine/pack.h"

namespace selfcheck::engine {
namespace {

/// Where the one of this id stands in the list.
template <typename List, typename IdOf>
std::optional<std::size_t> index_of(const List& list, const std::string& id, IdOf id_of) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return id_of(one) == id; });
    if (found == list.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
}

/// Each id of a member with its place; one that is given twice is a problem.
template <typename Visit>
void for_each_id(Fields& fields, std::string_view member, Problems& problems, Visit visit) {
    std::set<std::string> seen;
    const auto ids = fields.texts(member, false);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::string at = pointer(fields.at(member), i);
        if (seen.insert(ids[i]).second) {
            visit(at, ids[i]);
        } else {
            problems.push_back({"", at, "\"" + ids[i] + "\" is given twice"});
        }
    }
}

RingStep read_step(const Json& json, const std::string& place, const Pack& pack, Problems& problems) {
    Fields fields(json, place, problems);
    RingStep step{fields.text("id"), {}, {}, {}};
    for_each_id(fields, "enters", problems, [&](const std::string& at, const std::string& id) {
        if (const auto rule = pack.rule_index(id)) {
            step.enters.push_back(*rule);
        } else {
            problems.push_back({"", at, "there is no rule \"" + id + "\""});
        }
    });
    for_each_id(fields, "broken_by", problems, [&](const std::string& at, const std::string& id) {
        const auto& plan = pack.plan;
        if (!plan) {
            problems.push_back({"", at, "needs a plan"});
        } else if (const auto move = index_of(plan->exercise.moves, id, [](const Move& one) { return one.item.id; })) {
            step.moves.push_back(*move);
        } else if (const auto gap = index_of(plan->diet.gaps, id, [](const Gap& one) { return one.id; })) {
            step.gaps.push_back(*gap);
        } else {
            problems.push_back({"", at, "the plan has neither a move nor a gap \"" + id + "\""});
        }
    });
    fields.reject_others();
    return step;
}

}  // namespace

std::optional<Explore> read_explore(const Json& json, const std::string& at, const Pack& pack, Problems& problems) {
    Fields fields(json, at, problems);
    const std::string id = fields.text("score");
    const Decimal min = fields.number("min");
    const Decimal max = fields.number("max");
    fields.reject_others();
    if (!json.is_object() || id.empty()) return std::nullopt;
    const auto index = index_of(pack.scores, id, [](const Score& one) { return one.id; });
    const auto& meter = index ? pack.scores[*index].meter : std::nullopt;
    if (!index) {
        fields.problem("score", "there is no score \"" + id + "\"");
    } else if (!meter) {
        fields.problem("score", "the score \"" + id + "\" has no meter, so no bands to name a number by");
    } else if (min < meter->min || max > meter->max) {
        fields.problem(min < meter->min ? "min" : "max", "does not lie on the meter of \"" + id + "\"");
    } else if (max <= min) {
        fields.problem("max", "does not lie above min");
    } else {
        return Explore{*index, min, max};
    }
    return std::nullopt;
}

std::vector<RingStep> read_ring(const Json& json, const std::string& at, const Pack& pack, Problems& problems) {
    std::vector<RingStep> steps;
    if (!json.is_array() || json.empty()) {
        problems.push_back({"", at, "expected a list of steps"});
        return steps;
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < json.size(); ++i) {
        steps.push_back(read_step(json[i], pointer(at, i), pack, problems));
        if (!ids.insert(steps.back().id).second) {
            problems.push_back({"", pointer(at, i) + "/id", "\"" + steps.back().id + "\" is given twice"});
        }
    }
    return steps;
}

}  // namespace selfcheck::engine
