// SPDX-License-Identifier: MIT
#include "engine/pack.h"

#include <gtest/gtest.h>

#include <functional>

#include "support/sample_plan.h"

namespace selfcheck::engine {
namespace {

/// The problems of the sample pack after one change to it.
std::string problem_after(const std::function<void(Json&)>& change) {
    Json json = testing::sample_json()["pack"];
    change(json);
    const Result<Pack> pack = Pack::from_json(json);
    return pack.ok() ? "no problem" : pack.problems().front().to_string();
}

/// A question whose time is taken by a stopwatch.
Json timed(Json stopwatch) {
    return {{"id", "brushing_s"}, {"type", "decimal"}, {"unit", "s"},
            {"min", 0},           {"max", 180},        {"measure", {{"stopwatch", std::move(stopwatch)}}}};
}

Json with_unable(const char* question, const char* code) {
    return {{"count", 5}, {"countdown_s", 3}, {"unable", {{"question", question}, {"code", code}}}};
}

TEST(Pack, ReadsTheSample) {
    EXPECT_EQ(problem_after([](Json&) {}), "no problem");
}

/// The sample's card with a figure, on which numbers of a score can be tried.
std::string problem_of_explore(Json explore) {
    return problem_after([&](Json& p) { p["cards"][1]["explore"] = std::move(explore); });
}

TEST(Pack, LetsACardExploreAScoreWithAMeter) {
    EXPECT_EQ(problem_of_explore({{"score", "gum"}, {"min", 0}, {"max", 3}}), "no problem");
    EXPECT_EQ(problem_of_explore({{"score", "teeth"}, {"min", 0}, {"max", 3}}),
              "/cards/1/explore/score: there is no score \"teeth\"");
    EXPECT_EQ(problem_of_explore({{"score", "gum"}, {"min", -1}, {"max", 3}}),
              "/cards/1/explore/min: does not lie on the meter of \"gum\"");
    EXPECT_EQ(problem_of_explore({{"score", "gum"}, {"min", 0}, {"max", 4.5}}),
              "/cards/1/explore/max: does not lie on the meter of \"gum\"");
    EXPECT_EQ(problem_of_explore({{"score", "gum"}, {"min", 3}, {"max", 3}}),
              "/cards/1/explore/max: does not lie above min");
    EXPECT_EQ(problem_of_explore({{"score", "gum"}, {"min", 0}}), "/cards/1/explore/max: is missing");
    EXPECT_EQ(problem_of_explore("gum"), "/cards/1/explore: expected an object");
    EXPECT_EQ(problem_after([](Json& p) {
                  p["scores"][0].erase("meter");
                  p["cards"][1]["explore"] = {{"score", "gum"}, {"min", 0}, {"max", 3}};
              }),
              "/cards/1/explore/score: the score \"gum\" has no meter, so no bands to name a number by");
    EXPECT_EQ(problem_after([](Json& p) {
                  p["cards"][0]["explore"] = {{"score", "gum"}, {"min", 0}, {"max", 3}};
              }),
              "/cards/0/explore: needs a figure to show what is tried");
}

/// The sample's card with a figure, as a circle of one step.
std::string problem_of_step(Json step) {
    return problem_after([&](Json& p) {
        p["plan"] = parse_json(testing::kSamplePlan).value();
        p["cards"][1]["ring"] = Json::array({std::move(step)});
    });
}

TEST(Pack, LetsACardShowWhereRulesEnterACircleAndThePlanBreaksIt) {
    EXPECT_EQ(problem_of_step({{"id", "pain"}, {"enters", {"sugar"}}, {"broken_by", {"walk", "nuts_g"}}}),
              "no problem");
    EXPECT_EQ(problem_of_step({{"id", "pain"}, {"enters", {"sugar", "salt"}}}),
              "/cards/1/ring/0/enters/1: there is no rule \"salt\"");
    EXPECT_EQ(problem_of_step({{"id", "pain"}, {"enters", {"sugar", "sugar"}}}),
              "/cards/1/ring/0/enters/1: \"sugar\" is given twice");
    EXPECT_EQ(problem_of_step({{"id", "pain"}, {"broken_by", {"handful"}}}),
              "/cards/1/ring/0/broken_by/0: the plan has neither a move nor a gap \"handful\"");
    EXPECT_EQ(problem_of_step("pain"), "/cards/1/ring/0: expected an object");
    EXPECT_EQ(problem_after([](Json& p) {
                  p["cards"][1]["ring"] = {{{"id", "pain"}, {"broken_by", {"walk"}}}};
              }),
              "/cards/1/ring/0/broken_by/0: needs a plan");
    EXPECT_EQ(problem_after([](Json& p) {
                  p["cards"][1]["ring"] = {{{"id", "pain"}}, {{"id", "pain"}}};
              }),
              "/cards/1/ring/1/id: \"pain\" is given twice");
    EXPECT_EQ(problem_after([](Json& p) { p["cards"][1]["ring"] = Json::object(); }),
              "/cards/1/ring: expected a list of steps");
    EXPECT_EQ(problem_after([](Json& p) {
                  p["cards"][0]["ring"] = {{{"id", "pain"}}};
              }),
              "/cards/0/ring: needs a figure to show the circle");
}

struct WrongPack {
    const char* what;
    void (*change)(Json&);
    const char* message;
};

const WrongPack kWrongPacks[] = {
    {"no id", [](Json& p) { p.erase("id"); }, "/id: is missing"},
    {"unknown member", [](Json& p) { p["colour"] = 1; }, "/colour: is not known here"},
    {"id not snake case", [](Json& p) { p["questions"][1]["id"] = "Smoker"; },
     "/questions/1/id: expected lower-case letters, digits and _, found \"Smoker\""},
    {"id twice", [](Json& p) { p["questions"][1]["id"] = "age"; }, "/questions/1/id: \"age\" is given twice"},
    {"unknown type", [](Json& p) { p["questions"][1]["type"] = "text"; },
     "/questions/1/type: expected choice, multi, integer or decimal, found \"text\""},
    {"option twice", [](Json& p) { p["questions"][1]["options"][1] = "no"; },
     "/questions/1/options/1: \"no\" is given twice"},
    {"max below min", [](Json& p) { p["questions"][0]["max"] = -1; }, "/questions/0/max: is below min"},
    {"question on no screen", [](Json& p) { p["screens"][0]["questions"].erase(1); }, "/questions/1: is on no screen"},
    {"question on two screens", [](Json& p) { p["screens"][1]["questions"].push_back("age"); },
     "/screens/1/questions/1: \"age\" is already on a screen"},
    {"screen of no section", [](Json& p) { p["screens"][0]["section"] = "feet"; },
     "/screens/0/section: \"feet\" is not among the sections"},
    {"unknown level", [](Json& p) { p["rules"][0]["level"] = "later"; },
     "/rules/0/level: expected emergency, urgent, soon or routine, found \"later\""},
    {"rule without source", [](Json& p) { p["rules"][0]["sources"] = Json::array(); },
     "/rules/0/sources: must not be empty"},
    {"rule that is a number", [](Json& p) { p["rules"][0]["when"] = "%age + 1"; },
     "/rules/0/when: expected a condition, true or false"},
    {"question that depends on itself", [](Json& p) { p["questions"][3]["when"] = "%bleeding_points > 0"; },
     "/questions/3/when: depends on itself"},
    {"stopwatch of a number that is no time",
     [](Json& p) {
         p["questions"][5]["measure"] = {{"stopwatch", {{"count", 5}, {"countdown_s", 3}}}};
     },
     "/questions/5/measure: a stopwatch needs a decimal in \"s\""},
    {"stopwatch of half taps",
     [](Json& p) {
         p["questions"].push_back(timed({{"count", 1.5}, {"countdown_s", 3}}));
     },
     "/questions/6/measure/stopwatch/count: expected a whole number from 1 to 30"},
    {"stopwatch without countdown",
     [](Json& p) {
         p["questions"].push_back(timed({{"count", 5}}));
     },
     "/questions/6/measure/stopwatch/countdown_s: is missing"},
    {"another way to measure",
     [](Json& p) {
         p["questions"].push_back(timed({{"count", 5}, {"countdown_s", 3}}));
         p["questions"][6]["measure"]["ruler"] = 1;
     },
     "/questions/6/measure/ruler: is not known here"},
    {"unable in no choice question", [](Json& p) { p["questions"].push_back(timed(with_unable("age", "yes"))); },
     "/questions/6/measure/stopwatch/unable/question: there is no choice question \"age\""},
    {"unable with another question's code",
     [](Json& p) { p["questions"].push_back(timed(with_unable("smoker", "often"))); },
     "/questions/6/measure/stopwatch/unable/code: \"often\" is not among its options"},
    {"a rule covered by a milder one", [](Json& p) { p["rules"][2]["covered_by"] = {"sugar"}; },
     "/rules/2/covered_by: \"sugar\" is no other rule at least as urgent"},
    {"a rule covered by nothing", [](Json& p) { p["rules"][2]["covered_by"] = {"caries"}; },
     "/rules/2/covered_by: \"caries\" is no other rule at least as urgent"},
    {"a number that can be changed sideways", [](Json& p) { p["questions"][5]["act"] = "round"; },
     "/questions/5/act: expected true, \"less\" or \"more\""},
    {"bands that leave a gap", [](Json& p) { p["scores"][0]["meter"]["max"] = 5; },
     "/scores/0/meter/bands: do not end at max"},
};

TEST(Pack, NamesThePlaceOfWhatIsWrong) {
    for (const WrongPack& wrong : kWrongPacks) EXPECT_EQ(problem_after(wrong.change), wrong.message) << wrong.what;
}

TEST(Pack, ReadsAStopwatch) {
    Json json = testing::sample_json()["pack"];
    json["questions"].push_back(timed(with_unable("smoker", "yes")));
    json["questions"][6]["measure"]["stopwatch"]["least_s"] = 2.5;
    json["screens"][3]["questions"].push_back("brushing_s");
    const Result<Pack> pack = Pack::from_json(json);
    ASSERT_TRUE(pack.ok()) << pack.problems().front().to_string();
    const auto& stopwatch = pack.value().questions[6].stopwatch;
    ASSERT_TRUE(stopwatch);
    EXPECT_EQ(stopwatch->count, 5);
    EXPECT_EQ(stopwatch->countdown_s, 3);
    EXPECT_EQ(stopwatch->least, Decimal::parse("2.5"));
    EXPECT_EQ(stopwatch->unable_question, "smoker");
    EXPECT_EQ(stopwatch->unable_code, "yes");
    EXPECT_FALSE(pack.value().questions[5].stopwatch);
}

TEST(Pack, NamesThePlaceAndTheWordOfAWrongExpression) {
    const std::string problem = problem_after([](Json& p) { p["rules"][4]["when"] = "%sugar >= 50.5"; });
    EXPECT_EQ(problem.find("/rules/4/when: "), 0u) << problem;
    EXPECT_NE(problem.find("at \"%sugar >= 50.5\""), std::string::npos) << problem;
}

TEST(Pack, RefusesACodeTheQuestionDoesNotHave) {
    const std::string problem = problem_after([](Json& p) { p["rules"][0]["when"] = "%smoker = 'perhaps'"; });
    EXPECT_EQ(problem.find("/rules/0/when: "), 0u) << problem;
}

TEST(Pack, RulesCannotReadWhatRulesConcluded) {
    const std::string problem = problem_after([](Json& p) { p["rules"][0]["when"] = "%guidance = 'soon'"; });
    EXPECT_EQ(problem.find("/rules/0/when: "), 0u) << problem;
}

TEST(Pack, AFaultyDerivedValueIsTheOnlyProblemReported) {
    Json json = testing::sample_json()["pack"];
    json["derived"][1]["value"] = "%nobody";
    const Result<Pack> pack = Pack::from_json(json);
    ASSERT_EQ(pack.problems().size(), 1u);
    EXPECT_EQ(pack.problems().front().at, "/derived/1/value");
}

TEST(Pack, ReportsEveryProblemNotOnlyTheFirst) {
    Json json = testing::sample_json()["pack"];
    json["rules"][0]["when"] = "%nobody";
    json["rules"][1]["level"] = "later";
    json["cards"][0]["when"] = "1 +";
    EXPECT_EQ(Pack::from_json(json).problems().size(), 3u);
}

TEST(Bundle, NamesTheFileOfACitationThatDoesNotExist) {
    Json json = testing::sample_json();
    json["pack"]["rules"][2]["sources"][0] = "hearsay";
    const auto bundle = Bundle::from_json(json);
    ASSERT_FALSE(bundle.ok());
    EXPECT_EQ(bundle.problems().front().to_string(), "pack.json /rules/2/sources/0: there is no source \"hearsay\"");
}

TEST(Bundle, NeedsOneLanguageAndTakesTheOthersLater) {
    Json json = testing::sample_json();
    const Json german = json["texts"]["de"];
    json["texts"].erase("de");
    auto bundle = Bundle::from_json(json);
    ASSERT_TRUE(bundle.ok());
    EXPECT_EQ(bundle.value().add_texts("fr", german).front().to_string(), "fr.json: is no language of this pack");
    EXPECT_EQ(bundle.value().add_texts("de", Json::array()).front().to_string(), "de.json: expected an object");
    EXPECT_TRUE(bundle.value().add_texts("de", german).empty());
    EXPECT_EQ(bundle.value().add_texts("de", {{"interface", "Zurueck"}}).front().to_string(),
              "de.json /interface: expected an object");
    EXPECT_TRUE(bundle.value().add_texts("de", {{"interface", {{"back", "Zurueck"}}}}).empty());
    EXPECT_EQ(bundle.value().interfaces.at("de").get({"back"}), "Zurueck");
    EXPECT_EQ(bundle.value().interfaces.at("de").get({"language_name"}), "Deutsch") << "the rest stays";
    EXPECT_TRUE(bundle.value().texts.contains("de"));
    EXPECT_TRUE(bundle.value().add_texts("de", {{"units", {{"g", "Gramm"}}}}).empty());
    EXPECT_EQ(bundle.value().texts.find("de")->second.get({"units", "g"}), "Gramm");
    EXPECT_EQ(bundle.value().texts.find("de")->second.get({"units", "oz"}), "oz");

    json["texts"] = Json::object();
    const auto none = Bundle::from_json(json);
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.problems().front().to_string(), "en.json: is missing");
}

TEST(Bundle, SurvivesJsonOfAnyShape) {
    for (const char* text : {"null", "[]", "3", "{}", R"({"pack": []})", R"({"pack": {"questions": {}}})",
                             R"({"pack": {"questions": [1, null, {"id": 3}]}})", R"({"texts": [], "sources": 1})"}) {
        EXPECT_FALSE(Bundle::from_json(parse_json(text).value()).ok()) << text;
    }
}

}  // namespace
}  // namespace selfcheck::engine
