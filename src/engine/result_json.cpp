// SPDX-License-Identifier: MIT
#include "engine/result_json.h"

#include <set>

#include "engine/json_fields.h"
#include "engine/wording.h"

namespace selfcheck::engine {
namespace {

using fhirpath::SourceSet;

Json question_ids(const Pack& pack, const SourceSet& questions) {
    Json ids = Json::array();
    questions.for_each([&](std::size_t question) { ids.push_back(pack.questions[question].id); });
    return ids;
}

Json item_to_json(const Pack& pack, const fhirpath::Item& item) {
    switch (item.type()) {
        case fhirpath::Type::boolean: return item.as_boolean();
        case fhirpath::Type::integer:
        case fhirpath::Type::decimal: return json_from_decimal(item.as_number());
        case fhirpath::Type::code:
            if (item.is_number_text()) return item.as_number().to_string();
            return std::string(pack.symbols.text(item.as_code()));
        case fhirpath::Type::empty: break;
    }
    return nullptr;
}

Json value_to_json(const Pack& pack, const fhirpath::Value& value) {
    if (value.size() == 1) return item_to_json(pack, value.front());
    Json items = Json::array();
    for (const auto& item : value.items()) items.push_back(item_to_json(pack, item));
    return items;
}

Json scores_to_json(const Pack& pack, const Assessment& assessment) {
    Json scores = Json::object();
    for (const ScoreValue& value : assessment.scores) {
        const Score& score = pack.scores[value.score];
        Json json;
        for (std::size_t i = 0; i < score.fields.size(); ++i) {
            const fhirpath::Value& given = assessment.fields_of(value)[i];
            if (given.empty()) continue;
            Json field = value_to_json(pack, given);
            if (score.fields[i].name.empty()) {
                json = std::move(field);
            } else {
                json[score.fields[i].name] = std::move(field);
            }
        }
        if (value.range && json.is_object()) {
            json["range"] = Json::array({json_from_decimal(value.range->min), json_from_decimal(value.range->max)});
        }
        scores[score.id] = std::move(json);
    }
    return scores;
}

template <typename Items, typename IdOf>
Json ids_of(const std::vector<std::size_t>& indexes, const Items& items, IdOf&& id_of) {
    Json ids = Json::array();
    for (const std::size_t index : indexes) ids.push_back(id_of(items[index]));
    return ids;
}

Json ids_of(const std::vector<std::size_t>& indexes, const std::vector<PlanItem>& items) {
    return ids_of(indexes, items, [](const PlanItem& item) { return item.id; });
}

Json exercise_to_json(const ExerciseRules& rules, const ExercisePlan& plan) {
    Json json = {{"allowed", plan.allowed}};
    if (!plan.weeks.empty()) {
        json["start_minutes"] = plan.weeks.front().minutes;
        json["start_days"] = plan.weeks.front().days;
    }
    json["weeks"] = Json::array();
    for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
        json["weeks"].push_back({{"week", i + 1}, {"minutes", plan.weeks[i].minutes}, {"days", plan.weeks[i].days}});
    }
    json["moves"] = ids_of(plan.moves, rules.moves, [](const Move& move) { return move.item.id; });
    json["precautions"] = ids_of(plan.precautions, rules.precautions);
    return json;
}

Json diet_to_json(const DietRules& rules, const DietPlan& plan) {
    Json json = {{"allowed", plan.allowed}, {"gaps", Json::object()}, {"swaps", Json::array()}};
    for (std::size_t i = 0; i < plan.gaps.size(); ++i) {
        if (plan.gaps[i]) json["gaps"][rules.gaps[i].id] = json_from_decimal(*plan.gaps[i]);
    }
    for (const DietPlan::Portion& portion : plan.swaps) {
        json["swaps"].push_back({{"id", rules.swaps[portion.swap].item.id}, {"times", portion.times}});
    }
    return json;
}

Json plan_to_json(const PlanRules& rules, const Plan& plan) {
    Json json = {{"exercise", exercise_to_json(rules.exercise, plan.exercise)},
                 {"diet", diet_to_json(rules.diet, plan.diet)},
                 {"gates", ids_of(plan.gates, rules.gates)}};
    if (plan.recheck) json["recheck_months"] = rules.rechecks[*plan.recheck].months;
    return json;
}

}  // namespace

Json result_to_json(const Bundle& bundle, const Assessment& assessment, std::string_view language) {
    const Pack& pack = bundle.pack;
    const auto texts = bundle.texts.find(language);
    const bool with_texts = texts != bundle.texts.end();

    Json json;
    json["pack"] = {{"id", pack.id}, {"version", pack.version}};
    if (with_texts) json["language"] = std::string(language);
    json["guidance"] = std::string(name_of(assessment.guidance));

    json["findings"] = Json::array();
    for (const Finding& finding : assessment.findings) {
        const Rule& rule = pack.rules[finding.rule];
        Json item = {{"id", rule.id},
                     {"level", std::string(name_of(rule.level))},
                     {"because", question_ids(pack, finding.because)},
                     {"sources", rule.sources}};
        if (with_texts) {
            const Wording wording(bundle, assessment, texts->second, {});
            for (const char* part : {"title", "text", "action"}) item[part] = wording.get({"rules", rule.id, part});
        }
        json["findings"].push_back(std::move(item));
    }

    json["undetermined"] = Json::array();
    for (const Undetermined& open : assessment.undetermined) {
        const Rule& rule = pack.rules[open.rule];
        json["undetermined"].push_back({{"id", rule.id},
                                        {"level", std::string(name_of(rule.level))},
                                        {"missing", question_ids(pack, open.missing)}});
    }

    json["scores"] = scores_to_json(pack, assessment);

    json["education"] = Json::array();
    if (assessment.plan) json["plan"] = plan_to_json(*pack.plan, *assessment.plan);
    json["sheet"] = {{"questions", ids_of(assessment.sheet.questions, pack.sheet.questions)},
                     {"tests", ids_of(assessment.sheet.tests, pack.sheet.tests)}};
    json["covers"] = Json::array();
    std::set<std::string> covered;
    for (const std::size_t card : assessment.cards) {
        json["education"].push_back(pack.cards[card].id);
        for (const std::string& fact : pack.cards[card].covers) {
            if (covered.insert(fact).second) json["covers"].push_back(fact);
        }
    }
    return json;
}

Result<Json> assess_json(const Bundle& bundle, Assessor& assessor, const Json& input, std::string_view language) {
    const Pack& pack = bundle.pack;
    Problems problems;
    if (!language.empty() && !bundle.texts.contains(language)) {
        std::string known;
        for (const std::string& name : pack.languages) known += (known.empty() ? "" : ", ") + name;
        return Problem{"", "", "there is no language \"" + std::string(language) + "\"; there are: " + known};
    }
    Fields fields(input, "", problems);
    const Json* given = fields.find("answers");
    if (given == nullptr) fields.problem("answers", "is missing");
    fields.reject_others();
    if (given == nullptr || !problems.empty()) return problems;

    Result<Answers> answers = answers_from_json(pack, *given, "/answers");
    if (!answers.ok()) return answers.problems();
    for (std::size_t i = 0; i < pack.questions.size(); ++i) {
        if (!pack.questions[i].required || answers.value().answered(i)) continue;
        problems.push_back({"", pointer("/answers", pack.questions[i].id), "is required"});
    }
    if (!problems.empty()) return problems;
    return result_to_json(bundle, assessor.assess(answers.value()), language);
}

Json to_json(const Problems& problems) {
    Json errors = Json::array();
    for (const Problem& problem : problems) {
        Json error = Json::object();
        if (!problem.file.empty()) error["file"] = problem.file;
        error["at"] = problem.at;
        error["message"] = problem.message;
        errors.push_back(std::move(error));
    }
    return {{"errors", std::move(errors)}};
}

}  // namespace selfcheck::engine
