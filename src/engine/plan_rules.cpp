// SPDX-License-Identifier: MIT
#include "engine/plan_rules.h"

#include <set>

namespace selfcheck::engine {
namespace {

/// Reads both members; the place of each thing is below the member it was read from.
class PlanReader {
public:
    PlanReader(const ExpressionScope& scope, Problems& problems) : scope_(scope), problems_(problems) {}

    std::optional<PlanRules> read_plan(const Json& json, const std::string& at) {
        Fields fields(json, at, problems_);
        auto gates = read_items(fields, "gates", true);
        auto exercise = read_exercise(fields);
        auto diet = read_diet(fields);
        auto rechecks = read_rechecks(fields);
        fields.reject_others();
        if (!exercise || !diet) return std::nullopt;
        return PlanRules{std::move(gates), std::move(*exercise), std::move(*diet), std::move(rechecks)};
    }

    SheetRules read_sheet(const Json& json, const std::string& at) {
        Fields fields(json, at, problems_);
        SheetRules sheet{read_items(fields, "questions", false), read_items(fields, "tests", true)};
        fields.reject_others();
        return sheet;
    }

private:
    /// The member as an object, with its own fields; a problem when it is missing.
    template <typename Read>
    auto read_object(Fields& parent, const char* name, Read&& read) -> decltype(read(std::declval<Fields&>())) {
        const Json* json = parent.find(name);
        if (json == nullptr) {
            parent.problem(name, "is missing");
            return std::nullopt;
        }
        Fields fields(*json, parent.at(name), problems_);
        auto result = read(fields);
        fields.reject_others();
        return result;
    }

    template <typename Read>
    void read_each(Fields& parent, const char* name, Read&& read) {
        std::set<std::string> ids;
        const Json& list = parent.array(name);
        for (std::size_t i = 0; i < list.size(); ++i) {
            Fields fields(list[i], pointer(parent.at(name), i), problems_);
            read(fields);
            fields.reject_others();
            if (const Json* id = fields.find("id");
                id && id->is_string() && !ids.insert(id->get<std::string>()).second) {
                fields.problem("id", "\"" + id->get<std::string>() + "\" is given twice");
            }
        }
    }

    std::optional<PlanItem> read_item(Fields& fields, bool sources_required) {
        std::string id = fields.text("id");
        auto when = scope_.read_condition(fields, "when");
        auto sources = fields.texts("sources", sources_required);
        if (!when) return std::nullopt;
        return PlanItem{std::move(id), std::move(*when), std::move(sources)};
    }

    std::vector<PlanItem> read_items(Fields& parent, const char* name, bool sources_required) {
        std::vector<PlanItem> items;
        read_each(parent, name, [&](Fields& fields) {
            if (auto item = read_item(fields, sources_required)) items.push_back(std::move(*item));
        });
        return items;
    }

    std::optional<ExerciseRules> read_exercise(Fields& parent) {
        return read_object(parent, "exercise", [&](Fields& fields) -> std::optional<ExerciseRules> {
            auto allowed = scope_.read_condition(fields, "allowed");
            auto start_minutes = scope_.read(fields, "start_minutes");
            auto start_days = scope_.read(fields, "start_days");
            auto target_minutes = scope_.read(fields, "target_minutes");
            const int target_days = whole_number(fields, "target_days", 1, 7);
            const int step_minutes = whole_number(fields, "step_minutes", 1, 60);
            auto precautions = read_items(fields, "precautions", false);
            auto moves = read_moves(fields);
            auto sources = fields.texts("sources", true);
            if (!allowed || !start_minutes || !start_days || !target_minutes) return std::nullopt;
            return ExerciseRules{std::move(*allowed),
                                 std::move(*start_minutes),
                                 std::move(*start_days),
                                 std::move(*target_minutes),
                                 target_days,
                                 step_minutes,
                                 std::move(precautions),
                                 std::move(moves),
                                 std::move(sources)};
        });
    }

    std::vector<Move> read_moves(Fields& parent) {
        std::vector<Move> moves;
        read_each(parent, "moves", [&](Fields& fields) {
            auto item = read_item(fields, true);
            std::string figure = fields.optional_text("figure");
            if (item) moves.push_back({std::move(*item), std::move(figure)});
        });
        return moves;
    }

    std::optional<DietRules> read_diet(Fields& parent) {
        return read_object(parent, "diet", [&](Fields& fields) -> std::optional<DietRules> {
            auto allowed = scope_.read_condition(fields, "allowed");
            std::vector<Gap> gaps;
            read_each(fields, "gaps", [&](Fields& gap) {
                std::string id = gap.text("id");
                const Decimal least = gap.find("least") != nullptr ? gap.number("least") : Decimal();
                if (auto value = scope_.read(gap, "value")) gaps.push_back({std::move(id), std::move(*value), least});
            });
            std::vector<Swap> swaps;
            read_each(fields, "swaps", [&](Fields& swap) {
                auto item = read_item(swap, false);
                auto amounts = read_amounts(swap, gaps);
                const int most = whole_number(swap, "most", 1, 10);
                if (item) swaps.push_back({std::move(*item), std::move(amounts), most});
            });
            auto sources = fields.texts("sources", true);
            if (!allowed) return std::nullopt;
            return DietRules{std::move(*allowed), std::move(gaps), std::move(swaps), std::move(sources)};
        });
    }

    /// By gap; zero for those that the object does not name.
    std::vector<Decimal> read_amounts(Fields& swap, const std::vector<Gap>& gaps) {
        const Json* adds = swap.find("adds");
        if (adds == nullptr) {
            swap.problem("adds", "is missing");
            return {};
        }
        std::vector<Decimal> amounts;
        Fields fields(*adds, swap.at("adds"), problems_);
        for (const Gap& gap : gaps) {
            amounts.push_back(fields.find(gap.id) != nullptr ? fields.number(gap.id) : Decimal());
        }
        fields.reject_others();
        return amounts;
    }

    std::vector<Recheck> read_rechecks(Fields& parent) {
        std::vector<Recheck> rechecks;
        read_each(parent, "recheck", [&](Fields& fields) {
            auto when = scope_.read_condition(fields, "when");
            const int months = whole_number(fields, "months", 1, 60);
            auto sources = fields.texts("sources", true);
            if (when) rechecks.push_back({std::move(*when), months, std::move(sources)});
        });
        return rechecks;
    }

    int whole_number(Fields& fields, const char* name, int least, int most) {
        const Decimal value = fields.number(name);
        const bool fits =
            value.is_whole() && value >= Decimal::from_integer(least) && value <= Decimal::from_integer(most);
        if (fits) return static_cast<int>(value.steps() / Decimal::kStepsPerUnit);
        fields.problem(name, "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return least;
    }

    const ExpressionScope& scope_;
    Problems& problems_;
};

using VisitItem = std::function<void(const std::string&, const PlanItem&)>;

template <typename Items>
void visit_items(const Items& items, const char* at, const VisitItem& visit) {
    for (std::size_t i = 0; i < items.size(); ++i) visit(pointer(at, i), item_of(items[i]));
}

}  // namespace

void for_each_item(const PlanRules& plan, const VisitItem& visit) {
    visit_items(plan.gates, "/plan/gates", visit);
    visit_items(plan.exercise.precautions, "/plan/exercise/precautions", visit);
    visit_items(plan.exercise.moves, "/plan/exercise/moves", visit);
    visit_items(plan.diet.swaps, "/plan/diet/swaps", visit);
}

void for_each_item(const SheetRules& sheet, const VisitItem& visit) {
    visit_items(sheet.questions, "/sheet/questions", visit);
    visit_items(sheet.tests, "/sheet/tests", visit);
}

std::optional<PlanRules> read_plan_rules(const Json& json, const std::string& at, const ExpressionScope& scope,
                                         Problems& problems) {
    return PlanReader(scope, problems).read_plan(json, at);
}

SheetRules read_sheet_rules(const Json& json, const std::string& at, const ExpressionScope& scope, Problems& problems) {
    return PlanReader(scope, problems).read_sheet(json, at);
}

}  // namespace selfcheck::engine
