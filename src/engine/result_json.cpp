// SPDX-License-Identifier: MIT
#include "engine/result_json.h"

#include <algorithm>

#include "engine/input.h"
#include "engine/json_writer.h"
#include "engine/wording.h"

namespace selfcheck::engine {
namespace {

using fhirpath::SourceSet;

void write_item(JsonWriter& json, const Pack& pack, const fhirpath::Item& item) {
    switch (item.type()) {
        case fhirpath::Type::boolean:
            return json.flag(item.as_boolean());
        case fhirpath::Type::integer:
        case fhirpath::Type::decimal:
            return json.number(item.as_number());
        case fhirpath::Type::code:
            if (item.is_number_text()) return json.text(item.as_number().to_string());
            return json.text(pack.symbols.text(item.as_code()));
        case fhirpath::Type::empty:
            return;
    }
}

/// One item as itself, several (or none) as an array.
void write_value(JsonWriter& json, const Pack& pack, const fhirpath::Value& value) {
    if (value.size() == 1) return write_item(json, pack, value.front());
    json.array([&] {
        for (const auto& item : value.items()) write_item(json, pack, item);
    });
}

class ResultWriter {
public:
    ResultWriter(const Bundle& bundle, const Assessment& assessment, std::string_view language, Voice voice)
        : bundle_(bundle), pack_(bundle.pack), assessment_(assessment), language_(language), voice_(voice) {}

    std::string write() {
        json_.object([&] {
            json_.key("pack").object([&] {
                json_.key("id").text(pack_.id);
                json_.key("version").text(pack_.version);
            });
            const auto texts = bundle_.texts.find(language_);
            if (texts != bundle_.texts.end()) json_.key("language").text(language_);
            json_.key("guidance").text(name_of(assessment_.guidance));
            json_.key("findings").array([&] { findings(texts == bundle_.texts.end() ? nullptr : &texts->second); });
            json_.key("undetermined").array([&] { undetermined(); });
            json_.key("scores").object([&] { scores(); });
            json_.key("education").array([&] {
                for (const std::size_t card : assessment_.cards) json_.text(pack_.cards[card].id);
            });
            if (assessment_.plan) json_.key("plan").object([&] { plan(*pack_.plan, *assessment_.plan); });
            json_.key("sheet").object([&] {
                ids("questions", assessment_.sheet.questions, pack_.sheet.questions);
                ids("tests", assessment_.sheet.tests, pack_.sheet.tests);
            });
            json_.key("covers").array([&] { covers(); });
        });
        return json_.take();
    }

private:
    /// With `texts` also what a reader sees.
    void findings(const Texts* texts) {
        for (const Finding& finding : assessment_.findings) {
            const Rule& rule = pack_.rules[finding.rule];
            json_.object([&] {
                json_.key("id").text(rule.id);
                json_.key("level").text(name_of(rule.level));
                question_ids("because", finding.because);
                json_.key("sources").array([&] {
                    for (const std::string& source : rule.sources) json_.text(source);
                });
                if (texts == nullptr) return;
                const Wording wording(bundle_, assessment_, *texts, voice_, {});
                for (const char* part : {"title", "text", "action"}) {
                    json_.key(part).text(wording.get({"rules", rule.id, part}));
                }
            });
        }
    }

    void undetermined() {
        for (const Undetermined& open : assessment_.undetermined) {
            const Rule& rule = pack_.rules[open.rule];
            json_.object([&] {
                json_.key("id").text(rule.id);
                json_.key("level").text(name_of(rule.level));
                question_ids("missing", open.missing);
            });
        }
    }

    void question_ids(std::string_view key, const SourceSet& questions) {
        json_.key(key).array(
            [&] { questions.for_each([&](std::size_t question) { json_.text(pack_.questions[question].id); }); });
    }

    void scores() {
        for (const ScoreValue& score : assessment_.scores) {
            json_.key(pack_.scores[score.score].id);
            const auto& fields = pack_.scores[score.score].fields;
            const auto values = assessment_.fields_of(score);
            if (fields.front().name.empty()) {
                write_value(json_, pack_, values.front());
            } else {
                json_.object([&] { score_fields(fields, values, score.range); });
            }
        }
    }

    void score_fields(const std::vector<Score::Field>& fields, std::span<const fhirpath::Value> values,
                      const std::optional<fhirpath::Interval>& range) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (values[i].empty()) continue;
            json_.key(fields[i].name);
            write_value(json_, pack_, values[i]);
        }
        if (!range) return;
        json_.key("range").array([&] {
            json_.number(range->min);
            json_.number(range->max);
        });
    }

    void plan(const PlanRules& rules, const Plan& plan) {
        json_.key("exercise").object([&] { exercise(rules.exercise, plan.exercise); });
        json_.key("diet").object([&] { diet(rules.diet, plan.diet); });
        ids("gates", plan.gates, rules.gates);
        if (plan.recheck) json_.key("recheck_months").number(rules.rechecks[*plan.recheck].months);
    }

    void exercise(const ExerciseRules& rules, const ExercisePlan& plan) {
        json_.key("allowed").flag(plan.allowed);
        if (!plan.weeks.empty()) {
            json_.key("start_minutes").number(plan.weeks.front().minutes);
            json_.key("start_days").number(plan.weeks.front().days);
        }
        json_.key("weeks").array([&] {
            for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
                json_.object([&] {
                    json_.key("week").number(static_cast<int>(i + 1));
                    json_.key("minutes").number(plan.weeks[i].minutes);
                    json_.key("days").number(plan.weeks[i].days);
                });
            }
        });
        json_.key("moves").array([&] {
            for (const std::size_t move : plan.moves) json_.text(rules.moves[move].item.id);
        });
        ids("precautions", plan.precautions, rules.precautions);
    }

    void diet(const DietRules& rules, const DietPlan& plan) {
        json_.key("allowed").flag(plan.allowed);
        json_.key("gaps").object([&] {
            for (std::size_t i = 0; i < plan.gaps.size(); ++i) {
                const Decimal missing = plan.gaps[i].value_or(Decimal());
                if (missing > Decimal()) json_.key(rules.gaps[i].id).number(missing);
            }
        });
        json_.key("swaps").array([&] {
            for (const DietPlan::Portion& portion : plan.swaps) {
                json_.object([&] {
                    json_.key("id").text(rules.swaps[portion.swap].item.id);
                    json_.key("times").number(portion.times);
                });
            }
        });
    }

    void ids(std::string_view key, const std::vector<std::size_t>& indexes, const std::vector<PlanItem>& items) {
        json_.key(key).array([&] {
            for (const std::size_t index : indexes) json_.text(items[index].id);
        });
    }

    void covers() {
        std::vector<std::string_view> covered;
        for (const std::size_t card : assessment_.cards) {
            for (const std::string& fact : pack_.cards[card].covers) {
                if (std::find(covered.begin(), covered.end(), fact) != covered.end()) continue;
                covered.push_back(fact);
                json_.text(fact);
            }
        }
    }

    const Bundle& bundle_;
    const Pack& pack_;
    const Assessment& assessment_;
    std::string_view language_;
    Voice voice_;
    JsonWriter json_;
};

}  // namespace

std::string result_text(const Bundle& bundle, const Assessment& assessment, std::string_view language, Voice voice) {
    return ResultWriter(bundle, assessment, language, voice).write();
}

Json result_to_json(const Bundle& bundle, const Assessment& assessment, std::string_view language) {
    return Json::parse(result_text(bundle, assessment, language), nullptr, false);
}

Json value_to_json(const Pack& pack, const fhirpath::Value& value) {
    JsonWriter json;
    write_value(json, pack, value);
    return Json::parse(json.take(), nullptr, false);
}

Result<std::string> assess_text(const Bundle& bundle, Assessor& assessor, std::string_view input,
                                std::string_view language, Voice voice) {
    if (!language.empty() && !bundle.texts.contains(language)) {
        std::string known;
        for (const std::string& name : bundle.pack.languages) known += (known.empty() ? "" : ", ") + name;
        return Problem{"", "", "there is no language \"" + std::string(language) + "\"; there are: " + known};
    }
    const Result<Answers> answers = answers_from_input(bundle.pack, input);
    if (!answers.ok()) return answers.problems();
    return result_text(bundle, assessor.assess(answers.value()), language, voice);
}

Result<Json> assess_json(const Bundle& bundle, Assessor& assessor, const Json& input, std::string_view language) {
    const Result<std::string> text = assess_text(bundle, assessor, to_text(input), language);
    if (!text.ok()) return text.problems();
    return Json::parse(text.value(), nullptr, false);
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
