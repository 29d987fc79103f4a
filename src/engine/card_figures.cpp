// SPDX-License-Identifier: MIT
#include "engine/card_figures.h"

#include <algorithm>

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

RingStep read_step(Fields& fields, const Pack& pack) {
    RingStep step{fields.text("id"), {}, {}, {}};
    for (const std::string& id : fields.texts("enters", false)) {
        if (const auto rule = pack.rule_index(id)) {
            step.enters.push_back(*rule);
        } else {
            fields.problem("enters", "there is no rule \"" + id + "\"");
        }
    }
    for (const std::string& id : fields.texts("broken_by", false)) {
        if (!pack.plan) {
            fields.problem("broken_by", "needs a plan");
        } else if (const auto move = index_of(pack.plan->exercise.moves, id, [](const Move& one) { return one.item.id; })) {
            step.moves.push_back(*move);
        } else if (const auto gap = index_of(pack.plan->diet.gaps, id, [](const Gap& one) { return one.id; })) {
            step.gaps.push_back(*gap);
        } else {
            fields.problem("broken_by", "the plan has neither a move nor a gap \"" + id + "\"");
        }
    }
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
    for (std::size_t i = 0; i < json.size(); ++i) {
        Fields fields(json[i], pointer(at, i), problems);
        steps.push_back(read_step(fields, pack));
    }
    return steps;
}

}  // namespace selfcheck::engine
