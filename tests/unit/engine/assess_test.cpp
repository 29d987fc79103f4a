// SPDX-License-Identifier: MIT
#include "engine/assess.h"

#include <gtest/gtest.h>

#include "engine/result_json.h"
#include "support/sample_pack.h"

namespace selfcheck::engine {
namespace {

class Assess : public ::testing::Test {
protected:
    Json result(const char* answers, std::string_view language = "") {
        const auto json = assess_json(bundle_, assessor_, Json{{"answers", parse_json(answers).value()}}, language);
        return json.ok() ? json.value() : to_json(json.problems());
    }

    std::string error(const char* answers) {
        const Json json = result(answers);
        return json.contains("errors")
                   ? json["errors"][0]["at"].get<std::string>() + ": " + json["errors"][0]["message"].get<std::string>()
                   : "no error";
    }

    Bundle bundle_ = testing::sample_bundle();
    Assessor assessor_{bundle_.pack};
};

TEST_F(Assess, SaysNothingFiredOnlyWhenNothingFired) {
    const Json json = result(R"({"age": 40, "smoker": "no", "signs": ["none"], "bleeding": "never", "sugar_g": 10})");
    EXPECT_EQ(json["guidance"], "self_care");
    EXPECT_EQ(json["findings"], Json::array());
    EXPECT_EQ(json["undetermined"], Json::array());
}

TEST_F(Assess, TheMostUrgentRuleWins) {
    const Json json = result(R"({"age": 40, "signs": ["fever", "swollen_throat"], "sugar_g": 60})");
    EXPECT_EQ(json["guidance"], "emergency");
    EXPECT_EQ(json["findings"][0]["id"], "swollen_throat");
    EXPECT_EQ(json["findings"][1]["id"], "fever");
    EXPECT_EQ(json["findings"][2]["id"], "sugar");
}

TEST_F(Assess, ComparesDecimalsExactlyAtTheEdge) {
    EXPECT_EQ(result(R"({"age": 40, "sugar_g": 50.5})")["guidance"], "routine");
    EXPECT_EQ(result(R"({"age": 40, "sugar_g": 50.49999999})")["guidance"], "self_care");
}

TEST_F(Assess, TakesEveryNumberOfUpToEightDecimalsAndNoOther) {
    for (const char* number : {"14.67563613", "0.00000001", "0.00001", "499.99999999", "1.50", "3e1"}) {
        const std::string answers = std::string(R"({"age": 40, "sugar_g": )") + number + "}";
        EXPECT_EQ(error(answers.c_str()), "no error") << number;
    }
    for (const char* number : {"0.123456789", "1e-9"}) {
        const std::string answers = std::string(R"({"age": 40, "sugar_g": )") + number + "}";
        EXPECT_EQ(error(answers.c_str()), "/answers/sugar_g: expected 0 to 500 g, with at most 8 decimals") << number;
    }
}

TEST_F(Assess, BecauseNamesOnlyTheAnswersThatDecided) {
    const Json json = result(R"({"age": 40, "smoker": "yes", "bleeding": "sometimes", "sugar_g": 1})");
    EXPECT_EQ(json["findings"][0]["because"], Json::parse(R"(["smoker", "bleeding"])"));
}

TEST_F(Assess, UnansweredIsUnknownNotNo) {
    const Json json = result(R"({"age": 40, "smoker": "yes"})");
    EXPECT_EQ(json["undetermined"][0],
              Json::parse(R"({"id": "swollen_throat", "level": "emergency", "missing": ["signs"]})"));
    EXPECT_EQ(json["undetermined"][2], Json::parse(R"({"id": "gum_score", "level": "soon", "missing": ["bleeding"]})"));
}

TEST_F(Assess, DoesNotCallUndeterminedWhatNoAnswerCouldChange) {
    // A non-smoker has at most 2 of the 3 points needed, whatever the gums do.
    const Json json = result(R"({"age": 40, "smoker": "no", "signs": ["none"], "sugar_g": 1})");
    EXPECT_EQ(json["undetermined"], Json::array());
}

TEST(Undetermined, NamesARuleThatOneAnswerAloneCouldMakeFire) {
    // It fires for a smoker who says nothing of the gums: answering both is not the only way to go on.
    Json json = testing::sample_json()["pack"];
    json["rules"].push_back({{"id", "gums_unknown"},
                             {"level", "routine"},
                             {"when", "%smoker = 'yes' and %bleeding.empty()"},
                             {"sources", {"ours"}},
                             {"steps", {"book"}}});
    const Pack pack = std::move(Pack::from_json(json).value());
    const Answers answers = answers_from_json(pack, {{"age", 40}}, "").value();
    Assessor assessor(pack);
    const Undetermined& open = assessor.assess(answers).undetermined.back();
    EXPECT_EQ(pack.rules[open.rule].id, "gums_unknown");
    EXPECT_TRUE(open.missing.contains(pack.question_index("smoker").value()));
}

TEST_F(Assess, GivesTheRangeOfAnIncompleteScore) {
    const Json open = result(R"({"age": 40, "smoker": "yes"})")["scores"]["gum"];
    EXPECT_EQ(open, Json::parse(R"({"value": 2, "complete": false, "range": [2, 4]})"));
    const Json complete = result(R"({"age": 40, "smoker": "yes", "bleeding": "often"})")["scores"]["gum"];
    EXPECT_EQ(complete, Json::parse(R"({"value": 4, "complete": true})"));
}

TEST_F(Assess, IgnoresTheAnswerOfAQuestionThatIsNotAsked) {
    const Json json = result(R"({"age": 40, "signs": ["none"], "loose_since": 30, "sugar_g": 1, "smoker": "no"})");
    EXPECT_EQ(json["guidance"], "self_care");
    EXPECT_EQ(result(R"({"age": 40, "signs": ["loose"], "loose_since": 30})")["guidance"], "soon");
}

TEST_F(Assess, EndsKindlyForThoseThePackIsNotFor) {
    const Json json = result(R"({"age": 17, "signs": ["swollen_throat"]})");
    EXPECT_EQ(json["guidance"], "not_applicable");
    EXPECT_EQ(json["findings"], Json::array());
    EXPECT_EQ(result(R"({"age": 18, "signs": ["swollen_throat"]})")["guidance"], "emergency");
}

TEST_F(Assess, ShowsCardsByGuidanceAndFindings) {
    const Json json = result(R"({"age": 40, "sugar_g": 60})");
    EXPECT_EQ(json["education"], Json::parse(R"(["brushing", "sugar_card"])"));
    EXPECT_EQ(json["covers"], Json::parse(R"(["T1", "T2", "T3"])"));
    EXPECT_EQ(result(R"({"age": 40, "signs": ["swollen_throat"]})")["education"], Json::array());
}

TEST_F(Assess, OrderOfAnswersNeverMatters) {
    EXPECT_EQ(to_text(result(R"({"age": 40, "signs": ["fever", "loose"], "loose_since": 20})")),
              to_text(result(R"({"loose_since": 20, "signs": ["loose", "fever"], "age": 40})")));
}

TEST_F(Assess, CarriesTheTextsOfALanguageWithTheReadersNumbers) {
    const Json json = result(R"({"age": 40, "signs": ["loose", "swollen_throat"], "loose_since": 20})", "de");
    EXPECT_EQ(json["language"], "de");
    EXPECT_EQ(json["findings"][0]["action"], "Rufen Sie 112.");
    EXPECT_EQ(json["findings"][1]["text"], "Locker seit 20 Tagen.");
}

TEST_F(Assess, RefusesWrongAnswersAndNamesThePlace) {
    const struct {
        const char* answers;
        const char* error;
    } cases[] = {
        {"[]", "/answers: expected an object with an answer per question"},
        {"{}", "/answers/age: is required"},
        {R"({"age": 40, "colour": 1})", "/answers/colour: there is no question \"colour\""},
        {R"({"age": "40"})", "/answers/age: expected a number, 0 to 120 a"},
        {R"({"age": 40.5})", "/answers/age: 40.5 is not a whole number; expected 0 to 120 a"},
        {R"({"age": 121})", "/answers/age: 121 is out of range; expected 0 to 120 a"},
        {R"({"age": -1})", "/answers/age: -1 is out of range; expected 0 to 120 a"},
        {R"({"age": 40, "smoker": "perhaps"})", "/answers/smoker: \"perhaps\" is not one of: no, yes"},
        {R"({"age": 40, "smoker": true})", "/answers/smoker: expected a text, one of: no, yes"},
        {R"({"age": 40, "signs": "fever"})",
         "/answers/signs: expected an array of: swollen_throat, fever, loose, none"},
        {R"({"age": 40, "signs": ["fever", "cough"]})",
         "/answers/signs/1: \"cough\" is not one of: swollen_throat, fever, loose, none"},
        {R"({"age": 40, "signs": ["fever", "fever"]})", "/answers/signs/1: is given twice"},
        {R"({"age": 40, "signs": ["none", "fever"]})", "/answers/signs: \"none\" cannot stand beside another answer"},
        {R"({"age": 40, "sugar_g": 1e300})", "/answers/sugar_g: expected 0 to 500 g, with at most 8 decimals"},
        {R"({"age": 40, "a/b": 1})", "/answers/a~1b: there is no question \"a/b\""},
    };
    for (const auto& one : cases) EXPECT_EQ(error(one.answers), one.error);
}

TEST_F(Assess, ReportsEveryWrongAnswer) {
    EXPECT_EQ(result(R"({"age": 400, "smoker": 1, "x": 2})")["errors"].size(), 3u);
}

}  // namespace
}  // namespace selfcheck::engine
