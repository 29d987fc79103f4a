// SPDX-License-Identifier: MIT
//
// What must hold for whatever a reader answers, tried on 100,000 sets of answers drawn from the
// shipped pack: four tests of 25,000, each with a seed of its own. A failure prints the answers;
// `selfcheck explain` shows how their result comes about.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "cli/pack_folder.h"
#include "engine/assess.h"
#include "engine/result_json.h"
#include "engine/sample.h"
#include "engine/what_if.h"

namespace selfcheck::engine {
namespace {

constexpr int kSetsPerTest = 25'000;
constexpr int kSeeds = 4;

const Bundle& shipped_bundle() {
    static const Result<Bundle> bundle = cli::read_bundle(SELFCHECK_CONTENT "/bone-muscle");
    if (!bundle.ok()) {
        for (const Problem& problem : bundle.problems()) ADD_FAILURE() << problem.to_string();
        std::abort();
    }
    return bundle.value();
}

class Properties : public ::testing::TestWithParam<int> {
protected:
    /// Calls check(answers, result) for each set; stops at the first that fails.
    template <typename Check>
    void for_each_set(int count, Check&& check) {
        for (int i = 0; i < count && !HasFailure(); ++i) {
            const Answers answers = sampler_.next();
            check(answers);
            if (HasFailure()) ADD_FAILURE() << to_text({{"answers", to_json(pack_, answers)}});
        }
    }

    template <typename List>
    void shuffle(List& list) {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[sampler_.below(i)]);
    }

    std::string json_of(const Assessment& assessment) const { return to_text(result_to_json(bundle_, assessment, "")); }

    const Bundle& bundle_ = shipped_bundle();
    const Pack& pack_ = bundle_.pack;
    Sampler sampler_{pack_, static_cast<std::uint64_t>(GetParam())};
    Assessor reused_{pack_};
    Assessor other_{pack_};
};

INSTANTIATE_TEST_SUITE_P(Seed, Properties, ::testing::Range(1, kSeeds + 1));

// One pass for all, because drawing and assessing the sets takes most of the time
// ------------------

class EverySet : public Properties {
protected:
    void check_valid(const Assessment& result) {
        Level highest = Level::self_care;
        for (std::size_t i = 0; i < result.findings.size(); ++i) {
            const Finding& finding = result.findings[i];
            highest = std::max(highest, pack_.rules[finding.rule].level);
            EXPECT_FALSE(finding.because.empty()) << pack_.rules[finding.rule].id;
            finding.because.for_each([&](std::size_t question) {
                EXPECT_TRUE(result.asked[question]) << pack_.questions[question].id;
                EXPECT_FALSE(result.variables[question].value.empty()) << pack_.questions[question].id;
            });
            EXPECT_TRUE(i == 0 || in_order(result.findings[i - 1].rule, finding.rule));
        }
        EXPECT_TRUE(result.guidance == highest || result.guidance == Level::not_applicable);
        for (std::size_t i = 0; i < result.undetermined.size(); ++i) {
            const Undetermined& open = result.undetermined[i];
            EXPECT_FALSE(result.has_fired(open.rule)) << pack_.rules[open.rule].id;
            EXPECT_FALSE(open.missing.empty()) << pack_.rules[open.rule].id;
            open.missing.for_each([&](std::size_t question) {
                EXPECT_TRUE(result.variables[question].value.empty()) << pack_.questions[question].id;
            });
            EXPECT_TRUE(i == 0 || in_order(result.undetermined[i - 1].rule, open.rule));
        }
    }

    /// First help, then plans.
    void check_plan(const Assessment& result) {
        if (result.guidance < Level::urgent) return;
        const Plan& plan = *result.plan;
        EXPECT_FALSE(plan.exercise.allowed);
        EXPECT_TRUE(plan.exercise.weeks.empty() && plan.exercise.moves.empty());
        EXPECT_FALSE(plan.diet.allowed);
        EXPECT_TRUE(plan.diet.swaps.empty());
        EXPECT_FALSE(plan.recheck);
    }

    bool in_order(std::size_t a, std::size_t b) const {
        const Level level_a = pack_.rules[a].level;
        const Level level_b = pack_.rules[b].level;
        return level_a > level_b || (level_a == level_b && a < b);
    }

    static bool same(const Assessment& a, const Assessment& b) {
        const auto equal = [](const auto& one, const auto& two, auto&& by) {
            return std::equal(one.begin(), one.end(), two.begin(), two.end(), by);
        };
        return a.guidance == b.guidance && a.cards == b.cards &&
               equal(a.findings, b.findings,
                     [](const Finding& x, const Finding& y) { return x.rule == y.rule && x.because == y.because; }) &&
               equal(a.undetermined, b.undetermined,
                     [](const Undetermined& x, const Undetermined& y) {
                         return x.rule == y.rule && x.missing == y.missing;
                     }) &&
               a.score_fields == b.score_fields &&
               equal(a.scores, b.scores,
                     [](const ScoreValue& x, const ScoreValue& y) { return x.score == y.score && x.range == y.range; });
    }

    /// Gives the same answers in another order: questions, and the codes of each multi.
    void check_order(const Answers& answers) {
        std::vector<std::size_t> order(pack_.questions.size());
        std::iota(order.begin(), order.end(), 0);
        shuffle(order);
        Answers again(pack_);
        for (const std::size_t question : order) {
            if (!answers.answered(question)) continue;
            const fhirpath::Value value = answers.value(question);
            std::vector<fhirpath::Item> items(value.items().begin(), value.items().end());
            shuffle(items);
            for (const fhirpath::Item& item : items) {
                switch (pack_.questions[question].type) {
                    case QuestionType::choice:
                        again.choose(question, item.as_code());
                        break;
                    case QuestionType::multi:
                        again.toggle(pack_, question, item.as_code());
                        break;
                    case QuestionType::integer:
                    case QuestionType::decimal:
                        again.enter(pack_, question, item.as_number());
                        break;
                }
            }
        }
        EXPECT_TRUE(again == answers) << to_text(to_json(pack_, again));
    }

    /// Gives an answer to every question that is not asked and has none, and takes those there
    /// away. Another Assessor says the same of it.
    void check_skip_conditions(const Answers& answers, const Assessment& result) {
        Answers changed = answers;
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            if (result.asked[i]) continue;
            if (answers.answered(i)) {
                changed.clear(i);
            } else {
                sampler_.answer(changed, i);
            }
        }
        const Assessment& again = other_.assess(changed);
        EXPECT_TRUE(same(result, again)) << json_of(result) << '\n'
                                         << json_of(again) << '\n'
                                         << to_text(to_json(pack_, changed));
    }

    void check_added_sign(const Answers& answers, const Assessment& result) {
        const bool urgent = sampler_.below(2) == 0;
        const std::size_t question = pack_.question_index(urgent ? "urgent_signs" : "emergency_signs").value();
        const auto& codes = pack_.questions[question].codes;
        const SymbolId sign = codes[sampler_.below(codes.size())];
        if (sign == pack_.symbols.find(kNone) || answers.has_code(question, sign)) return;
        Answers changed = answers;
        changed.toggle(pack_, question, sign);
        const Level level = other_.assess(changed).guidance;
        EXPECT_GE(level, result.guidance) << pack_.symbols.text(sign);
        EXPECT_GE(level, result.guidance == Level::not_applicable ? result.guidance
                         : urgent                                 ? Level::urgent
                                                                  : Level::emergency)
            << pack_.symbols.text(sign);
    }

    /// A finding that goes with an answer must be undetermined, with that answer among what is
    /// missing. There is no other reason for it to go: the question is asked as before (its
    /// condition does not read its own answer), so that giving the answer back makes the rule fire,
    /// and `undetermined` promises to name every rule that an answer could make fire.
    void check_removed_answer(const Answers& answers, const Assessment& result) {
        std::vector<std::size_t> removable;
        const auto note = [&](std::size_t question) {
            if (!pack_.questions[question].required && answers.answered(question)) removable.push_back(question);
        };
        for (const Finding& finding : result.findings) finding.because.for_each(note);
        for (std::size_t question = 0; question < pack_.questions.size(); ++question) note(question);
        if (removable.empty()) return;
        const std::size_t question = removable[sampler_.below(removable.size())];
        Answers changed = answers;
        changed.clear(question);
        const Assessment& without = other_.assess(changed);
        for (const Finding& finding : result.findings) {
            if (without.has_fired(finding.rule)) continue;
            const auto open = std::find_if(without.undetermined.begin(), without.undetermined.end(),
                                           [&](const Undetermined& one) { return one.rule == finding.rule; });
            ASSERT_NE(open, without.undetermined.end())
                << pack_.rules[finding.rule].id << " goes with " << pack_.questions[question].id;
            EXPECT_TRUE(open->missing.contains(question))
                << pack_.rules[finding.rule].id << " does not miss " << pack_.questions[question].id;
        }
    }
};

INSTANTIATE_TEST_SUITE_P(Seed, EverySet, ::testing::Range(1, kSeeds + 1));

TEST_P(EverySet, KeepsItsPromises) {
    for_each_set(kSetsPerTest, [&](const Answers& answers) {
        const Assessment& result = reused_.assess(answers);
        check_valid(result);
        check_plan(result);
        check_order(answers);
        check_skip_conditions(answers, result);
        check_added_sign(answers, result);
        check_removed_answer(answers, result);
    });
}

// What takes longer, on fewer sets ----------------------------------------------------------------

TEST_P(Properties, AFreshAssessorGivesTheSameJson) {
    for_each_set(250, [&](const Answers& answers) {
        Assessor fresh(pack_);
        EXPECT_EQ(json_of(fresh.assess(answers)), json_of(reused_.assess(answers)));
    });
}

TEST_P(Properties, TheOrderOfTheMembersOfJsonDoesNotMatter) {
    for_each_set(250, [&](const Answers& answers) {
        const Json json = to_json(pack_, answers);
        std::vector<std::string> names;
        for (const auto& [name, value] : json.items()) names.push_back(name);
        shuffle(names);
        Json shuffled = Json::object();
        for (const std::string& name : names) {
            Json value = json[name];
            if (value.is_array()) {
                auto codes = value.get<std::vector<std::string>>();
                shuffle(codes);
                value = codes;
            }
            shuffled[name] = std::move(value);
        }
        const Result<Answers> again = answers_from_json(pack_, shuffled, "");
        ASSERT_TRUE(again.ok()) << again.problems().front().to_string();
        EXPECT_TRUE(again.value() == answers) << to_text(shuffled);
    });
}

TEST_P(Properties, EveryTextOfAResultIsThereAndFilledIn) {
    for_each_set(100, [&](const Answers& answers) {
        for (const std::string& language : pack_.languages) {
            const Json result = result_to_json(bundle_, reused_.assess(answers), language);
            for (const Json& finding : result["findings"]) {
                for (const char* part : {"title", "text", "action"}) {
                    const auto text = finding[part].get<std::string>();
                    EXPECT_FALSE(text.empty()) << finding["id"];
                    EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << text;
                }
            }
            EXPECT_TRUE(parse_json(to_text(result)).ok());
        }
    });
}

TEST_P(Properties, WhatIfLeadsWhereItSays) {
    for_each_set(25, [&](const Answers& answers) {
        const Assessment& now = reused_.assess(answers);
        for (const Change& change : what_if(pack_, answers)) {
            const Question& question = pack_.questions[change.question];
            SCOPED_TRACE(question.id + " = " + to_text(value_to_json(pack_, change.value())));
            Json json = to_json(pack_, answers);
            json[question.id] = value_to_json(pack_, change.value());
            if (question.type == QuestionType::multi && change.to.size() == 1)
                json[question.id] = Json::array({json[question.id]});
            const Result<Answers> changed = answers_from_json(pack_, json, "");
            ASSERT_TRUE(changed.ok()) << changed.problems().front().to_string();
            const Assessment& then = other_.assess(changed.value());
            EXPECT_EQ(then.guidance, change.level);
            EXPECT_NE(then.guidance, now.guidance);
            for (const std::size_t rule : change.appearing) EXPECT_TRUE(then.has_fired(rule) && !now.has_fired(rule));
            for (const std::size_t rule : change.disappearing)
                EXPECT_TRUE(!then.has_fired(rule) && now.has_fired(rule));
        }
    });
}

TEST_P(Properties, WhatTheReaderCouldChangeIsTheActionablePartOfWhatIf) {
    for_each_set(25, [&](const Answers& answers) {
        std::vector<Change> expected = what_if(pack_, answers);
        std::erase_if(expected,
                      [&](const Change& change) { return !change.actionable || !answers.answered(change.question); });
        const std::vector<Change> found = what_reader_could_change(pack_, answers);
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            EXPECT_EQ(found[i].question, expected[i].question);
            if (pack_.questions[found[i].question].is_number()) {
                // Perhaps a rounder one, beyond the nearest by no more than a twentieth.
                const Decimal named = *found[i].value().number();
                const Decimal nearest = *expected[i].value().number();
                const std::int64_t beyond = std::abs(named.steps() - nearest.steps());
                EXPECT_LE(20 * beyond, nearest.steps());
                EXPECT_EQ(named > *answers.value(found[i].question).number(),
                          nearest > *answers.value(found[i].question).number());
            } else {
                EXPECT_EQ(found[i].to, expected[i].to);
            }
            EXPECT_EQ(found[i].level, expected[i].level);
        }
    });
}

}  // namespace
}  // namespace selfcheck::engine
